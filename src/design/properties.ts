// Every property that a design may have, and how its value is read. Those of the page must be said; those of a part are
// `--<part>-<property>`, and what a part does not say it has from `text`, or it is nothing (INHERITED tells which).
import type { PartName } from './design.ts'
import { count, family, length, orNone, pair, positive, string, word } from './values.ts'
import type { Read } from './values.ts'

/** Of the page. */
export const PAGE = {
  /** Margins: a share of the width, or of the height, of the page. */
  inner: length(['%', 'mm']),
  outer: length(['%', 'mm']),
  head: length(['%', 'mm']),
  foot: length(['%', 'mm']),
  /** Bounds of the measure, in ems of the text, and of the text's size when it is scaled to keep within them. */
  widest: positive(['em']),
  narrowest: positive(['em']),
  smallest: positive(['pt']),
  largest: positive(['pt']),
  columns: count(1, 3),
  gutter: length(['em', 'pt', 'mm']),
  /** With narrower columns there is one less. */
  'narrowest-column': positive(['em']),
  'column-rule': length(['pt']),
  sections: word('recto', 'page', 'run-on'),
  'drop-cap': count(0, 6),
  'opening-small-caps': count(0, 12),
  /** Between the running head, or the folio, and the text; the share is one of the height of the page. */
  'head-gap': orNone(length(['%', 'pt', 'mm', 'rlh'])),
  'folio-gap': orNone(length(['%', 'pt', 'mm', 'rlh'])),
  'folio-at': word('head', 'foot'),
  'note-gap': length(['rlh', 'pt']),
  'note-gap-stretch': length(['rlh', 'pt']),
  'note-space': length(['rlh', 'pt']),
  'note-leading-stretch': length(['rlh', 'pt']),
  /** Length, a share of the measure, and thickness. */
  'note-rule': pair(length(['%', 'em', 'pt', 'mm']), length(['pt']), false),
  'break-mark': string,
  /** Of the e-book. */
  cover: word('frame', 'field', 'handbill')
} as const

/** Of a part. */
export const PART = {
  family,
  cut: word('roman', 'italic', 'bold', 'bold-italic'),
  caps: word('none', 'small'),
  figures: word('old-style', 'lining'),
  size: positive(['pt']),
  leading: positive(['pt', 'rlh', 'em']),
  tracking: length(['em'], -1),
  align: word('justify', 'left', 'center', 'right'),
  hyphenate: word('yes', 'no'),
  above: length(['rlh', 'pt', 'em']),
  below: length(['rlh', 'pt', 'em']),
  indent: length(['em', 'pt', 'mm'], -100),
  inset: pair(length(['em', 'pt', 'mm']), length(['em', 'pt', 'mm']), true),
  rule: length(['pt'])
} as const

/** The leading of the text is no multiple of itself. */
export const TEXT_LEADING = positive(['pt', 'em'])
/** Running head and folio stand in the middle, or at the outer edge, which is not the same on a recto and a verso. */
export const EDGE = word('center', 'outer')

export type PageName = keyof typeof PAGE
export type PropertyName = keyof typeof PART
export type PageValues = { readonly [K in PageName]: Value<(typeof PAGE)[K]> }
export type PartValues = { readonly [K in PropertyName]?: Value<(typeof PART)[K]> }
type Value<R> = R extends Read<infer T> ? T : never

/** What `text` must say, and every other part has from it where it does not say it. The rest is 0 where it is not said. */
export const INHERITED = [
  'family',
  'cut',
  'caps',
  'figures',
  'size',
  'leading',
  'tracking',
  'align',
  'hyphenate'
] as const satisfies readonly PropertyName[]

/** What `text` is sure to say. */
export type Inherited = Required<Pick<PartValues, (typeof INHERITED)[number]>>

/** `--h2-above` */
export function nameOf(property: string, part?: PartName): string {
  return part === undefined ? `--${property}` : `--${part}-${property}`
}
