// One numbered line a stage as it ends, and while a long one runs, a bar on a terminal:
//
//     2 compose   3 sections, 36 notes   0.08 s
import type { Progress } from '../press.ts'
import { escape, escapeJson } from './escape.ts'

/** Where progress is told. */
export interface Screen {
  write: (text: string) => void
  /** Whether a line may be drawn over: a terminal on which nobody forbade it. */
  live: boolean
}

const ERASE = '\r\u001B[K'
const BAR = 30
const LONGEST = 'collate'.length

/** Tell of the stages as lines; `now` gives milliseconds. */
export function progressLines(
  screen: Screen,
  now: () => number = () => performance.now()
): Progress {
  const begun = new Map<string, number>()
  let ended = 0
  let shown = ''
  const show = (bar: string) => {
    if (screen.live && bar !== shown) screen.write(`${ERASE}${bar}`)
    shown = bar
  }
  return ({ stage, result, part }) => {
    if (part !== undefined) return show(barOf(stage, part))
    if (result === undefined) {
      begun.set(stage, now())
      return undefined
    }
    show('')
    const seconds = ((now() - (begun.get(stage) ?? now())) / 1000).toFixed(2)
    const name = escape(stage).padEnd(LONGEST)
    return screen.write(`${String(++ended).padStart(2)} ${name}  ${escape(result)}  ${seconds} s\n`)
  }
}

/** Tell of the stages as lines of JSON. */
export function progressRecords(write: (text: string) => void): Progress {
  const begun = new Map<string, number>()
  return (event) => {
    if (event.part === undefined && event.result === undefined)
      begun.set(event.stage, performance.now())
    const since = event.result === undefined ? undefined : begun.get(event.stage)
    const seconds = since === undefined ? undefined : (performance.now() - since) / 1000
    write(`${escapeJson({ event: 'stage', ...event, seconds })}\n`)
  }
}

function barOf(stage: string, part: number): string {
  const done = Math.round(Math.min(Math.max(part, 0), 1) * BAR)
  return `   ${escape(stage).padEnd(LONGEST)}  [${'#'.repeat(done)}${' '.repeat(BAR - done)}]`
}
