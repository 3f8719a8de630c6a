// Straight quotation marks and apostrophes become curly: `'Official communism'` → `‘Official communism’`, `workers'` →
// `workers’`, `'twas` → `’twas`. The text is judged as it is read, so emphasis and note calls between a mark and its
// neighbour do not count. A mark with a space on both sides, and feet and inches, are left for the editor.
import { apostrophes } from './apostrophes.ts'
import type { Block, Draft } from './draft.ts'
import { ask, CLOSED, edit, everyBlock, kindAt, MARKUP, PROSE } from './draft.ts'
import type { Edit, Stretch } from './stretch.ts'
import { placeAt } from './stretch.ts'

const RULE = 'curl-quotes'
const SPACE = /^\s?$/u
const OPENER = /^[([{<“‘«„—–/=-]$/u
const CLOSER = /^[.,;:!?…)\]}>”’»—–-]$/u
const LETTER = /^[\p{L}\p{M}\p{N}]$/u
const DIGIT = /^\p{N}$/u
const CALL = /\[\^[^[\]\s]+\]/gu

/** What a reader sees: the signs, without markup and calls, and where they stand; code and addresses read as letters. */
interface Reading {
  signs: string[]
  at: number[]
  prose: boolean[]
}

/** Quotations open at this point of a paragraph. */
interface Open {
  double: number
  single: number
}

/** Set quotation marks and apostrophes, in English; each language has its own marks. */
export function curlQuotes(draft: Draft): void {
  if (!draft.language.startsWith('en')) return
  for (const block of everyBlock(draft))
    if (/["']/u.test(block.content.text)) edit(draft, block, curled(draft, block), RULE)
}

function curled(draft: Draft, { content }: Block): Edit[] {
  const { signs, at, prose } = reading(draft, content)
  const leading = apostrophes(content.text)
  const open: Open = { double: 0, single: 0 }
  const edits: Edit[] = []
  for (const [i, sign] of signs.entries()) {
    const [left, right] = [signs[i - 1] ?? '', signs[i + 1] ?? '']
    const index = at[i] ?? 0
    const straight = prose[i] === true && (sign === '"' || sign === "'")
    const put = straight
      ? leading.has(index)
        ? '’'
        : sign === '"'
          ? double(left, right, open)
          : single(left, right, open)
      : sign
    if (straight && put === sign) doubt(draft, content, index)
    if (straight && put !== sign) edits.push({ at: index, cut: 1, put })
    if (!leading.has(index)) count(open, put, left, right)
    signs[i] = put
  }
  return edits
}

function reading(draft: Draft, content: Stretch): Reading {
  const seen: Reading = { signs: [], at: [], prose: [] }
  const calls = new Uint8Array(content.text.length)
  for (const match of content.text.matchAll(CALL))
    calls.fill(1, match.index, match.index + match[0].length)
  for (let at = 0; at < content.text.length; at++) {
    const sign = content.text[at] ?? ''
    const kind = kindAt(draft, content, at)
    if (calls[at] === 1 || (kind === MARKUP && !/\s/u.test(sign))) continue
    seen.signs.push(kind === CLOSED ? 'x' : sign)
    seen.at.push(at)
    seen.prose.push(kind === PROSE)
  }
  return seen
}

function double(left: string, right: string, open: Open): string {
  if (SPACE.test(left)) return SPACE.test(right) ? '"' : '“'
  if (OPENER.test(left)) {
    if (SPACE.test(right) || CLOSER.test(right))
      return open.double > 0 ? '”' : SPACE.test(right) ? '"' : '“'
    return '“'
  }
  const inches = DIGIT.test(left) && open.double === 0 && right !== ''
  return inches ? '"' : '”'
}

function single(left: string, right: string, open: Open): string {
  if (LETTER.test(left) && LETTER.test(right))
    return DIGIT.test(left) && DIGIT.test(right) ? "'" : '’'
  if (SPACE.test(left)) return SPACE.test(right) ? "'" : '‘'
  if (OPENER.test(left)) {
    if (SPACE.test(right) || CLOSER.test(right))
      return open.single > 0 ? '’' : SPACE.test(right) ? "'" : '‘'
    return '‘'
  }
  const feet = DIGIT.test(left) && open.single === 0 && right !== ''
  return feet ? "'" : '’'
}

function count(open: Open, sign: string, left: string, right: string): void {
  if (sign === '“') open.double++
  if (sign === '”') open.double = Math.max(0, open.double - 1)
  if (sign === '‘') open.single++
  if (sign === '’' && !(LETTER.test(left) && LETTER.test(right)))
    open.single = Math.max(0, open.single - 1)
}

function doubt(draft: Draft, content: Stretch, at: number): void {
  const near = content.text.slice(Math.max(0, at - 12), at + 12).replace(/\s+/gu, ' ')
  ask(
    draft,
    placeAt(content, at),
    RULE,
    `Unexpected straight mark in \`${near}\`, expected a quotation mark or a measure`
  )
}
