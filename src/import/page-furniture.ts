// What stands at the head or foot of a page beside the text: a folio (`58`, `- 59 -`, `Page 60`, `xii`), a running head, or
// both (`60 THE FOLDED SHEET`). Read from one line; whether it is furniture here, drop-page-furniture decides.

/** A line that may be page furniture. */
export interface Furniture {
  /** The folio; missing in a running head alone. */
  folio?: number
  /** A folio in roman numerals, which count by themselves. */
  roman: boolean
  /** The letters of the running head, in lower case; empty in a folio alone. */
  head: string
  /** The head is in capitals, or the folio is marked as one: `- 59 -`, `Page 60`. */
  marked: boolean
  /** It says by itself what it is: `Page 60`, `- 59 -`, `xiv`. */
  named: boolean
}

const LONGEST = 80
const FOLIO =
  /^(?<open>[-–—*•~|([]*\s*)(?<word>(?:page|seite|p\.|pg\.|s\.)?\s*)(?<folio>\d{1,4}|[ivxlc]{1,7})(?<of>\s*(?:of|von|\/)\s*\d{1,4})?(?<close>\s*[-–—*•~|)\].]*)$/iu
const FOLIO_FIRST = /^[-–—|]?\s*(?<folio>\d{1,4})[\s|·•*–—-]+(?<head>\p{Lu}.*)$/u
const FOLIO_LAST = /^(?<head>["“‘]?\p{L}.*?)[\s|·•*–—-]+(?<folio>\d{1,4})\s*[–—-]?$/u
const SPACED = /^\p{Lu}(?: {1,3}[\p{Lu}\p{N}]){4,}$/u
const ROMAN = /^(?=[ivxlc])(?:x[lc]|l?x{0,3})(?:i[xv]|v?i{0,3})$/iu
const MOST_WORDS = 10
/** What is counted or dated is a heading: `Chapter 3`, `March 9`, `Summer 1912`. */
const COUNTED =
  /^(?:chapter|part|section|book|act|scene|canto|appendix|figure|fig|table|plate|map|day|week|month|year|lesson|letter|article|clause|psalm|hymn|song|exercise|room|step|stage|round|question|answer|verse|no|number|item|note|volume|vol|issue|case|test|unit|rule|law|point|problem|example|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\.?(?:\s+(?:\d{1,4}|[ivxlc]+)\b)?[.:]?$/iu
const SENTENCE = /[.!?:;,\u00AD-]$|[.!?] \p{Lu}/u
const HEAD = /^[*_]*["“‘'\p{Lu}\p{N}].*\p{L}/u
const TAGS = /<[^<>]{1,200}>|\[\^[^[\]\s]+\]/gu
const VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 }

/** What a line would be, if it is page furniture; undefined for running text. */
export function furnitureIn(text: string): Furniture | undefined {
  const line = closed(text.trim())
  if (line === '' || line.length > LONGEST || line.includes('\n')) return undefined
  return folioAlone(line) ?? folioAndHead(line) ?? headAlone(line)
}

/** `T H E   V A T` → `THE VAT` */
function closed(line: string): string {
  return SPACED.test(line) ? line.replace(/(?<=\S) (?=\S)/gu, '').replace(/ {2,}/gu, ' ') : line
}

/** The letters by which a running head is known again. */
export function headLetters(text: string): string {
  return text
    .replace(TAGS, '')
    .replace(/[^\p{L}]+/gu, '')
    .toLowerCase()
}

function folioAlone(line: string): Furniture | undefined {
  const { folio = '', open = '', word = '', of, close = '' } = FOLIO.exec(line)?.groups ?? {}
  if (folio === '') return undefined
  const number = /^\d/u.test(folio) ? Number(folio) : romanValue(folio)
  if (number === undefined) return undefined
  const numeral = /^[ivxlc]{2,}$/u.test(folio)
  const named = word.trim() !== '' || of !== undefined || numeral
  const framed = open.trim() !== '' && close.trim() !== '' && close.trim() !== '.'
  const marked = named || framed
  return { folio: number, roman: !/^\d/u.test(folio), head: '', marked, named: marked }
}

function folioAndHead(line: string): Furniture | undefined {
  const { folio, head = '' } = (FOLIO_FIRST.exec(line) ?? FOLIO_LAST.exec(line))?.groups ?? {}
  if (folio === undefined || SENTENCE.test(head) || COUNTED.test(head)) return undefined
  const letters = headLetters(head)
  return letters === ''
    ? undefined
    : { folio: Number(folio), roman: false, head: letters, marked: inCapitals(head), named: false }
}

function headAlone(line: string): Furniture | undefined {
  if (SENTENCE.test(line) || !HEAD.test(line) || COUNTED.test(line)) return undefined
  if (line.split(/\s+/u).length > MOST_WORDS) return undefined
  return { roman: false, head: headLetters(line), marked: inCapitals(line), named: false }
}

function inCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text.replace(TAGS, ''))
}

function romanValue(numeral: string): number | undefined {
  if (!ROMAN.test(numeral) || numeral !== numeral.toLowerCase()) return undefined
  const values = [...numeral].map((d) => VALUES[d] ?? 0)
  return values.reduce((sum, d, i) => sum + (d < (values[i + 1] ?? 0) ? -d : d), 0)
}
