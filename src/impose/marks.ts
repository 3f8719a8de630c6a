// The marks of a job in, their operators on one side of a sheet out, and which of them the paper has room for.
import type { Mark } from './job.ts'
import { crop } from './marks/crop.ts'
import { fold } from './marks/fold.ts'
import type { Frame } from './marks/frame.ts'
import { register } from './marks/register.ts'
import { sew } from './marks/sew.ts'
import { staple } from './marks/staple.ts'

const DRAW: Readonly<Record<Mark, (frame: Frame) => string>> = { fold, crop, staple, sew, register }

/** @param drawn is told which marks were drawn */
export function drawMarks(frame: Frame, marks: readonly Mark[], drawn: Set<string>): string {
  return marks
    .map((mark) => {
      const operators = DRAW[mark](frame)
      if (operators !== '') drawn.add(mark)
      return operators
    })
    .join('')
}
