// What the front matter says, and the lines of the title page and the imprint that say it: each line is that of one key or
// more, in the order in which they are printed, and the press adds words of its own: `Part`, `First published in`.
import type { TextWord } from '../manuscript/words.ts'
import type { Box, PlacedWord } from '../places.ts'
import { matchWords } from './match-words.ts'
import type { PrintedFlows } from './printed-flows.ts'
import type { Print, Rule } from './printed-words.ts'

/** Keys of each line of the title page; a line is printed where the edition has one of them. */
const TITLE = ['title title-note', 'subtitle', 'part', 'author', 'publisher']
/** And of the imprint. */
const IMPRINT = [
  'title author',
  'publisher place date',
  'source-publication',
  'rights',
  'identifier'
]

/** Words of the front matter, each where it is printed first. */
export function placeFront(
  words: readonly TextWord[],
  { title, imprint }: Pick<PrintedFlows, 'title' | 'imprint'>,
  rule: Rule
): PlacedWord[] {
  const boxes = new Map<TextWord, readonly Box[]>()
  placeLines(TITLE, title)
  placeLines(IMPRINT, imprint)
  return words.map((word) => ({ word, boxes: boxes.get(word) ?? [] }))

  function placeLines(lines: readonly string[], printed: readonly (readonly Print[])[]): void {
    const said = lines
      .map((line) => line.split(' ').flatMap((key) => words.filter((d) => d.kind === key)))
      .filter((d) => d.length > 0)
    said.forEach((line, index) => {
      const found = matchWords(line, printed[index] ?? [], rule)
      line.forEach((word, at) => {
        const here = found[at] ?? []
        if (here.length > 0 && !boxes.has(word)) boxes.set(word, here)
      })
    })
  }
}
