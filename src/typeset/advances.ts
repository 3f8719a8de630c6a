// Where each letter of a line stands: a line in, the distances of its letters from its left edge out, by the shaping that
// measured it when it was set. A letter within a ligature is given an even share of it.
import { MISSING_WIDTH } from '../composition.ts'
import type { Line, Piece } from '../composition.ts'
import { continues, isWordSpace, languageOf } from './letters.ts'
import type { Shaper } from './shape.ts'

/**
 * Distance of each boundary between code units from the left edge of a line, over the texts of its pieces joined: one more
 * than it has code units, in tenths of a point, as it is drawn.
 *
 * @param language BCP 47 of its block, where that is not the language of the book
 */
export function advancesOf(line: Line, shaper: Pick<Shaper, 'shape'>, language?: string): number[] {
  const x = [0]
  const { pieces } = line
  for (let index = 0; index < pieces.length;) {
    const first = pieces[index]
    if (!first) break
    let text = first.text
    index += 1
    for (let next = pieces[index]; next && joins(first, next); next = pieces[index]) {
      text += next.text
      index += 1
    }
    if (first.run.width !== undefined) addEven(x, text, first.run.width * line.stretch)
    else if (first.missing) addMissing(x, first, line)
    else addText(x, text, first, line, shaper, language)
  }
  return x
}

/** Whether two pieces are shaped together. */
function joins(first: Piece, next: Piece): boolean {
  if (first.run.width !== undefined || first.missing || next.missing) return false
  return continues(first.run, next.run)
}

function addText(
  x: number[],
  text: string,
  { run }: Piece,
  { tracking, wordSpace, stretch }: Line,
  shaper: Pick<Shaper, 'shape'>,
  language: string | undefined
): void {
  const { style, wraps } = run
  const { advances, starts, spaced } = shaper.shape(text, style, languageOf(wraps) ?? language)
  const letterspace = style.tracking + tracking
  let pen = x.at(-1) ?? 0
  for (let at = 0; at < text.length;) {
    let end = at + 1
    while (end < text.length && starts[end] === 0) end += 1
    const space = isWordSpace(text.charCodeAt(at)) ? wordSpace : 0
    const more = space + (spaced[at] === 1 ? letterspace : 0)
    const width = ((advances[at] ?? 0) * style.size + more) * stretch
    for (let index = 1; index < end - at; index += 1) x.push(pen + (width * index) / (end - at))
    pen += width
    x.push(pen)
    at = end
  }
}

function addMissing(x: number[], { text, run }: Piece, { stretch }: Line): void {
  for (const letter of text) addEven(x, letter, MISSING_WIDTH * run.style.size * stretch)
}

function addEven(x: number[], text: string, width: number): void {
  const from = x.at(-1) ?? 0
  for (let index = 1; index <= text.length; index += 1) x.push(from + (width * index) / text.length)
}
