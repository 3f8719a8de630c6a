// Rows of letters in, the operators that show them out: the pen goes on by the widths of the font and the tracking of
// the row, and is moved only where a letter would else stand more than a trace away from its place.
import type { Face } from './graphics-state.ts'
import { round } from './spread-letters.ts'
import type { Letter, Row } from './spread-letters.ts'
import { writeNumber } from './write-number.ts'

/** What a reader knows when text is shown: all but the places outlives a text object. */
export interface Pen {
  face: Face | undefined
  size: number
  scale: number
  tracking: number
  /** Start of the line, and where the next letter would stand; in points. */
  lineX: number
  lineY: number
  x: number
}

/** The pen at the head of a page. */
export const FIRST_PEN: Readonly<Pen> = {
  face: undefined,
  size: 0,
  scale: 100,
  tracking: 0,
  lineX: 0,
  lineY: 0,
  x: 0
}

/** Most that a letter may stand from its place, in thousandths of its size; and decimals of a move in these. */
const FAULT = 0.15
const FINE = 1
/** A shorter way than this is a move within the line, in sizes. */
const NEAR = 3
const DIGITS = 3
const UNSAFE = /[\\()\r]/gu

/** Set font, size, scale, tracking and line for a row; changes the pen. */
export function startRow(pen: Pen, row: Row): string {
  const parts: string[] = []
  if (pen.face !== row.face || pen.size !== row.size)
    parts.push(`${row.face.name} ${writeNumber(row.size, 4)} Tf`)
  if (pen.scale !== row.scale) parts.push(`${writeNumber(row.scale)} Tz`)
  if (pen.tracking !== row.tracking) parts.push(`${writeNumber(row.tracking, 5)} Tc`)
  const { face, size, scale, tracking } = row
  Object.assign(pen, { face, size, scale, tracking })
  const x = row.letters[0]?.x ?? 0
  const isNear = Math.abs(pen.lineY - row.y) < 0.001 && Math.abs(x - pen.x) < NEAR * size
  if (!isNear) {
    const [dx, dy] = [round(x - pen.lineX, DIGITS), round(row.y - pen.lineY, DIGITS)]
    parts.push(`${writeNumber(dx)} ${writeNumber(dy)} Td`)
    pen.lineX += dx
    pen.lineY += dy
    pen.x = pen.lineX
  }
  return parts.join(' ')
}

/** Show letters of the row that `startRow` began; changes the pen. */
export function showLetters(pen: Pen, letters: readonly Letter[]): string {
  const { face, size, scale, tracking } = pen
  if (!face) throw new Error('Unexpected letters before their font')
  const stretch = scale / 100
  const unit = (size / 1000) * stretch
  const list: (number | string)[] = ['']
  let before: Letter | undefined
  for (const letter of letters) {
    const away = (letter.x - pen.x) / unit
    let step = round(away, FINE)
    if (before) {
      // The same pair has the same distance in each line; what is left of it is mended when it has summed up.
      const gap = (letter.x - before.x) / unit - face.widthOf(before.code)
      step = round(gap - (tracking / size) * 1000, FINE)
      if (Math.abs(away - step) > FAULT) step = round(away, FINE)
    } else if (Math.abs(away) <= FAULT) step = 0
    if (step !== 0) list.push(-step, '')
    list.push(`${list.pop() ?? ''}${codeOf(face, letter.code)}`)
    pen.x += step * unit + ((face.widthOf(letter.code) / 1000) * size + tracking) * stretch
    before = letter
  }
  const parts = list
    .filter((d) => d !== '')
    .map((d) => (typeof d === 'number' ? writeNumber(d, FINE) : literal(d)))
  return parts.length === 1 ? `${parts[0]}Tj` : `[${parts.join('')}]TJ`
}

function codeOf({ bytes }: Face, code: number): string {
  return bytes === 1 ? String.fromCharCode(code) : String.fromCharCode(code >> 8, code & 255)
}

/** Bytes as a string in brackets; a bare carriage return would be read as a line feed. */
export function literal(bytes: string): string {
  return `(${bytes.replace(UNSAFE, (d) => (d === '\r' ? '\\r' : `\\${d}`))})`
}
