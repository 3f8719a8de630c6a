// A message for the terminal, with the line it speaks of, or for a program:
//
//     manuscript/swans/manuscript.md:12:3: warning[straight-quote]: Unexpected `"`, expected `“` or `”`
import type { VFileMessage } from 'vfile-message'
import { escape } from './escape.ts'
import { excerpt } from './excerpt.ts'

/** Controls but tabs, and what stands for a byte that is no letter. */
const UNREADABLE = /[^\P{Cc}\t]|\uFFFD/gu

/** Whether something thrown is the message of a stage. */
export function isMessage(error: unknown): error is VFileMessage {
  return error instanceof Error && 'reason' in error && 'ruleId' in error
}

/** How loud a message is. */
export type Rank = 'error' | 'warning' | 'info'

/** What vfile says by `fatal`: true, false or undefined. */
export function rankOf(message: VFileMessage): Rank {
  if (message.fatal === undefined || message.fatal === null) return 'info'
  return message.fatal ? 'error' : 'warning'
}

/**
 * The message with its place.
 *
 * @param lines the lines of the file it speaks of; none where they cannot be read
 * @param paint puts a colour around the rank
 */
export function messageText(
  message: VFileMessage,
  lines: readonly string[],
  paint: (rank: Rank) => string
): string {
  const { column, file, line, reason, ruleId } = message
  const place = [file ?? 'press', line, column].filter((d) => d !== undefined).map(String)
  const rule = ruleId ? `[${escape(ruleId)}]` : ''
  const text = `${escape(place.join(':'))}: ${paint(rankOf(message))}${rule}: ${escape(reason)}`
  const quoted = line === undefined ? undefined : lines[line - 1]
  if (quoted === undefined || column === undefined || isBinary(quoted)) return text
  const end = message.place && 'end' in message.place ? message.place.end : undefined
  const last = end && end.line === line ? end.column : undefined
  return `${text}\n${excerpt(quoted, column, last)}`
}

/** Whether a line is no text that a person could read: every fifth letter of it is a control, or none. */
function isBinary(line: string): boolean {
  return (line.match(UNREADABLE)?.length ?? 0) * 5 >= Math.max(line.length, 1)
}

/** The same for a program. */
export function messageRecord(message: VFileMessage): Readonly<Record<string, unknown>> {
  const { actual, column, expected, file, line, reason, ruleId } = message
  return {
    event: 'message',
    rank: rankOf(message),
    file,
    line,
    column,
    ruleId,
    reason,
    actual,
    expected
  }
}
