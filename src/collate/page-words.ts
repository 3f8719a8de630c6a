// The words that stand on the pages, as the layout was read: the text of the pages that have manuscript lines as one
// stream, each note's parts as one stream, and which page holds what.
import type { Page } from '../pages.ts'
import { callMark, cutWords, lettersOf } from './words.ts'
import type { Word } from './words.ts'

/** A note as it stands on the pages. */
export interface PlacedNote {
  words: readonly Word[]
  /** The pages of its parts, in order; the first part must not be marked as continued, all others must. */
  parts: readonly { page: number; continued: boolean }[]
}

/** What stands on the pages. */
export interface PageWords {
  body: readonly Word[]
  notes: ReadonlyMap<number, PlacedNote>
  /** Letters of the pages that the front matter made, to be searched for title and author. */
  front: string
  /** Page of the title's note call. */
  titlePage?: number
}

/** Read the streams off the pages. */
export function pageWords(pages: readonly Page[]): PageWords {
  const body: Word[] = []
  const notes = new Map<number, { words: Word[]; parts: { page: number; continued: boolean }[] }>()
  for (const page of pages) {
    if (page.lines) append(body, page.blocks, page.number)
    for (const { number, text, continued } of page.notes) {
      const note = notes.get(number) ?? { words: [], parts: [] }
      notes.set(number, note)
      append(note.words, [text], page.number)
      note.parts.push({ page: page.number, continued })
    }
  }
  const made = pages.filter((d) => !d.lines)
  const titlePage = made.find((d) => d.blocks.some((text) => text.includes(callMark(1))))?.number
  const front = made.flatMap((d) => d.blocks.map(lettersOf)).join(' ')
  return { body, notes, front, ...(titlePage !== undefined && { titlePage }) }
}

function append(words: Word[], blocks: readonly string[], page: number): void {
  for (const block of blocks) for (const { text } of cutWords(block)) words.push({ text, page })
  const last = words.at(-1)
  if (last?.page === page) last.seam = true
}
