// What an editor asks the author in a manuscript, with the place on its pages at which it is asked: beside the word before
// it, or, where it opens a paragraph, the one behind.
import type { VFile } from 'vfile'
import { authorQueriesOf } from '../manuscript/author-queries.ts'
import { placeWords } from '../places.ts'
import type { Box, PlacedWord } from '../places.ts'
import type { ProofQuery } from '../proof.ts'

/** What parts paragraphs, with the marks of a quotation. */
const PARTS = /\n[ \t>]*\n/u

/** The open ones, in order. */
export function marginQueries(file: VFile): ProofQuery[] {
  const text = String(file)
  const words = placeWords(file)
    .filter((d) => d.boxes.length > 0)
    .toSorted((a, b) => a.word.from - b.word.from)
  const { asked } = authorQueriesOf(file)
  return asked.flatMap(({ number, question, answer, line, from, to }) => {
    if (answer !== undefined) return []
    const box = boxAt(words, text, from, to)
    return [{ number, text: question, line, ...(box && { box }) }]
  })
}

function boxAt(
  words: readonly PlacedWord[],
  text: string,
  from: number,
  to: number
): Box | undefined {
  const next = firstFrom(words, to)
  // A word may hold the query within it.
  const [before, after] = [words[next - 1], words[next]]
  const isNear = (start: number, end: number) => !PARTS.test(text.slice(start, end))
  if (before && isNear(before.word.to, from)) return before.boxes.at(-1)
  if (after && isNear(to, after.word.from)) return after.boxes[0]
  return before?.boxes.at(-1) ?? after?.boxes[0]
}

/** Index of the first word that begins at an offset or behind it. */
function firstFrom(words: readonly PlacedWord[], offset: number): number {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((words[middle]?.word.from ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
