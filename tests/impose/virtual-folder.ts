// Hands, in a test: a printer that prints a file and turns the paper, and somebody who folds, nests, cuts and reads what
// comes out. It knows paper and nothing of the imposer; it shares no code with it.

/** What one side in the file shows, as one looks at it. */
export interface Shown {
  column: number
  row: number
  page: number | undefined
  /** Upside down. */
  turned: boolean
}

/** The printer and its paper. */
export interface Printer {
  columns: number
  rows: number
  /** The paper lies across. */
  across: boolean
  flip: 'short' | 'long'
  oneSided: boolean
  /** Nothing is printed on the back. */
  frontsOnly: boolean
}

interface Face {
  page: number | undefined
  upright: boolean
}
/** One place of a sheet: what faces up when the front does, and what is behind, seen by turning like a leaf. */
interface Ply {
  up: Face
  down: Face
}
/** Plies by row and column, as one looks at the front. */
export type Sheet = readonly (readonly Ply[])[]

const BLANK: Face = { page: undefined, upright: true }

/** Print the sides of a file in their order. */
export function printFile(file: readonly (readonly Shown[])[], printer: Printer): Sheet[] {
  const { columns, rows, frontsOnly, oneSided } = printer
  const isLeaf = printer.across === (printer.flip === 'short')
  const make = (front: readonly Shown[], back: readonly Shown[]): Sheet =>
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, column) => {
        // Turned about its side edge the sheet shows its columns reversed; about its upper edge, its rows, and all upside down.
        const behind = isLeaf
          ? find(back, columns - 1 - column, row)
          : find(back, column, rows - 1 - row)
        return {
          up: find(front, column, row),
          down: isLeaf ? behind : { ...behind, upright: !behind.upright }
        }
      })
    )
  if (frontsOnly) return file.map((front) => make(front, []))
  if (file.length % 2 !== 0) throw new Error('a sheet without a back')
  if (!oneSided)
    return Array.from({ length: file.length / 2 }, (_, i) =>
      make(file[2 * i] ?? [], file[2 * i + 1] ?? [])
    )
  // Printed sheets drop face down, one on the other; the pile goes back as it lies and is drawn from above.
  const pile: number[] = []
  for (let i = 0; i < file.length / 2; i++) pile.unshift(i)
  const backs = new Map(pile.map((sheet, i) => [sheet, file[file.length / 2 + i] ?? []]))
  return pile.toReversed().map((sheet) => make(file[sheet] ?? [], backs.get(sheet) ?? []))
}

function find(side: readonly Shown[], column: number, row: number): Face {
  const shown = side.filter((d) => d.column === column && d.row === row)
  if (shown.length > 1) throw new Error('two pages in one place')
  return shown[0] ? { page: shown[0].page, upright: !shown[0].turned } : BLANK
}

/** Fold stacks of so many open sheets in the middle, lay them on each other, and read. */
export function foldAndRead(sheets: readonly Sheet[], together: number, rtl: boolean): Face[] {
  const leaves: Ply[] = []
  for (let i = 0; i < sheets.length; i += together) {
    const open = sheets.slice(i, i + together).map((sheet) => {
      const [left, right] = sheet[0] ?? []
      if (!left || !right || sheet.length !== 1) throw new Error('no sheet to fold')
      // The half with the cover stays, the other goes behind it.
      return rtl ? { stays: left, goes: right } : { stays: right, goes: left }
    })
    leaves.push(...open.map((d) => d.stays))
    leaves.push(...open.toReversed().map(({ goes }) => ({ up: goes.down, down: goes.up })))
  }
  return leaves.flatMap(({ up, down }) => [up, down])
}

/** Cut the stack into piles, lay pile on pile, and read. */
export function cutAndRead(sheets: readonly Sheet[], rtl: boolean): Face[] {
  const rows = sheets[0]?.length ?? 0
  const columns = sheets[0]?.[0]?.length ?? 0
  const leaves: Ply[] = []
  for (let row = 0; row < rows; row++)
    for (let i = 0; i < columns; i++)
      for (const sheet of sheets) {
        const ply = sheet[row]?.[rtl ? columns - 1 - i : i]
        if (ply) leaves.push(ply)
      }
  return leaves.flatMap(({ up, down }) => [up, down])
}

/**
 * Fold a sheet of two rows along its middle, print outside, with the middle half of that fold cut open, push both ends
 * together, and read round the four arms. The lower row is in front. Its second fold comes forwards, that of the row
 * behind goes backwards; so from above the openings, each as its reader stands before it, are those below.
 */
export function zineAndRead([behind = [], before = []]: Sheet, rtl: boolean): Face[] {
  const up = (ply: Ply | undefined) => {
    if (!ply) throw new Error('no zine')
    return ply.up
  }
  // What is behind is turned over the head, so it stands upright when it was upside down.
  const over = (ply: Ply | undefined) => ({ ...up(ply), upright: !up(ply).upright })
  const openings = [
    { left: up(before[0]), right: up(before[1]) },
    { left: up(before[2]), right: up(before[3]) },
    { left: over(behind[3]), right: over(behind[2]) },
    { left: over(behind[1]), right: over(behind[0]) }
  ]
  const order = rtl ? openings.toReversed() : openings
  const pages = order.flatMap(({ left, right }) => (rtl ? [right, left] : [left, right]))
  const first = Math.min(...pages.flatMap((d) => d.page ?? []))
  const start = pages.findIndex((d) => d.page === first)
  return [...pages.slice(start), ...pages.slice(0, start)]
}
