// A table: columns as wide as their words want, rows that stay whole, its head repeated wherever it goes on.
import type { Element } from 'hast'
import type { Rule, Wrap } from '../composition.ts'
import { columnWidths } from './column-widths.ts'
import type { Need } from './column-widths.ts'
import type { Part } from '../design.ts'
import { blockWrap, textBlock, lineOf, partHere } from './text-block.ts'
import type { TextBlock, Place, Setter } from './text-block.ts'
import { joinMatter } from './matter.ts'
import type { Matter, Slot } from './matter.ts'
import { makeRuns } from './runs.ts'
import { lookOf } from './styles.ts'
import { evenMatter, lineMatter } from './set-paragraph.ts'
import { isDivided, refuseNarrow } from './refuse-tables.ts'
import { tableGrid } from './table-grid.ts'
import type { Cell, Row } from './table-grid.ts'
import { tableRow } from './table-row.ts'
import type { SetCell } from './table-row.ts'
import { TABLE } from './taste.ts'

/** The caption and the rows of a table. */
export function setTable(node: Element, place: Place, setter: Setter): TextBlock[] {
  const part = partHere('table', place, setter)
  const here = { ...place, part }
  const table = blockWrap('table', node)
  const { rows, columns, caption } = tableGrid(node)
  const padding = TABLE.padding * part.size
  const needs = rows.flatMap((row) => row.cells.map((d) => needOf(d, here, setter, padding)))
  const widths = columnWidths(columns, needs, place.measure)
  const line = lineOf(node, place)
  refuseNarrow(widths, leastOf(columns, needs), part.size, line, setter)
  const width = sum(widths)
  const left = place.left + (place.measure - width) / 2
  const starts = widths.map((_, index) => left + sum(widths.slice(0, index)))
  const set = (row: Row, within: readonly Wrap[]) =>
    row.cells.map((cell): SetCell => {
      const edge = (starts[cell.column] ?? left) + padding
      const measure = sum(widths.slice(cell.column, cell.column + cell.columns)) - 2 * padding
      return { cell, matter: setCell(cell, { ...here, within, left: edge, measure }, setter) }
    })
  const cells = rows.map((row) => set(row, [...place.within, table, row.group, row.row]))
  const tables = cells.map((d) => tableRow(d, part))
  const head = rows.filter((d, index) => d.inHead && index < rows.length - 1).length
  const edges = { left, width, height: TABLE.rule }
  const lineOfRow = (index: number) => (rows[index] ? lineOf(rows[index].node, here) : line)
  const divided = (matter: Matter, index: number, above: number) =>
    isDivided(matter, cells[index] ?? [], above, lineOfRow(index), setter)
  const groups = groupSpanned(rows, tables)
  const most = setter.design.depth * TABLE.head
  const blocks = ruled(groups, head, edges, lineOfRow, divided, most)
  return caption ? [captionOf(caption, place, setter, table), ...blocks] : blocks
}

/** What each column needs for the longest word of those cells that are in it alone. */
function leastOf(count: number, needs: readonly Need[]): number[] {
  const least = Array.from({ length: count }, () => 0)
  for (const need of needs)
    if (need.columns === 1) least[need.column] = Math.max(least[need.column] ?? 0, need.least)
  return least
}

function needOf(cell: Cell, place: Place, setter: Setter, padding: number): Need {
  const runs = makeRuns(cell.node.children, lookOf(cellPart(cell, place.part)), setter)
  const width = (text: string, index: number) => {
    const run = runs[index]
    return run ? (run.width ?? setter.lines.width(text, run.style)) : 0
  }
  const words = runs.flatMap((run, index) => run.text.split(/\s+/u).map((d) => width(d, index)))
  const lines = runs.reduce((total, run, index) => total + width(run.text, index), 0)
  const room = 2 * padding + 1
  return { ...cell, least: Math.max(0, ...words) + room, most: lines + room }
}

function cellPart(cell: Cell, part: Part): Part {
  const align = alignOf(cell.node)
  return {
    ...part,
    align,
    hyphenate: true,
    ...(cell.heading && { cut: part.cut === 'italic' ? 'roman' : 'italic' })
  }
}

function alignOf({ properties }: Element): Part['align'] {
  const align = String(properties.align ?? 'left')
  return align === 'center' || align === 'right' ? align : 'left'
}

function setCell(cell: Cell, place: Place, setter: Setter): Matter {
  const part = cellPart(cell, place.part)
  const runs = makeRuns(cell.node.children, lookOf(part), setter)
  const { colSpan, rowSpan, scope, id } = cell.node.properties
  const properties = {
    ...(colSpan !== undefined && { colSpan }),
    ...(rowSpan !== undefined && { rowSpan }),
    ...(id !== undefined && { id }),
    ...(cell.heading && { scope: scope ?? 'col' })
  }
  const element = { tagName: cell.heading ? 'th' : 'td', properties }
  const line = lineOf(cell.node, place)
  return lineMatter(runs, { ...place, part, line }, setter, element, { variants: false })
}

/** Rows that a cell spans are one piece. */
function groupSpanned(rows: readonly Row[], matters: readonly Matter[]) {
  const groups: { matter: Matter; first: number; last: number }[] = []
  let until = -1
  for (const [index, matter] of matters.entries()) {
    const last = groups.at(-1)
    if (last && index <= until) {
      last.matter = joinMatter([last.matter, matter], [0, 0])
      last.last = index
    } else groups.push({ matter, first: index, last: index })
    for (const cell of rows[index]?.cells ?? []) until = Math.max(until, index + cell.rows - 1)
  }
  return groups
}

/** Rules above the table, below its head and at its end; the head again wherever the table goes on. */
function ruled(
  groups: readonly { matter: Matter; first: number; last: number }[],
  head: number,
  edges: Omit<Rule, 'top'>,
  line: (row: number) => number,
  divided: (matter: Matter, row: number, above: number) => boolean,
  most: number
): TextBlock[] {
  const heads = groups.filter((d) => d.last < head)
  const headHeight = sum(heads.flatMap((d) => d.matter.settings[0]?.heights ?? []))
  return groups.map((group, index) => {
    const inHead = group.last < head
    const repeated = inHead || headHeight > most ? 0 : headHeight
    const draw = (slot: Slot) => {
      const drawn = group.matter.draw(slot)
      const top = slot.tops[0] ?? 0
      const heights = group.matter.settings[slot.setting]?.heights ?? []
      const bottom = (slot.tops.at(-1) ?? top) + (heights[slot.to - 1] ?? 0)
      const rule = (at: number): Rule => ({ ...edges, left: slot.left + edges.left, top: at })
      const again = slot.opens && repeated > 0 ? drawHeads(slot, top - repeated) : undefined
      const rules = [
        ...(index === 0 || slot.opens ? [rule(again ? top - repeated : top)] : []),
        ...(inHead && group.last === head - 1 ? [rule(bottom)] : []),
        ...(again ? [rule(top)] : []),
        ...(index === groups.length - 1 ? [rule(bottom)] : [])
      ]
      const blocks = [...(again?.blocks ?? []), ...drawn.blocks]
      return { blocks, rules: [...drawn.rules, ...rules] }
    }
    const goesOn = divided(group.matter, group.first, repeated)
    return textBlock(
      { settings: group.matter.settings, draw },
      {
        keepWithNext: inHead || index === groups.length - 2,
        least: goesOn ? 2 : Number.POSITIVE_INFINITY,
        repeated,
        line: line(group.first)
      }
    )
  })

  /** Said once more for the eye: a reading programme has heard it. */
  function drawHeads(slot: Slot, start: number) {
    let top = start
    const drawn = heads.map(({ matter }) => {
      const heights = matter.settings[0]?.heights ?? []
      const tops = heights.map((_, index) => top + sum(heights.slice(0, index)))
      top += sum(heights)
      return matter.draw({ ...slot, setting: 0, from: 0, to: heights.length, tops, opens: false })
    })
    const element = { tagName: 'div', properties: { ariaHidden: 'true', className: ['again'] } }
    const blocks = drawn.flatMap((d) => d.blocks).map((d) => ({ ...d, within: [], element }))
    return { blocks }
  }
}

function captionOf(node: Element, place: Place, setter: Setter, table: Wrap): TextBlock {
  const part = partHere('caption', place, setter)
  const runs = makeRuns(node.children, lookOf(part), setter)
  const there = { ...place, part, within: [...place.within, table], line: lineOf(node, place) }
  const matter = evenMatter(runs, there, setter, blockWrap('caption', node))
  const below = part.leading / 2
  return textBlock(matter, { keepWithNext: true, least: Infinity, below, line: there.line })
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((total, d) => total + d, 0)
}
