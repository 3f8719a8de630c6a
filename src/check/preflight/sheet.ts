// What a preflight looks at: the pages with their boxes and what they draw, read once for all rules, and the profile of
// who is to print them.
import { PDFArray, PDFName, PDFNumber } from '../../pdf.ts'
import type { PDFDocument, PDFPage } from '../../pdf.ts'
import { marksOn } from './page-marks.ts'
import type { Mark } from './mark.ts'
import type { Profile } from './profiles.ts'

export const PER_MM = 72 / 25.4
/** Boxes may be off by this, in points. */
export const NEARLY = 0.01

/** Left, bottom, right and top, in points. */
export type Box = readonly [number, number, number, number]
export type BoxName = 'MediaBox' | 'CropBox' | 'BleedBox' | 'TrimBox' | 'ArtBox'

/** A page, from 1. */
export interface PressPage {
  number: number
  page: PDFPage
  boxes: Partial<Record<BoxName, Box>>
  marks: readonly Mark[]
}

/** A document, with the profile against which it is held. */
export interface Preflight {
  document: PDFDocument
  pages: readonly PressPage[]
  profile: Profile
}

/** Read a document. */
export function readPreflight(document: PDFDocument, profile: Profile): Preflight {
  const pages = document.getPages().map((page, i) => ({
    number: i + 1,
    page,
    boxes: boxesOf(page),
    marks: marksOn(page)
  }))
  return { document, pages, profile }
}

const BOXES: readonly BoxName[] = ['MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox']

/** The boxes that a page has, those of media and crop from the page tree too. */
function boxesOf({ node }: PDFPage): Partial<Record<BoxName, Box>> {
  const boxes: Partial<Record<BoxName, Box>> = {}
  for (const name of BOXES) {
    const found = node.getInheritableAttribute(PDFName.of(name))
    const array = found && node.context.lookup(found)
    if (!(array instanceof PDFArray) || array.size() !== 4) continue
    const [a = 0, b = 0, c = 0, d = 0] = array
      .asArray()
      .map((_, i) => array.lookup(i))
      .map((value) => (value instanceof PDFNumber ? value.asNumber() : 0))
    boxes[name] = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
  }
  return boxes
}

/** Whether a box lies within another. */
export function within(inner: Box, outer: Box): boolean {
  return (
    inner[0] >= outer[0] - NEARLY &&
    inner[1] >= outer[1] - NEARLY &&
    inner[2] <= outer[2] + NEARLY &&
    inner[3] <= outer[3] + NEARLY
  )
}

const MOST_NAMED = 6

/** `page 3`; `pages 3, 4 and 9`; after six the others are counted. */
export function pagesSaid(numbers: readonly number[]): string {
  const [first] = numbers
  if (numbers.length === 1) return `page ${first}`
  const named = numbers.slice(0, MOST_NAMED)
  const more = numbers.length - named.length
  const last = more > 0 ? `${more} more` : named.pop()
  return `pages ${named.join(', ')} and ${last}`
}

/** The pages that have such a mark, and the first of these marks. */
export function marked(
  { pages }: Preflight,
  is: (mark: Mark, page: PressPage) => boolean
): { on: string; first: Mark } | undefined {
  const found = pages.flatMap((page) => {
    const mark = page.marks.find((d) => is(d, page))
    return mark ? [{ number: page.number, mark }] : []
  })
  const [one] = found
  return one && { on: pagesSaid(found.map((d) => d.number)), first: one.mark }
}

/** The pages of which something is true, said; undefined when there is none. */
export function pagesWhere(
  { pages }: Preflight,
  is: (page: PressPage) => boolean
): string | undefined {
  const numbers = pages.filter(is).map((d) => d.number)
  return numbers.length > 0 ? pagesSaid(numbers) : undefined
}
