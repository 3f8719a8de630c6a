// How far the particulars of a publication reach behind a title: volume, place, publisher, year, and neither the page that
// is cited nor what is said about it. Where they are not sure, they end with the title.
//
//     *CW* Vol 33, Moscow 1977, pp487–502).   →   Vol 33, Moscow 1977
import { YEAR } from '../queries/citations.ts'

const WINDOW = 160
const WORD = /\S+/gu
const PAGE = /^\(?(?:pp?\.?|S\.|p[áa]gs?\.?)(?:\d.*)?$/u
const VOLUME = /^(?:vols?|volume|bd|band|t|tome|tomo|no|nr|issue)\.?$/iu
const NUMBER = /^(?:\d{1,4}|[ivxlc]{1,7})$/iu
const UNDATED = /^(?:nd|n\.d|sd|s\.d|o\.J)$/u
/** What stands in a publication beside names of places and houses. */
const SMALL =
  /^(?:and|&|of|the|in|de|du|des|der|die|das|la|le|les|el|y|et|und|e|by|von|\d*(?:st|nd|rd|th)|edn?|eds?|edition|aufl|trans|transl|tr|rev|hg|hrsg|vol\.?\d+)$/iu
/** A year behind such a word is told and no particular: the *Almanac* of 1864. */
const LINK = /^(?:of|in|by|from|von|de)$/u
const NAME = /^\p{Lu}[\p{L}\p{M}.’'&/-]*$/u

/** @returns the offset behind the last particular that is sure; `from` where there is none */
export function publicationEnd(text: string, from: number): number {
  let end = from
  let open = 0
  let before = ''
  for (const { 0: whole, index } of text.slice(from, from + WINDOW).matchAll(WORD)) {
    const closing = whole.replace(/[,.;:]+$/u, '')
    const word = closing.replace(/^[([]+|[)\]]+$/gu, '').replace(/[,:.]+$/u, '')
    if (PAGE.test(closing) || PAGE.test(`${word}.`)) break
    open += count(closing, /[([]/gu)
    const closes = count(closing, /[)\]]/gu)
    const dated = YEAR.test(word) || UNDATED.test(word)
    const counted = NUMBER.test(word) && VOLUME.test(before)
    if (dated ? LINK.test(before) : !counted && !isPart(word)) break
    const outside = closes > open
    if (dated || counted || (closes > 0 && !outside && end > from))
      end = from + index + (outside ? closing.replace(/[)\]]+$/u, '') : closing).length
    open -= closes
    if (outside || whole.endsWith(';') || (dated && whole.endsWith('.'))) break
    before = word
  }
  return open > 0 && /[([]/u.test(text.slice(from, end)) ? unopened(text, from, end) : end
}

function isPart(word: string): boolean {
  return [NAME, SMALL, VOLUME, NUMBER, /^[,:.–—-]?$/u].some((d) => d.test(word))
}

/** The end without a bracket that nothing closes. */
function unopened(text: string, from: number, end: number): number {
  const said = text.slice(from, end)
  if (count(said, /[([]/gu) === count(said, /[)\]]/gu)) return end
  return from + said.lastIndexOf('(')
}

function count(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0
}
