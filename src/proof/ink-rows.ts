// A composition in, for each of its pages how far the ink of each line reaches out: by the drawings of the very letters
// that stand in it. What is drawn between two lines touches neither where it keeps to what is free.
import type { Composition, Piece, PlacedLine, PlacedPicture, Rule } from '../composition.ts'
import { faceBytes } from '../faces.ts'
import type { FaceName } from '../faces.ts'
import { readGlyphs } from '../pdf/glyphs.ts'
import { baselineOf } from '../places.ts'

/** Ink of a letter, of a picture or a rule; tenths of a point. */
export interface Ink {
  left: number
  right: number
  top: number
  bottom: number
}

/** A line: its baseline, and the ink of its letters; what is no line has none. */
export interface InkRow {
  baseline: number | undefined
  ink: readonly Ink[]
}

/** The lines of a page, by its number. */
export type InkOf = (page: number) => readonly InkRow[]

/** How far a letter reaches up and down from the baseline, in ems. */
type Reach = readonly [up: number, down: number]
type ReachOf = (letter: string) => Reach

/** What is drawn for a letter that the face has not. */
const MISSING: Reach = [0.7, 0.05]
/** Figures of note calls stand higher than those that the font has under their numbers. */
const SUPERIOR = 0.9

const known = new Map<FaceName, Promise<ReachOf>>()

/** Read the faces of a composition; the pages are looked at when they are asked for. */
export async function openInk(composition: Composition): Promise<InkOf> {
  const reaches = new Map<FaceName, ReachOf>()
  for (const face of composition.faces) {
    const opening = known.get(face) ?? faceBytes(face).then(reachIn)
    known.set(face, opening)
    reaches.set(face, await opening)
  }
  return (number) => {
    const page = composition.pages[number - 1]
    if (!page) return []
    const blocks = [...page.furniture, ...page.blocks, ...page.notes.flatMap((d) => d.blocks)]
    const pictures = blocks.flatMap((d) => d.picture ?? [])
    return [
      ...blocks.flatMap((d) => d.lines.map((line) => rowOf(line, d.left, composition, reaches))),
      ...[...page.rules, ...pictures].map(solid)
    ]
  }
}

function rowOf(
  placed: PlacedLine,
  blockLeft: number,
  { advances, heights }: Composition,
  reaches: ReadonlyMap<FaceName, ReachOf>
): InkRow {
  const { line, strut } = placed
  if (!strut && line.pieces.length === 0) return { baseline: undefined, ink: [] }
  const baseline = baselineOf(placed, heights)
  const left = blockLeft + line.left
  const x = advances(line)
  const ink: Ink[] = []
  let at = 0
  for (const piece of line.pieces)
    for (const letter of piece.text) {
      const [up, down] = inkOf(piece, letter, reaches)
      const [begin, end] = [x[at] ?? 0, x[at + letter.length] ?? 0]
      at += letter.length
      if (up + down > 0)
        ink.push({
          left: left + begin,
          right: left + end,
          top: baseline - up,
          bottom: baseline + down
        })
    }
  return { baseline, ink }
}

function solid({ left, top, width, height }: Rule | PlacedPicture): InkRow {
  return { baseline: undefined, ink: [{ left, right: left + width, top, bottom: top + height }] }
}

/** In tenths of a point. */
function inkOf(
  { run, missing }: Piece,
  letter: string,
  reaches: ReadonlyMap<FaceName, ReachOf>
): Reach {
  const { size, face, raise, features } = run.style
  // A thing in the line says its height, or is a mark of the size of a letter.
  if (run.width !== undefined) return [Math.max(size, ...run.wraps.map(heightSaid)), 0]
  const [up, down] = (missing ? undefined : reaches.get(face)?.(letter)) ?? MISSING
  if (up + down === 0) return [0, 0]
  const high = features.includes('sups') ? Math.max(SUPERIOR, up) : up
  return [high * size + raise, down * size - raise]
}

function heightSaid({ properties }: Piece['run']['wraps'][number]): number {
  return Number(properties.dataHigh ?? 0)
}

/** The box of a drawing stands at its head (https://learn.microsoft.com/typography/opentype/spec/glyf). */
function reachIn(font: Uint8Array): ReachOf {
  const { em, glyphOf, outlineOf } = readGlyphs(font)
  const found = new Map<string, Reach>()
  return (letter) => {
    const before = found.get(letter)
    if (before) return before
    const glyph = glyphOf(letter.codePointAt(0) ?? 0)
    const outline = glyph === 0 ? undefined : outlineOf(glyph)
    const reach = outline ? boxOf(outline, em) : MISSING
    found.set(letter, reach)
    return reach
  }
}

function boxOf(outline: Uint8Array, em: number): Reach {
  if (outline.length < 10) return [0, 0]
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength)
  return [view.getInt16(8) / em, -view.getInt16(4) / em]
}
