// The promise itself: what is said when a word is lost, doubled or changed on its way to the page or into the e-book.
// It names the words, the page and the line of the manuscript, and what to do. Nothing is written then.
import type { VFile } from 'vfile'
import { failAt } from '../failure.ts'
import type { Difference } from './compare-words.ts'
import type { Spot, Word } from './words.ts'

const MOST_WORDS = 12
const RULE = 'no-word-lost'
/** Characters that a terminal would obey, or that turn the direction of a line (promise P16). */
const COMMAND = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}`]/gu

/** What is lost and what is too many, as text. */
export interface Loss {
  lost: string
  extra: string
  before: string
}

/** A difference of two streams as text. */
export function lossOf({ lost, extra, before }: Difference): Loss {
  return { lost: textOf(lost), extra: textOf(extra), before: textOf(before) }
}

/**
 * Stop with the words that differ.
 *
 * @param where `on page 7`, `in note 3 of the EPUB`
 * @throws {VFileMessage} exit 2, always
 */
export function refuseLoss(file: VFile, spot: Spot | undefined, where: string, loss: Loss): never {
  const advice =
    'nothing was written; this is a fault of the press, and other words here, or another trim, may avoid it'
  const reason = `Unexpected ${faultOf(loss)} ${where}${after(loss.before)}, expected every word of the manuscript once: ${advice}`
  return failAt(file, exactSpot(file, spot, loss.lost), RULE, reason)
}

/**
 * Stop because what a key of the front matter says is not whole where it must stand.
 *
 * @throws {VFileMessage} exit 2, always
 */
export function refuseFrontLoss(file: VFile, key: string, text: string, where: string): never {
  const rows = String(file).split('\n')
  const row = rows.findIndex((d) => d.startsWith(`${key}:`))
  const reason = `Unexpected loss in \`${key}\` ${where}, expected ${quoteWords(text)} whole: nothing was written; a shorter \`${key}\` may fit`
  return failAt(file, { line: Math.max(row, 0) + 1, column: 1 }, RULE, reason)
}

function faultOf({ lost, extra, before }: Loss): string {
  if (!extra) return `loss of ${quoteWords(lost)}`
  if (lost) return `${quoteWords(extra)} in place of ${quoteWords(lost)}`
  const doubled = before === extra || before.endsWith(` ${extra}`)
  return doubled ? `doubling of ${quoteWords(extra)}` : `words ${quoteWords(extra)}`
}

function after(before: string): string {
  const words = before.split(' ').filter(Boolean).slice(-4).join(' ')
  return words && ` after ${quoteWords(words)}`
}

function textOf(words: readonly Word[]): string {
  return words.map((d) => d.text).join(' ')
}

/** At most twelve words in backticks, safe to print on a terminal. */
export function quoteWords(text: string): string {
  const words = text.split(' ')
  const shown = words.slice(0, MOST_WORDS).join(' ').slice(0, 240)
  const more = words.length - MOST_WORDS
  const safe = shown.replace(COMMAND, (letter) => `\\u{${letter.codePointAt(0)?.toString(16)}}`)
  return `\`${safe}\`${more > 0 ? ` and ${more} more words` : ''}`
}

/** The spot of a word is that of its line's start where Markdown's marks stand between; the line itself says more. */
function exactSpot(file: VFile, spot: Spot | undefined, words: string): Spot {
  if (!spot) return { line: 1, column: 1 }
  const row = String(file).split('\n')[spot.line - 1] ?? ''
  const [first = ''] = words.split(' ')
  const found = first ? row.indexOf(first, Math.max(0, spot.column - 1)) : -1
  return found === -1 ? { line: spot.line, column: spot.column } : { ...spot, column: found + 1 }
}
