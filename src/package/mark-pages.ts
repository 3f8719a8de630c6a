// The pages of the print edition in the EPUB: an empty, labelled element at the very place where each of them begins, so
// that a reader with the e-book finds the page that a reader with the paper names. A page that begins inside a word begins
// before that word; a blank one, and one that goes on with a note in the middle of the text, where the next one does; one
// that has nothing but the rest of a section's last note, inside that note.
// https://kb.daisy.org/publishing/docs/navigation/pagelist.html
import { visit } from 'unist-util-visit'
import type { DataMap, VFile } from 'vfile'
import type { Composition } from '../composition.ts'
import { queryAt } from '../failure.ts'
import { noteLetters, textLetters } from './chapter-letters.ts'
import type { Letters, Spot } from './chapter-letters.ts'
import { insertMarker } from './insert-marker.ts'
import { printedBook } from './page-turns.ts'
import type { Part, Turn } from './page-turns.ts'

type Chapter = NonNullable<DataMap['chapters']>[number]

/** A page of the print edition. */
export interface PrintPage {
  label: string
  id: string
  /** Where it begins in the EPUB. */
  href: string
  /** Its first line in the contents, which the EPUB makes anew: the id of a heading. */
  entry?: string
}

/** A page, and where it begins in a tree: at a spot, or behind the last letter. */
interface Mark {
  turn: Turn
  chapter: Chapter
  spot?: Spot
}

const KINDS: Readonly<Record<Exclude<Part, 'contents'>, Chapter['kind']>> = {
  'title-page': 'titlepage',
  imprint: 'imprint',
  text: 'chapter',
  colophon: 'colophon'
}

/**
 * Mark the pages in the chapters, in place.
 *
 * @returns all pages in the order of the print edition; none, with a query, where the words of print and EPUB differ
 */
export function markPages(
  chapters: readonly Chapter[],
  composition: Composition,
  file: VFile
): readonly PrintPage[] {
  const { parts, notes } = printedBook(composition)
  const homes = notesOf(chapters)
  const marks: Mark[] = []
  const entries: PrintPage[] = []
  const differences: string[] = []
  for (const [part, { letters, turns }] of parts) {
    if (part === 'contents') {
      for (const { label, entry } of turns)
        entries.push({ ...pageOf(label, 'toc.xhtml'), ...(entry && { entry }) })
      continue
    }
    const own = chapters.filter((d) => d.kind === KINDS[part])
    const found = textLetters(own.map((d) => d.tree))
    // The colophon of an e-book says more than that of the printed pages.
    const said = part === 'colophon' ? found.text.slice(0, letters.length) : found.text
    differences.push(difference(letters, said))
    for (const turn of turns) marks.push(markOf(turn, own, found))
  }
  const [first] = differences.filter(Boolean)
  if (first) {
    const reason = `Unexpected difference of print and EPUB at \`${first}\`, expected the same words: the EPUB gets no page list`
    queryAt(file, { line: 1, column: 1 }, 'mark-pages', reason)
    return []
  }
  const placed = marks.map((d) => intoNote(d, homes, notes))
  for (const { turn, chapter, spot } of placed.toReversed())
    insertMarker(turn.label, spot, chapter.tree)
  const pages = placed.map((d) => pageOf(d.turn.label, d.chapter.filename))
  const known = new Map([...pages, ...entries].map((d) => [d.label, d]))
  return composition.pages.map((d) => known.get(d.label)).filter((d) => d !== undefined)
}

function pageOf(label: string, filename: string): PrintPage {
  const id = `page-${label}`
  return { label, id, href: `${filename}#${id}` }
}

/** Each note with its chapter. */
function notesOf(chapters: readonly Chapter[]) {
  const homes = new Map<number, { chapter: Chapter; letters: Letters }>()
  for (const chapter of chapters)
    visit(chapter.tree, 'element', (node) => {
      if (node.properties.role !== 'doc-footnote') return
      const number = Number(String(node.properties.id).replace('note-', ''))
      homes.set(number, { chapter, letters: noteLetters(node) })
    })
  return homes
}

/** What is printed where the letters first differ; '' where they do not. */
function difference(printed: string, found: string): string {
  if (printed === found) return ''
  let at = 0
  while (printed[at] === found[at]) at += 1
  return printed.slice(at, at + 20) || found.slice(at, at + 20)
}

function markOf(turn: Turn, own: readonly Chapter[], { spots }: Letters): Mark {
  const spot = wordAt(turn.at, spots)
  const chapter = own.find((d) => d.tree === spot?.parents[0]) ?? own.at(-1)
  if (!chapter) throw new Error('a printed part has a chapter')
  return { turn, chapter, ...(spot && { spot }) }
}

/** The beginning of the word that a letter is part of; undefined behind the last letter. */
function wordAt(letter: number, spots: readonly Spot[]): Spot | undefined {
  let at = letter
  while (at > 0 && spots[at]?.opens === false) at -= 1
  return spots[at]
}

/**
 * A page without text goes into the note it goes on with, if no text of that note's chapter follows. The EPUB may say more
 * in a note than print does, but not before that place.
 */
function intoNote(
  mark: Mark,
  homes: ReturnType<typeof notesOf>,
  printed: ReadonlyMap<number, string>
): Mark {
  const { turn, chapter, spot } = mark
  const home = turn.note && homes.get(turn.note.number)
  if (!turn.note || !home || (spot && chapter === home.chapter)) return mark
  const { number, at } = turn.note
  if (!home.letters.text.startsWith(printed.get(number)?.slice(0, at + 1) ?? '')) return mark
  const inside = wordAt(at, home.letters.spots)
  return inside ? { turn, chapter: home.chapter, spot: inside } : mark
}
