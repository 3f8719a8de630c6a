// The pages of a composition in; what they say of the front matter, of the text and of each note out, each as one stream.
// What goes on overleaf goes on behind its own words: of the cells of a row, only the last with words does so.
import type { Composition } from '../composition.ts'
import { printedOn } from './printed-words.ts'
import type { Print, PrintedBlock } from './printed-words.ts'

/** What the pages say, as streams. */
export interface PrintedFlows {
  /** A stream for each line that the title page says, and the imprint. */
  title: readonly (readonly Print[])[]
  imprint: readonly (readonly Print[])[]
  text: readonly Print[]
  /** By the number of the note. */
  notes: ReadonlyMap<number, readonly Print[]>
}

/** Read the streams off the pages. */
export function printedFlows({ pages, advances, heights }: Composition): PrintedFlows {
  const [title, imprint]: [Print[][], Print[][]] = [[], []]
  const text: Print[] = []
  const notes = new Map<number, Print[]>()
  for (const page of pages) {
    const { kind, blocks, notes: here } = printedOn(page, { advances, heights })
    if (kind === 'title-page') addLines(title, blocks)
    if (kind === 'imprint') addLines(imprint, blocks)
    if (kind === 'text') for (const { prints } of blocks) text.push(...prints)
    for (const { number, blocks: said } of here) {
      const note = notes.get(number) ?? []
      notes.set(number, note)
      for (const { prints } of said) note.push(...prints)
    }
  }
  return { title, imprint, text, notes }
}

/** One stream a block, which may go on overleaf. */
function addLines(lines: Print[][], blocks: readonly PrintedBlock[]): void {
  for (const { continued, prints } of blocks) {
    const last = lines.at(-1)
    if (continued && last) last.push(...prints)
    else lines.push([...prints])
  }
}
