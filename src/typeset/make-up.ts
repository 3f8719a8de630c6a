// Planned pages and their galleys to pages on which every line has its place: sides, folios, running heads, blank pages
// before a recto.
import type { ComposedPage, Rule, SetBlock, SetNote } from '../composition.ts'
import type { PlacedBlock, PlacedNote, PlannedPage } from './block.ts'
import type { Design } from '../design.ts'
import { setFurniture } from './furniture.ts'
import type { TextBlock, Setter } from './text-block.ts'
import type { Drawn, Matter } from './matter.ts'
import { noteMark } from './note-mark.ts'
import { toRoman } from './roman.ts'
import type { Stretch } from './stretch.ts'
import { NOTE_RULE } from './taste.ts'

/** A stretch with the pages that were chosen for it. */
export interface PlannedStretch extends Stretch {
  pages: readonly PlannedPage[]
  /** Its notes, set. */
  notes: ReadonlyMap<number, Matter>
}

/** A page before anything is drawn on it: which pages there are, and what they are called. */
export interface Sheet {
  number: number
  side: 'recto' | 'verso'
  kind: string
  label: string
  folio: string
  head: string
  stretch?: PlannedStretch
  /** Planned pages, one a column. */
  columns: readonly PlannedPage[]
}

/** Every page of an edition in order, with its folio; blank pages are put in where a recto is wanted. */
export function pageSheets(
  stretches: readonly PlannedStretch[],
  design: Design,
  title: string
): Sheet[] {
  const sheets: Sheet[] = []
  let before = 0
  for (const stretch of stretches) {
    if (stretch.opens === 'recto' && sheets.length % 2 === 1) add('blank', [])
    // The text is numbered from 1, and what stands before it in Roman numerals.
    if (stretch.kind === 'text' && !sheets.some((d) => d.kind === 'text')) before = sheets.length
    let head = stretch.head
    for (let index = 0; index < stretch.pages.length; index += design.columns) {
      const columns = stretch.pages.slice(index, index + design.columns)
      const titles = headings(stretch, columns)
      if (index === 0) head = titles[0] ?? head
      add(stretch.kind, columns, stretch, index === 0 ? undefined : head)
      head = titles.at(-1) ?? head
    }
  }
  return sheets

  function add(
    kind: string,
    columns: readonly PlannedPage[],
    stretch?: PlannedStretch,
    head?: string
  ): void {
    const number = sheets.length + 1
    const side = number % 2 === 1 ? 'recto' : 'verso'
    const isText = sheets.some((d) => d.kind === 'text') || kind === 'text'
    const label = isText ? `${number - before}` : toRoman(number)
    const printed = kind === 'text' || kind === 'contents'
    const running = kind === 'text' && head !== undefined ? (side === 'recto' ? head : title) : ''
    const folio = printed ? label : ''
    sheets.push({
      number,
      side,
      kind,
      label,
      folio,
      head: running,
      columns,
      ...(stretch && { stretch })
    })
  }
}

/** How many pages an edition has when its stretches have so many planned pages each. */
export function countSheets(
  stretches: readonly Stretch[],
  counts: readonly number[],
  columns: number
): number {
  return stretches.reduce((before, { opens }, index) => {
    const blank = opens === 'recto' && before % 2 === 1 ? 1 : 0
    return before + blank + Math.ceil((counts[index] ?? 0) / columns)
  }, 0)
}

/** Titles of the sections that begin on a page. */
function headings(stretch: Stretch, columns: readonly PlannedPage[]): string[] {
  return columns
    .flatMap((d) => d.blocks)
    .filter((d) => d.from === 0)
    .map((d) => stretch.blocks[d.block]?.heading)
    .filter((d) => d?.level === 2)
    .map((d) => d?.text ?? '')
}

/** The folio of each heading and of whatever else has an id. */
export function foliosOf(sheets: readonly Sheet[]): Map<string, string> {
  const folios = new Map<string, string>()
  for (const { label, columns, stretch } of sheets)
    for (const { blocks } of columns)
      for (const placed of blocks) {
        const heading = stretch?.blocks[placed.block]?.heading
        if (heading && placed.from === 0) folios.set(heading.id, label)
      }
  return folios
}

/** Draw a page. */
export function composePage(sheet: Sheet, setter: Setter): ComposedPage {
  const { number, side, kind, label, folio, columns } = sheet
  const { design } = setter
  const margin = side === 'recto' ? design.inner : design.outer
  const { head, furniture } = setFurniture(sheet, setter)
  const blocks: Drawn['blocks'][number][] = []
  const rules: Drawn['rules'][number][] = []
  const notes: SetNote[] = []
  for (const [index, column] of columns.entries()) {
    const left = margin + index * (design.measure + design.gutter)
    for (const placed of column.blocks) {
      const block = sheet.stretch?.blocks[placed.block]
      const drawn = block && drawBlock(block, placed, column, left, design.top)
      blocks.push(...(drawn?.blocks ?? []))
      rules.push(...(drawn?.rules ?? []))
    }
    for (const placed of column.notes) {
      const matter = sheet.stretch?.notes.get(placed.note)
      if (!matter) continue
      const drawn = drawNote(matter, placed, column, left, design.top)
      const end = drawn.blocks.at(-1)?.lines.at(-1)
      const goesOn = placed.to < (matter.settings[placed.setting]?.heights.length ?? 0)
      const mark = goesOn && end && noteMark(left + design.measure, end.top, setter)
      notes.push(drawn)
      if (mark) furniture.push(mark)
    }
    const [first] = column.notes
    const [length, thickness] = design.noteRule
    if (first && thickness > 0) {
      const top = design.top + first.top - design.noteGap * NOTE_RULE
      // A rule right across says that the note below it goes on from the page before.
      const width = first.from > 0 ? design.measure : Math.min(length, design.measure)
      rules.push({ left, top, width, height: thickness })
    }
  }
  const noted = notes.flatMap((d) => d.blocks)
  rules.push(...columnRules(columns, margin, footOf([...blocks, ...noted]), design))
  return { number, side, kind, folio, label, head, furniture, blocks, notes, rules }
}

/** Rules between the columns of a page, as deep as the deepest of them. */
function columnRules(
  columns: readonly PlannedPage[],
  margin: number,
  foot: number,
  { columnRule, measure, gutter, top, depth }: Design
): Rule[] {
  const height = Math.min(depth, foot - top)
  if (columnRule === 0 || height <= 0) return []
  return columns.slice(1).map((_, index) => {
    const left = margin + (index + 1) * (measure + gutter) - gutter / 2
    return { left, top, width: columnRule, height }
  })
}

function footOf(blocks: readonly SetBlock[]): number {
  const feet = blocks.flatMap(({ lines, picture }) => [
    ...lines.map((d) => d.top + d.leading),
    ...(picture ? [picture.top + picture.height] : [])
  ])
  return Math.max(0, ...feet)
}

function drawBlock(
  block: TextBlock,
  placed: PlacedBlock,
  page: PlannedPage,
  left: number,
  down: number
): Drawn {
  const { setting, from, to } = placed
  const opens = page.blocks[0] === placed
  const heights = block.matter.settings[setting]?.heights ?? []
  const first = down + placed.top + (opens ? block.repeated : 0)
  const tops = topsOf(heights.slice(from, to), first, 0)
  return block.matter.draw({ setting, from, to, left, tops, opens })
}

function drawNote(
  matter: Matter,
  placed: PlacedNote,
  page: PlannedPage,
  left: number,
  down: number
): SetNote {
  const { setting, from, to } = placed
  const heights = matter.settings[setting]?.heights ?? []
  const tops = topsOf(heights.slice(from, to), down + placed.top, page.noteLeading)
  const { blocks } = matter.draw({ setting, from, to, left, tops, opens: false })
  return { number: placed.note, blocks, continued: from > 0 }
}

function topsOf(heights: readonly number[], first: number, extra: number): number[] {
  let top = first
  return heights.map((height) => {
    const here = top
    top += height + extra
    return here
  })
}
