// What an imposer is asked for: how the sheets are to become a book, on which paper, with which marks. Every value has
// its default here; what only the pages can tell (paper, edge) stays open until they are known.
import type { Creep } from './creep.ts'

/** How sheets become a book. */
export const LAYOUTS = ['saddle', 'signatures', 'perfect', 'zine8', 'nup'] as const
export type Layout = (typeof LAYOUTS)[number]

/** What helps the hands; the slug line comes with them. */
export const MARKS = ['fold', 'crop', 'staple', 'sew', 'register'] as const
export type Mark = (typeof MARKS)[number]

/** Paper by name: shorter and longer side in millimetres. */
export const PAPERS = {
  a4: [210, 297],
  a3: [297, 420],
  letter: [215.9, 279.4],
  tabloid: [279.4, 431.8]
} as const
export type Paper = keyof typeof PAPERS

/** A paper as people write it: `A4`, `letter`. */
export function paperName(paper: Paper): string {
  return paper.startsWith('a') ? paper.toUpperCase() : paper
}

/** Edge of the paper about which the printer turns a sheet. */
export type Edge = 'short' | 'long'

/** A job of imposition. */
export interface Job {
  layout: Layout
  /** Letter for pages of half letter or letter, else A4, when missing. */
  sheet?: Paper
  /** Sheets that are folded into each other, for signatures and perfect binding. */
  signature: number
  /** How far inner sheets are moved towards the fold; nothing when missing. */
  creep?: Creep
  /** No marks and no slug line when empty. */
  marks: readonly Mark[]
  /** The edge along which pages stand upright on both sides, when missing. */
  flip?: Edge
  /** The book is read from right to left. */
  rtl: boolean
  /** The printer prints one side in a pass: all fronts, then all backs. */
  oneSided: boolean
  /** Moves what is printed on backs, in millimetres to the right and up, as their pages stand. */
  backShift: readonly [right: number, up: number]
  /** Blank pages stand before the last page, so that a back cover stays at the back, or at the end. */
  blanks?: 'inside' | 'end'
  /** A page with drawings of how this book is put together comes first. */
  leaflet: boolean
}

const SHEETS_OF_A_SIGNATURE = 4
const USUAL_MARKS: Readonly<Record<Layout, readonly Mark[]>> = {
  saddle: ['fold', 'crop', 'staple'],
  signatures: ['fold', 'crop', 'sew'],
  perfect: ['fold', 'crop'],
  zine8: ['fold', 'crop'],
  nup: ['crop']
}

/** A job with what is usual where nothing is said. */
export function jobOf(asked: Partial<Job>): Job {
  const layout = asked.layout ?? 'saddle'
  return {
    layout,
    signature: layout === 'signatures' ? SHEETS_OF_A_SIGNATURE : 1,
    marks: USUAL_MARKS[layout],
    rtl: false,
    oneSided: false,
    backShift: [0, 0],
    leaflet: false,
    ...asked
  }
}

/** How many sheets are folded into each other at most. */
export function nestedSheets({ layout, signature }: Job): number {
  return layout === 'saddle' ? Number.POSITIVE_INFINITY : signature
}
