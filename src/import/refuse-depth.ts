// A line that opens more than 100 quotations or lists would exhaust the parser before there is a tree to measure (promise
// P9); compose measures the tree itself. A row of dashes or stars is a rule, however long.
import type { VFile } from 'vfile'
import { failAt } from '../failure.ts'

const DEEPEST = 100
const MARKERS = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))){101}/gmu
const RULE = /^[-*\s]*$/u

/**
 * Refuse text that is nested too deeply to parse.
 *
 * @throws {VFileMessage} exit 5, with the line
 */
export function refuseDepth(file: VFile, source: string): void {
  for (const { index } of source.matchAll(MARKERS)) {
    const end = source.indexOf('\n', index)
    if (RULE.test(source.slice(index, end < 0 ? undefined : end))) continue
    const line = source.slice(0, index).split('\n').length
    const reason = `Unexpected nesting over ${DEEPEST} levels, expected fewer quotations or lists`
    failAt(file, { line, column: 1 }, 'refuse-depth', reason, 5)
  }
}
