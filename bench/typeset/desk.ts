// The desk that `timeTypeset` times: lines and pages by `typeset`, which keeps what it has reckoned in a memory.
//
// WIRE HERE: `correct` goes as far as lines and pages. What brings the changed pages into the open tab (src/print/) belongs
// behind its last line; then WHOLE_WAY becomes true.
import { VFile } from 'vfile'
import { compose } from '../../src/compose.ts'
import type { Composed } from '../../src/compose.ts'
import { forget, newMemory, typeset } from '../../src/typeset.ts'
import type { Memory } from '../../src/typeset.ts'
import type { Desk } from './time-typeset.ts'

/** Whether `correct` ends with the changed page in the tab. */
export const WHOLE_WAY: boolean = false

/** @param path of the manuscript, beside which its pictures lie */
export function openDesk(path: string): Desk<VFile> {
  const memory: Memory & Composed = newMemory()
  const read = (manuscript: string) => compose(new VFile({ path, value: manuscript }))
  return {
    compose: read,
    typeset: (file) => {
      // Fonts, shaper and hyphenation stay; paragraphs, blocks and pages are new.
      forget(memory)
      return typeset(file, memory)
    },
    correct: async (manuscript) =>
      typeset(await compose(new VFile({ path, value: manuscript }), memory), memory)
  }
}
