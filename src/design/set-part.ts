// A part as the sheet has it, and the scale of the type, in; the part with its lengths in tenths of a point out. Every length
// is a whole number of tenths, so that Chromium, which is given them as pixels, rounds none.
import { PARTS } from './design.ts'
import type { Part, PartName } from './design.ts'
import { PER_MM } from './fit-page.ts'
import type { Sheet } from './read-values.ts'
import type { Length } from './values.ts'

/** What a length may be a multiple of. */
export interface Basis {
  /** What points are multiplied by. */
  scale: number
  /** The size of the part. */
  em: number
  /** The leading of the text. */
  lead: number
  /** What a share is one of. */
  whole: number
}

/** A length in tenths of a point, rounded to one of them. */
export function tenths({ amount, unit }: Length, { scale, em, lead, whole }: Basis): number {
  const factors = { pt: 10 * scale, mm: PER_MM, em, rlh: lead, '%': whole / 100 }
  return Math.round(amount * factors[unit])
}

/** A leading of the text whose quarters are whole tenths: notes whose leading is three of them meet its lines again and again,
 * on pages on which the type had to grow or shrink too. */
const inQuarters = (leading: number): number => Math.max(1, Math.round(leading / 4)) * 4

/** All parts, at this scale of the type. */
export function setParts(sheet: Sheet, scale: number): Readonly<Record<PartName, Part>> {
  const lead = setPart(sheet, 'text', scale, 0).leading
  const set = PARTS.map((d) => [d, setPart(sheet, d, scale, lead)])
  return Object.fromEntries(set) as Readonly<Record<PartName, Part>> // of every name, as it is made here
}

/** @param lead leading of the text, for lengths that are a multiple of it: its own leading is not */
function setPart(sheet: Sheet, name: PartName, scale: number, lead: number): Part {
  const own = sheet.parts[name]
  const inherited = { ...sheet.text, ...own }
  const { family, cut, caps, figures, align, hyphenate } = inherited
  const size = tenths(inherited.size, { scale, em: 0, lead, whole: 0 })
  const said = (length: Length | undefined) =>
    length === undefined ? 0 : tenths(length, { scale, em: size, lead, whole: 0 })
  const [left, right] = own.inset ?? []
  const leading = own.leading === undefined && lead > 0 ? lead : said(inherited.leading)
  const edge = name === 'head' || name === 'folio' ? sheet.edges[name] : undefined
  return {
    family,
    cut: cut === 'bold-italic' ? 'bold italic' : cut,
    caps,
    figures,
    size,
    leading: name === 'text' ? inQuarters(said(inherited.leading)) : leading,
    tracking: said(inherited.tracking),
    above: said(own.above),
    below: said(own.below),
    // The outer edge is at the right of a recto.
    align: edge === undefined ? align : edge === 'outer' ? 'right' : 'center',
    indent: said(own.indent),
    inset: [said(left), said(right)],
    hyphenate: hyphenate === 'yes',
    rule: said(own.rule)
  }
}
