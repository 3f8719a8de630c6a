// Who is to print a file, and what they ask: which rules are errors, which are queries, and the limits of each. Facts from
// the printers' own pages: Kindle Direct Publishing's and short-run printers' submission guides, ISO 15930-7.

import { PDFArray, PDFDict, PDFName } from '../../pdf.ts'
import type { PDFDocument } from '../../pdf.ts'

export type Rank = 'error' | 'query' | 'off'

/** What a printer asks. Lengths are millimetres, sizes points. */
export interface Profile {
  /** For rules that are not named in `ranks`. */
  rank: Rank
  ranks: Readonly<Record<string, Rank>>
  bleed: number
  /** Nothing that matters stands nearer to the trim than this. */
  safe: number
  /** Pages come in whole multiples of this. */
  pages: number
  /** Sum of four shares of ink. */
  ink: number
  line: number
  type: number
  reversed: number
  /** Pixels to the inch: pictures, and those of one bit. */
  picture: number
  lineArt: number
  /** A spine takes words from this thickness on. */
  spine: number
}

const X4: Profile = {
  rank: 'error',
  ranks: {
    'no-transparency': 'off',
    'no-layers': 'query',
    'no-spot-inks': 'query',
    'no-outline': 'off',
    'safe-area': 'query',
    'line-art-fine-enough': 'query',
    'pictures-fine-enough': 'query',
    'type-large-enough': 'query',
    'reversed-type-large': 'query',
    'no-hairlines': 'query',
    'titles-agree': 'query',
    'text-drawn': 'query',
    'no-blank-runs': 'query',
    'whole-sheets': 'query',
    'spine-text-fits': 'query'
  },
  bleed: 3,
  safe: 3,
  pages: 4,
  ink: 3,
  line: 0.2,
  type: 5,
  reversed: 6,
  picture: 225,
  lineArt: 600,
  spine: 5
}

const OFF_AT_HOME = [
  'output-intent',
  'pdfx-said',
  'trapped-said',
  'bleed-wide',
  'trim-said',
  'no-annotations',
  'no-rgb',
  'has-identifier',
  'whole-sheets'
]

/** Profiles by the names that `--profile` takes. */
export const PROFILES = {
  'generic-x4': X4,
  'saddle-short-run': {
    ...X4,
    ranks: {
      ...X4.ranks,
      'whole-sheets': 'error',
      'no-outline': 'query',
      'no-spot-inks': 'error',
      'spine-text-fits': 'error'
    },
    safe: 5,
    ink: 2.8,
    picture: 300,
    lineArt: 1200
  },
  kdp: {
    ...X4,
    ranks: {
      ...X4.ranks,
      'output-intent': 'off',
      'pdfx-said': 'off',
      'trapped-said': 'off',
      'no-rgb': 'off',
      'no-annotations': 'query',
      'whole-sheets': 'off',
      'no-transparency': 'query',
      'spine-text-fits': 'error'
    },
    // 80 pages of white paper, 0.0572 mm each: "Spine text requires more than 79 pages".
    spine: 4.5,
    bleed: 0,
    safe: 6.4,
    pages: 2,
    line: 0.75,
    type: 7,
    reversed: 7,
    picture: 300
  },
  home: {
    ...X4,
    rank: 'query',
    ranks: { ...X4.ranks, ...Object.fromEntries(OFF_AT_HOME.map((d) => [d, 'off'])) },
    bleed: 0,
    picture: 150,
    lineArt: 300,
    type: 5
  }
} as const satisfies Readonly<Record<string, Profile>>

export type ProfileName = keyof typeof PROFILES

/** A file that says it is for a press is held against the standard, any other as for a printer at home. */
export function profileFor(document: PDFDocument): ProfileName {
  const intents = document.catalog.lookup(PDFName.of('OutputIntents'))
  const list = intents instanceof PDFArray ? intents.asArray().map((_, i) => intents.lookup(i)) : []
  const forPress = list.some(
    (d) => d instanceof PDFDict && d.lookup(PDFName.of('S')) === PDFName.of('GTS_PDFX')
  )
  return forPress ? 'generic-x4' : 'home'
}
