// From one number to another is an en dash: `1936-8` → `1936–8`, `pp42-3` → `pp42–3`. A range must count up; telephone numbers,
// ISBNs, dates (`2026-11-22`), scores that count down and anything with a third part are left alone.
import type { Block, Draft } from './draft.ts'
import { edit, everyBlock, kindAt, PROSE } from './draft.ts'
import type { Edit } from './stretch.ts'

const RANGE =
  /(?<![\p{L}\p{N}][-./:–]|[\p{N}][,.]|[-/@#_=+])\b((?:pp?)?)(\d{1,3}(?:,\d{3})+|\d{1,5})-(\d{1,3}(?:,\d{3})+|\d{1,5})(?![\p{L}\p{N}_]|[-/@–]|[.:,]\d)/gu
const CODE =
  /(?:isbn|issn|tel|telephone|phone|fax|mobile|postcode|zip|call|ring|code|model|ref|version)[\s:.(#+\d-]*$/iu
const PAGES =
  /\b(?:pp?|pages?|lines?|vols?|volumes?|nos?|numbers|chapters?|ch|sections?|verses?|cols?|§§?|ss?|articles?|figs?|figures?|tables?)\.?\s*$/iu
const LOOK_BACK = 24

/** Set ranges of numbers. */
export function setNumberRanges(draft: Draft): void {
  for (const block of everyBlock(draft))
    edit(draft, block, ranges(draft, block), 'set-number-ranges')
}

function ranges(draft: Draft, { content }: Block): Edit[] {
  return [...content.text.matchAll(RANGE)].flatMap((match) => {
    const [whole, pages = '', from = '', to = ''] = match
    const at = match.index + whole.length - to.length - 1
    const before = content.text.slice(Math.max(0, match.index - LOOK_BACK), match.index)
    if (kindAt(draft, content, at) !== PROSE || CODE.test(before)) return []
    const named = pages !== '' || PAGES.test(before)
    return countsUp(from, to) && (named || plausible(from, to)) ? [{ at, cut: 1, put: '–' }] : []
  })
}

/** Whether the second number is the greater, its leading digits taken from the first when it has fewer. */
function countsUp(from: string, to: string): boolean {
  const [first, second] = [from.replaceAll(',', ''), to.replaceAll(',', '')]
  if (first.startsWith('0') || /^0./u.test(second))
    return /^0?\d$/u.test(second) && shortened(first, second)
  return Number(second) > Number(first) || shortened(first, second)
}

function shortened(first: string, second: string): boolean {
  return (
    second.length < first.length && Number(first.slice(0, -second.length) + second) > Number(first)
  )
}

/** Without a word that says so: years, thousands, or numbers of like size; `555-1234` is a telephone number. */
function plausible(from: string, to: string): boolean {
  if (from.includes(',') || to.includes(',')) return true
  if (/^\d{5}/u.test(from) || to.length > 4) return false
  return to.length <= from.length || (from.length < 3 && to.length <= 3)
}
