// What stands between the press and the person: everything said goes through here, and comes out as lines for a
// terminal, as records for a program, or not at all.
import type { VFileMessage } from 'vfile-message'
import type { Made, Progress } from '../press.ts'
import { escape, escapeJson } from './escape.ts'
import type { Finding } from './examine.ts'
import { madeLines } from './made-lines.ts'
import { messageRecord, messageText } from './message-text.ts'
import type { Rank } from './message-text.ts'
import { progressLines, progressRecords } from './progress-lines.ts'

/** How the press speaks. */
export interface Desk {
  progress: Progress
  /** A message, with the lines of its file. */
  message: (message: VFileMessage, lines: readonly string[]) => void
  /** What stopped the press that is no message of a file. */
  failure: (reason: string) => void
  made: (made: readonly Made[]) => void
  /** What a proof comes to, and the files that show it. */
  verdict: (text: string, made: readonly Made[]) => void
  /** What the doctor found. */
  findings: (findings: readonly Finding[]) => void
  /** Where something is shown that goes on. */
  address: (address: string) => void
  /** A line that tells what to do next. */
  remark: (text: string) => void
}

/** Where words go. */
export interface Streams {
  /** Results. */
  out: (text: string) => void
  /** Everything about how they came about. */
  err: (text: string) => void
  /** Whether `err` is a terminal that may be drawn on: a TTY, without NO_COLOR. */
  live: boolean
}

const silent = (): void => undefined

/** The desk that was asked for by `--json` and `--quiet`. */
export function openDesk(streams: Streams, flags: ReadonlySet<string>): Desk {
  return flags.has('json') ? forPrograms(streams) : forPeople(streams, flags.has('quiet'))
}

function forPeople({ err, live, out }: Streams, quiet: boolean): Desk {
  const red = (rank: Rank) => (live && rank === 'error' ? `\u001B[31m${rank}\u001B[39m` : rank)
  return {
    progress: quiet ? silent : progressLines({ write: err, live }),
    message: (message, lines) => err(`${messageText(message, lines, red)}\n`),
    failure: (reason) => err(`press: ${red('error')}: ${escape(reason)}\n`),
    made: quiet ? silent : (made) => out(madeLines(made)),
    verdict: quiet
      ? silent
      : (text, made) => {
          err(madeLines(made))
          out(`${escape(text)}\n`)
        },
    findings: (findings) => findings.forEach((d) => out(line(d))),
    address: (address) => out(`${address}\n`),
    remark: quiet ? silent : (text) => err(`${escape(text)}\n`)
  }
}

function line({ name, needed, says, state }: Finding): string {
  const mark = state === 'missing' && !needed ? 'absent' : state
  return `${mark.padEnd(7)}  ${name.padEnd(9)}  ${escape(says)}\n`
}

function forPrograms({ out }: Streams): Desk {
  const tell = (record: object) => out(`${escapeJson(record)}\n`)
  return {
    progress: progressRecords(out),
    message: (message) => tell(messageRecord(message)),
    failure: (reason) => tell({ event: 'failure', reason }),
    made: (made) => made.forEach((d) => tell({ event: 'made', ...d })),
    verdict: (text, made) => {
      made.forEach((d) => tell({ event: 'made', ...d }))
      tell({ event: 'verdict', verdict: text })
    },
    findings: (findings) => findings.forEach((d) => tell({ event: 'finding', ...d })),
    address: (address) => tell({ event: 'address', address }),
    remark: silent
  }
}
