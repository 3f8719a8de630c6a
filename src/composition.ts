// What the typesetting hands to print: lines that are broken, justified and measured, and pages that say where each of
// them stands. All lengths are tenths of a point (720 to the inch), which are whole CSS pixels in the document that is
// laid out, so that no leading is ever rounded.
import type { Properties } from 'hast'
import type { FaceName } from './faces.ts'

/** How letters are set. */
export interface Style {
  face: FaceName
  size: number
  /** OpenType features beyond those that are always on (kern, liga, clig, calt): `onum`, `smcp`, `sups`. */
  features: readonly string[]
  /** Space added to each letter by the design, as small capitals want it. */
  tracking: number
  /** How far above its line it stands; 0 for most. */
  raise: number
}

/** An element around letters in a line: `em`, `a`, `code`. The same object is the same element. */
export interface Wrap {
  tagName: string
  properties: Properties
}

/** Letters of one style within the same elements, or a thing that stands in the line as a letter does. */
export interface Run {
  /** '\n' is a forced end of the line, U+200B a place where a line may end without a hyphen. */
  text: string
  style: Style
  /** From without. */
  wraps: readonly Wrap[]
  /** Number of the note that this run calls for the first time. */
  call?: number
  /** A thing that is no text, such as the end mark or a picture: its text is U+FFFC, and this its width. */
  width?: number
}

/** A stretch of a line that is one run, or part of one. */
export interface Piece {
  text: string
  run: Run
  /** The face has no drawing for these letters: each takes 0.6 of its size, and no letterspace. */
  missing?: true
}

/** What a letter takes that its face has no drawing for, in ems. */
export const MISSING_WIDTH = 0.6

/** How a line ends: between words, at a hyphen that was put in, at one of the text, behind a dash, inside an address or
 * a word that is too long, with nothing put in, at a line break, or with its paragraph. */
export type LineEnd = 'space' | 'soft' | 'hard' | 'dash' | 'inside' | 'break' | 'end'

/** A line as it is set: its letters need only be put where it says. */
export interface Line {
  /** In order; a hyphen that was put in is part of the last, the space between two lines is not. */
  pieces: readonly Piece[]
  end: LineEnd
  /** From the left edge of the block's measure; negative where a quotation mark hangs out. */
  left: number
  /** From `left`, with all that follows. */
  width: number
  /** Added to each word space (U+0020 and U+00A0), besides the tracking. */
  wordSpace: number
  /** Added to each letter, besides that of its style. */
  tracking: number
  /** Horizontal scale of the whole line: 1 is natural. */
  stretch: number
}

/** One way to set a block: all that the page builder needs to know of it, and its lines when they are wanted. */
export interface Setting {
  /** 0 is the best; what its looseness or tightness costs. */
  cost: number
  /** Heights of its lines, in order. */
  heights: readonly number[]
  /** Numbers of the notes that each line calls for the first time; missing where none does. */
  calls: ReadonlyMap<number, readonly number[]>
  /** Whether each line ends with a hyphen. */
  hyphens: readonly boolean[]
  /** Lines that could not be set well: broken inside a word that does not fit, or wider than their measure. */
  forced?: number
  /** Made when they are wanted, and kept. */
  lines: () => readonly Line[]
}

/** A line at its place: the top of its line box, from the top of the page; the box is as high as its leading. */
export interface PlacedLine {
  line: Line
  top: number
  leading: number
  /** The style that its baseline goes by, which is that of its block; that of its first letter where missing. */
  strut?: Style
}

/** A picture at its place. */
export interface PlacedPicture {
  /** Its name in `file.data.pictures`. */
  src: string
  alt: string
  left: number
  top: number
  width: number
  height: number
}

/** What one element of the text has on a page: a paragraph, a cell, a label, a picture. */
export interface SetBlock {
  /** The elements around it, from without: `blockquote`, `ul` and `li`. The same object is the same element. */
  within: readonly Wrap[]
  /** Its own element. */
  element: Wrap
  /** First manuscript line; missing for what the press says itself. */
  line?: number
  /** Left edge of its measure, from the left edge of the page. */
  left: number
  lines: readonly PlacedLine[]
  picture?: PlacedPicture
  /** It began on an earlier page. */
  continued: boolean
}

/** A thin line that is drawn, across or down. */
export interface Rule {
  left: number
  top: number
  width: number
  height: number
}

/** A note, or the part of one, at the foot of a page. */
export interface SetNote {
  number: number
  blocks: readonly SetBlock[]
  continued: boolean
}

/** A page on which every line has its place. */
export interface ComposedPage {
  /** From 1. */
  number: number
  side: 'recto' | 'verso'
  /** What it holds, as a class: `title-page`, `imprint`, `contents`, `text`, `colophon`, `blank`. */
  kind: string
  /** The page number as printed, or ''. */
  folio: string
  /** The number that the page has, whether it is printed or not: `iv`, `12`. */
  label: string
  /** The running head, or ''. */
  head: string
  furniture: readonly SetBlock[]
  blocks: readonly SetBlock[]
  notes: readonly SetNote[]
  rules: readonly Rule[]
}

/** An edition, composed. */
export interface Composition {
  /** The page after trimming, and its bleed. */
  width: number
  height: number
  bleed: number
  /** Lines of text that a full page holds. */
  lines: number
  pages: readonly ComposedPage[]
  /** Faces in use. */
  faces: readonly FaceName[]
  /** What could not be avoided. */
  findings: readonly Finding[]
  /** How the edition was brought to its number of pages; '' when none was asked for. */
  fitted: string
  /**
   * Distance of each boundary between code units from the left edge of a line, over the texts of its pieces joined: one more
   * than it has code units. It is reckoned when it is asked for.
   *
   * @param language BCP 47 of its block, where that is not the language of the edition
   */
  advances: (line: Line, language?: string) => readonly number[]
  /** How high the letters of a face in use stand above the baseline, and how deep below, in ems. */
  heights: (face: FaceName) => { readonly ascent: number; readonly descent: number }
}

/** What a careful printer would not have wished, and could not avoid. */
export interface Finding {
  /** `widow`, `short-page`, `loose-line`: the name of the rule. */
  rule: string
  /** Number of the page. */
  page: number
  /** Its folio, or its label where none is printed. */
  folio: string
  /** Manuscript line; 0 for what the press says itself. */
  line: number
  /** What is wrong, with the words at which it is. */
  reason: string
  /** What it costs in the table of taste; more is worse. */
  cost: number
}

declare module 'vfile' {
  interface DataMap {
    composition: Composition
  }
}

/** The paper in the browser, in whole inches so that no printer's rounding moves a line, and the page's corner on it. */
export interface SheetSize {
  /** In inches. */
  across: number
  down: number
  /** Left and top edge of the trimmed page, in tenths of a point. */
  left: number
  top: number
}

const INCH = 720

/** A sheet that holds the page and its bleed, in the middle. */
export function sheetOf({ width, height, bleed }: Composition): SheetSize {
  const inches = (length: number) => Math.ceil((length + 2 * bleed) / INCH)
  const [across, down] = [inches(width), inches(height)]
  return { across, down, left: (across * INCH - width) / 2, top: (down * INCH - height) / 2 }
}
