// The cover of an e-book as data: compose says what it is called and whether the edition brings a picture of its own; the
// typesetting draws one where it brings none; package makes a picture of the drawing. Lengths are pixels of the picture.
import type { Picture } from './assets.ts'

/** What an edition says of its cover. */
export interface Cover {
  /** `Cover`, in the language of the edition. */
  title: string
  /** What it shows, for those who cannot see it. */
  alt: string
  /** The edition's own; missing where the press is to set one. */
  picture?: Picture
}

/** A part of an outline as SVG has it: M x y, L x y, Q x y x y, C x y x y x y, Z. */
export interface Stroke {
  type: string
  values: readonly number[]
}

/** An outline that is filled; what comes later lies above. */
export interface Shape {
  ink: 'black' | 'white'
  strokes: readonly Stroke[]
}

/** A line of letters, as it was drawn. */
export interface CoverLine {
  text: string
  /** Size of its letters. */
  size: number
  /** From the left edge, and from the top to its baseline. */
  left: number
  baseline: number
  width: number
}

/** A cover that the press has set, on white paper. */
export interface CoverSheet {
  width: number
  height: number
  lines: readonly CoverLine[]
  shapes: readonly Shape[]
}

declare module 'vfile' {
  interface DataMap {
    cover: Cover
    coverSheet: CoverSheet
    /** The cover on paper: its front, and its spine, lying, where it is thick enough for words. */
    paperCover: { front: CoverSheet; spine?: CoverSheet }
  }
}
