// What is opened in a paragraph is closed in it: brackets, and in English double quotation marks. A quotation of several
// paragraphs opens each and closes the last, and in a block quotation often only the first; `a)` is the number of an item.
//
//     He came (as he had said.
import { asked } from './copy.ts'
import type { Copy, Passage, Query } from './copy.ts'
import { quote } from './quote.ts'

const RULE = 'brackets-pair'
const MARKS = /[()[\]{}“”]/gu
const CLOSES: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '”': '“' }
const OPENED_BY = new Map(Object.entries(CLOSES).map(([close, open]) => [open, close]))
const ITEM = /(?:^|\s)[\p{L}\p{N}]{1,4}$/u
/** A quotation may close in a later paragraph without being opened anew in each. */
const FAR = 8
const SURE = 0.95
const QUOTES = 0.7

/** Brackets and quotation marks without their other half. */
export function* bracketsPair({ passages, english }: Copy): Generator<Query> {
  /** A quotation that an earlier paragraph opened, and how many paragraphs ago. */
  let opened: { query: Query; ago: number } | undefined
  for (const [index, passage] of passages.entries()) {
    const goesOn = /^\s*“/u.test(passages[index + 1]?.text ?? '')
    for (const { mark, at } of unpaired(passage, english && !passage.quoted)) {
      if (mark === '“' && goesOn) continue
      const query = doubt(passage, at, mark)
      if (mark === '“') {
        if (opened) yield opened.query
        opened = { query, ago: 0 }
      } else if (mark === '”' && opened) opened = undefined
      else yield query
    }
    if (opened && opened.ago >= FAR) {
      yield opened.query
      opened = undefined
    } else if (opened) opened.ago += 1
  }
  if (opened) yield opened.query
}

function* unpaired({ text }: Passage, quotes: boolean): Generator<{ mark: string; at: number }> {
  const open: { mark: string; at: number }[] = []
  for (const { 0: mark, index: at } of text.matchAll(MARKS)) {
    if (!quotes && /[“”]/u.test(mark)) continue
    const wanted = CLOSES[mark]
    if (wanted === undefined) open.push({ mark, at })
    else if (open.at(-1)?.mark === wanted) open.pop()
    else if (mark !== ')' || !ITEM.test(text.slice(Math.max(0, at - 6), at))) yield { mark, at }
  }
  yield* open
}

function doubt(passage: Passage, at: number, mark: string): Query {
  const near = passage.text
    .slice(at + 1, at + 30)
    .split(/\s+/u)
    .slice(0, 3)
    .join(' ')
  const where = near.trim() === '' ? '' : ` in ${quote(mark + near)}`
  const before = CLOSES[mark]
  const wanted =
    before === undefined ? `${quote(OPENED_BY.get(mark) ?? '')} after` : `${quote(before)} before`
  const weight = /[“”]/u.test(mark) ? QUOTES : SURE
  return asked(
    RULE,
    passage,
    at,
    at + 1,
    `Unexpected ${quote(mark)}${where}, expected ${wanted} it`,
    weight
  )
}
