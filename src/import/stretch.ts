// Text that remembers its source: each character of a stretch carries the offset at which it stood, through every cut and
// join, so that a change made late can still be told with the place where an editor will look for it.

const TAIL = 400

/** A stretch of text; `places` holds the source offset of each of its UTF-16 units. */
export interface Stretch {
  text: string
  places: Int32Array
}

/** One change inside a stretch: at this index, cut so many units and put these instead. */
export interface Edit {
  at: number
  cut: number
  put: string
}

/** Text that a repair brings in; all of it stands at one source offset. */
export function inserted(text: string, place: number): Stretch {
  return { text, places: new Int32Array(text.length).fill(place) }
}

/** Part of a stretch. */
export function slice(stretch: Stretch, from: number, to = stretch.text.length): Stretch {
  return { text: stretch.text.slice(from, to), places: stretch.places.subarray(from, to) }
}

/** Stretches set one after the other, in time linear in their length. */
export function concat(parts: readonly Stretch[]): Stretch {
  const places = new Int32Array(parts.reduce((sum, d) => sum + d.places.length, 0))
  let at = 0
  for (const part of parts) {
    places.set(part.places, at)
    at += part.places.length
  }
  return { text: parts.map((d) => d.text).join(''), places }
}

/** A stretch with edits made; they must be in order and must not overlap. */
export function apply(stretch: Stretch, edits: readonly Edit[]): Stretch {
  const parts: Stretch[] = []
  let done = 0
  for (const { at, cut, put } of edits) {
    parts.push(slice(stretch, done, at), inserted(put, placeAt(stretch, at)))
    done = at + cut
  }
  parts.push(slice(stretch, done))
  return concat(parts)
}

/** The stretch without white space at its ends. */
export function trimmed(stretch: Stretch): Stretch {
  const from = stretch.text.length - stretch.text.trimStart().length
  return slice(stretch, from, Math.max(from, stretch.text.trimEnd().length))
}

/** The last units of a text, enough to judge how it ends; a pattern that seeks an end would else seek it from everywhere. */
export function ending(text: string): string {
  return text.slice(-TAIL)
}

/** The source offset of an index; past the end, of the last unit. */
export function placeAt(stretch: Stretch, at: number): number {
  return stretch.places[at] ?? stretch.places.at(-1) ?? 0
}
