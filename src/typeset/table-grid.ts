// The cells of a table on their grid: which column and row each begins in, and how many it spans.
// https://html.spec.whatwg.org/multipage/tables.html#forming-a-table
import type { Element, ElementContent } from 'hast'
import type { Wrap } from '../composition.ts'
import { blockWrap } from './text-block.ts'

/** A cell. */
export interface Cell {
  node: Element
  row: number
  column: number
  rows: number
  columns: number
  heading: boolean
}

/** A row, with the elements around it below the table's own. */
export interface Row {
  node: Element
  group: Wrap
  row: Wrap
  inHead: boolean
  cells: readonly Cell[]
}

/** A table as rows and columns. */
export interface Grid {
  rows: readonly Row[]
  columns: number
  caption?: Element
}

const MOST_COLUMNS = 200

/** Read the grid of a `<table>`. */
export function tableGrid(table: Element): Grid {
  const groups = elements(table)
  const caption = groups.find((d) => d.tagName === 'caption')
  const taken: boolean[][] = []
  const rows: Row[] = []
  for (const group of groups.filter((d) => d.tagName !== 'caption')) {
    const wrap = blockWrap(group.tagName)
    const inGroup = group.tagName === 'tr' ? [group] : elements(group)
    const first = rows.length
    for (const node of inGroup) {
      const inHead = group.tagName === 'thead'
      const most = first + inGroup.length - rows.length
      rows.push({
        node,
        group: wrap,
        row: blockWrap('tr'),
        inHead,
        cells: cellsOf(node, rows.length, most)
      })
    }
  }
  const columns = Math.max(1, ...rows.flatMap((d) => d.cells.map((c) => c.column + c.columns)))
  return { rows, columns, ...(caption && { caption }) }

  function cellsOf(node: Element, row: number, most: number): Cell[] {
    let column = 0
    return elements(node).map((cell) => {
      while (taken[row]?.[column]) column += 1
      const across = Math.min(Number(cell.properties.colSpan ?? 1), MOST_COLUMNS)
      const span = Number(cell.properties.rowSpan ?? 1)
      const down = Math.max(1, Math.min(span === 0 ? most : span, most))
      for (let r = row; r < row + down; r += 1)
        for (let c = column; c < column + across; c += 1) (taken[r] ??= [])[c] = true
      const heading = cell.tagName === 'th'
      const made = { node: cell, row, column, rows: down, columns: across, heading }
      column += across
      return made
    })
  }
}

function elements(node: Element): Element[] {
  return node.children.filter((d: ElementContent): d is Element => d.type === 'element')
}
