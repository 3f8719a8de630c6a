// Where the pages of the print edition turn: the letters that were set, page after page, and how many of them stand before
// each turn. Spaces, hyphens that were put in, note calls and all that the press says itself are no letters of the text; a
// picture counts as one letter.
import type { Composition, ComposedPage, PlacedLine, SetBlock } from '../composition.ts'

/** A part of the edition that is read from its first letter to its last. */
export type Part = 'title-page' | 'imprint' | 'contents' | 'text' | 'colophon'

/** A page, and where it begins. */
export interface Turn {
  /** The number that the page has, printed or not: `iv`, `12`. */
  label: string
  /** Letters of its part that stand before it. */
  at: number
  /** On a page that has none of the text: the note at its head, and how many letters of that stand before it. */
  note?: { number: number; at: number }
  /** Id of the heading that the first line of a page of contents leads to. */
  entry?: string
}

/** The letters of a part, and its pages. */
export interface Printed {
  letters: string
  turns: Turn[]
}

/** What was printed: each part, and the letters of each note. */
export interface PrintedBook {
  parts: ReadonlyMap<Part, Printed>
  notes: ReadonlyMap<number, string>
}

/** What stands for a picture. */
export const PICTURE = '\uFFFC'
const UNSEEN = /[\s\p{Cf}]/gu
const PARTS: readonly string[] = ['title-page', 'imprint', 'contents', 'text', 'colophon']

/** The letters of a text, without what leaves no mark on paper; a line that ends at a hyphen of the text shows another. */
export function lettersOf(text: string): string {
  return text.replace(UNSEEN, '').replaceAll('\u2010', '-')
}

/** Read the pages in order. A page that has no letters begins where the next one does. */
export function printedBook({ pages }: Composition): PrintedBook {
  const parts = new Map<Part, Printed>()
  const notes = new Map<number, string>()
  let blanks: Turn[] = []
  let last: Printed | undefined
  for (const page of pages) {
    const turn: Turn = { label: page.label, at: 0 }
    const [part] = PARTS.filter((d): d is Part => d === page.kind)
    if (part === undefined) {
      blanks.push(turn)
      continue
    }
    const printed = parts.get(part) ?? { letters: '', turns: [] }
    parts.set(part, printed)
    const at = printed.letters.length
    for (const blank of blanks) printed.turns.push({ ...blank, at })
    printed.turns.push({ ...turn, at, ...headOf(page, notes) })
    printed.letters += page.blocks.map(blockLetters).join('')
    for (const { number, blocks } of page.notes)
      notes.set(number, (notes.get(number) ?? '') + blocks.map(blockLetters).join(''))
    blanks = []
    last = printed
  }
  for (const blank of blanks) last?.turns.push({ ...blank, at: last.letters.length })
  return { parts, notes }
}

/** What a page begins with that is not of the text. */
function headOf(
  { kind, blocks, notes: [first] }: ComposedPage,
  notes: ReadonlyMap<number, string>
): Pick<Turn, 'note' | 'entry'> {
  if (kind === 'contents') {
    const wraps = blocks[0]?.lines[0]?.line.pieces[0]?.run.wraps ?? []
    const href = wraps.find((d) => d.tagName === 'a')?.properties.href
    return href === undefined ? {} : { entry: String(href).slice(1) }
  }
  if (!first || blocks.some((d) => blockLetters(d) !== '')) return {}
  return { note: { number: first.number, at: notes.get(first.number)?.length ?? 0 } }
}

function blockLetters({ element, lines, picture }: SetBlock): string {
  const { className, role } = element.properties
  const names = Array.isArray(className) ? className : []
  if (names.includes('label') || names.includes('again') || role === 'separator') return ''
  return picture ? PICTURE : lines.map(lineLetters).join('')
}

function lineLetters({ line }: PlacedLine): string {
  return line.pieces
    .map(({ text, run }, index) => {
      if (run.wraps.some(({ properties: d }) => 'dataCall' in d || 'dataMade' in d)) return ''
      if (run.width !== undefined) return run.wraps.at(-1)?.tagName === 'img' ? PICTURE : ''
      const hyphen = line.end === 'soft' && index === line.pieces.length - 1
      return lettersOf(hyphen ? text.slice(0, -1) : text)
    })
    .join('')
}
