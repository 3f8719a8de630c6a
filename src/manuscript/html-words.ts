// Raw HTML in; its words with their places, and what its tags open and close, out. Comments, scripts and styles have no
// words; what is left open counts whole, as a browser would swallow it.
import { startOf } from './source-letters.ts'
import type { Letters } from './source-letters.ts'
import { referenceAt } from './references.ts'

/** Told of what a piece of HTML has, in order. */
export interface HtmlTeller {
  letters: (letters: Letters) => void
  tag: (name: string, opens: boolean) => void
}

const TAG = /<\/?([a-z][^\s/>]*)(?=[\s/>])(?:"[^"]*"|'[^']*'|[^"'>])*>/iuy
/** Elements whose content is no HTML (HTML Standard, 13.2.5, raw text and RCDATA); of the first two, no text either. */
const SWALLOWING = new Set(
  'script style textarea title xmp plaintext iframe noembed noframes noscript template select'.split(
    ' '
  )
)
const UNPRINTED = new Set(['script', 'style'])

/** Tell of a piece of raw HTML; each line of it ends where that of the manuscript does. */
export function readHtml(
  source: string,
  value: string,
  at: number,
  inLine: boolean,
  tell: HtmlTeller
): void {
  const placed: Letters = inLine ? { text: value, at } : linesOf(source, value, at)
  let here = 0
  while (here < value.length) {
    const open = value.indexOf('<', here)
    const textEnd = open === -1 ? value.length : open
    tellText(placed, here, textEnd, tell)
    if (open === -1) return
    const end = markupAt(value, open, tell)
    if (end === undefined) return tellText(placed, open, value.length, tell)
    if (end === open + 1) tellText(placed, open, end, tell)
    here = end
  }
}

/** Where the markup at a `<` ends; just behind it where it is a letter, nowhere where it is left open. */
function markupAt(value: string, open: number, tell: HtmlTeller): number | undefined {
  if (value.startsWith('<!--', open)) return behind(value, '-->', open + 2)
  if (/[!?]/u.test(value[open + 1] ?? '')) return behind(value, '>', open)
  TAG.lastIndex = open
  const tag = TAG.exec(value)
  if (!tag) return /^<\/?[a-z]/iu.test(value.slice(open, open + 3)) ? undefined : open + 1
  const name = (tag[1] ?? '').toLowerCase()
  const opens = !tag[0].startsWith('</')
  if (opens && SWALLOWING.has(name)) {
    const end = value.toLowerCase().indexOf(`</${name}`, TAG.lastIndex)
    if (end === -1 || name === 'plaintext') return undefined
    if (UNPRINTED.has(name)) return behind(value, '>', end)
  }
  tell.tag(name, opens)
  return open + tag[0].length
}

function behind(value: string, mark: string, from: number): number | undefined {
  const end = value.indexOf(mark, from)
  return end === -1 ? undefined : end + mark.length
}

function tellText(placed: Letters, from: number, to: number, tell: HtmlTeller): void {
  if (from >= to) return
  const starts: number[] = []
  const ends: number[] = []
  let text = ''
  for (let at = from; at < to;) {
    const reference = placed.text[at] === '&' ? referenceAt(placed.text, at) : undefined
    const said = reference?.text ?? placed.text.charAt(at)
    const units = reference?.units ?? 1
    for (let k = 0; k < said.length; k += 1) {
      starts.push(startOf(placed, at))
      ends.push(startOf(placed, at) + units)
    }
    text += said
    at += units
  }
  const at = startOf(placed, from)
  tell.letters({ text, at, starts: Int32Array.from(starts), ends: Int32Array.from(ends) })
}

/**
 * Letters of a value whose lines are the ends of lines of the manuscript: what stands before them are the marks of a
 * quotation or a list. So are those of code.
 */
export function linesOf(source: string, value: string, at: number): Letters {
  const starts = new Int32Array(value.length)
  const ends = new Int32Array(value.length)
  let lineFrom = at
  let index = 0
  for (const line of value.split('\n')) {
    const feed = source.indexOf('\n', lineFrom)
    const end = feed === -1 ? source.length : feed
    const last = source[end - 1] === '\r' && !line.endsWith('\r') ? end - 1 : end
    const from = Math.max(lineFrom, last - line.length)
    for (let k = 0; k <= line.length && index + k < value.length; k += 1) {
      starts[index + k] = Math.min(from + k, last)
      ends[index + k] = Math.min(from + k + 1, k < line.length ? last : end + 1)
    }
    index += line.length + 1
    lineFrom = end + 1
  }
  return { text: value, at, starts, ends }
}
