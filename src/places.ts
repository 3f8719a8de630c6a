// Where the words of a manuscript stand on its pages: a typeset manuscript in, a box for each word out, by the arithmetic
// that set the lines. All lengths are tenths of a point, from the top left corner of the trimmed page.
import type { VFile } from 'vfile'
import type { Composition } from './composition.ts'
import { noteLabels, wordsOf } from './manuscript/words.ts'
import type { Flow, TextWord } from './manuscript/words.ts'
import { matchWords } from './places/match-words.ts'
import { placeFront } from './places/place-front.ts'
import { printedFlows } from './places/printed-flows.ts'
import type { PrintedFlows } from './places/printed-flows.ts'
import type { Rule } from './places/printed-words.ts'

export { baselineOf } from './places/printed-words.ts'
export { placeOf, wordAt } from './places/word-at.ts'

/**
 * Where a word stands, or the part of one that a line holds: from the left of its first letter to where the pen stands
 * behind its last, punctuation and a hyphen that was put in included. A line that runs from right to left is measured as if
 * it did not.
 */
export interface Box {
  /** Number of the page. */
  page: number
  left: number
  /** From the ascender's height to the descender's depth of its face, whatever the leading; the highest and the deepest of
   * a word in several. */
  top: number
  width: number
  height: number
}

/** A word on the pages. */
export interface PlacedWord {
  word: TextWord
  /** Two where the end of a line divides it; the title stands on the title page and in running heads: the first counts. */
  boxes: readonly Box[]
}

const known = new WeakMap<Composition, readonly PlacedWord[]>()

/**
 * Where the words of a typeset manuscript stand: each word of `wordsOf`, in that order. One that is not printed has no box,
 * and neither has what the press says itself. Asked again of the same composition, the same places.
 *
 * @param file with `data.composition`, as typesetting leaves it
 */
export function placeWords(file: VFile): readonly PlacedWord[] {
  const { composition } = file.data
  if (!composition) throw new Error('Only a typeset manuscript has places')
  const before = known.get(composition)
  if (before) return before
  const words = wordsOf(file)
  const printed = printedFlows(composition)
  const front = words.findIndex((d) => d.flow !== 'front')
  const placed = [
    ...placeFront(front < 0 ? words : words.slice(0, front), printed, composition),
    ...(front < 0 ? [] : placeRest(file, words.slice(front), printed, composition))
  ]
  known.set(composition, placed)
  return placed
}

/** The text, then each note by itself. */
function placeRest(
  file: VFile,
  words: readonly TextWord[],
  { text, notes }: PrintedFlows,
  rule: Rule
): PlacedWord[] {
  const numbers = new Map(noteLabels(file).map((label, index) => [label, index + 1]))
  const placed: PlacedWord[] = []
  for (let from = 0; from < words.length;) {
    const flow = words[from]?.flow
    let to = from + 1
    while (to < words.length && isSame(words[to]?.flow, flow)) to += 1
    const some = words.slice(from, to)
    const label = typeof flow === 'object' ? flow.note : undefined
    const prints = label === undefined ? text : (notes.get(numbers.get(label) ?? 0) ?? [])
    const boxes = matchWords(some, prints, rule)
    some.forEach((word, index) => placed.push({ word, boxes: boxes[index] ?? [] }))
    from = to
  }
  return placed
}

function isSame(a: Flow | undefined, b: Flow | undefined): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && a.note === b.note)
}
