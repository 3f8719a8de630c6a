// The operators of paths, clips and areas (ISO 32000-1, 8.5): areas are written anew in coordinates of the page; lines
// keep the coordinates in which they were drawn, because their width is measured there.
import type { Clip } from './graphics-state.ts'
import { boxOf, contains, surroundings } from './marks.ts'
import type { Matrix } from './matrix.ts'
import { IDENTITY, move } from './matrix.ts'
import type { Act, PathPart, Reader } from './reader.ts'
import { nameOf, numbers, put } from './reader.ts'
import { writeNumber } from './write-number.ts'

const FINE = 6

/** What each operator does. */
export const PATH_OPERATORS: Readonly<Record<string, Act>> = {
  ...Object.fromEntries(
    [
      ['m', 2],
      ['l', 2],
      ['c', 6],
      ['v', 4],
      ['y', 4],
      ['h', 0]
    ].map(([name, count]) => [name, step(String(name), Number(count))])
  ),
  re: rectangle,
  W: (reader) => void (reader.clip = 'W'),
  'W*': (reader) => void (reader.clip = 'W*'),
  n: endPath,
  ...Object.fromEntries(['f', 'F', 'f*'].map((name) => [name, area(name === 'F' ? 'f' : name)])),
  ...Object.fromEntries(['S', 's', 'B', 'B*', 'b', 'b*'].map((name) => [name, stroke(name)])),
  sh: (reader, [name]) => {
    const shading = reader.named.rename('Shading', nameOf(name))
    const { state } = reader
    const operators = `q ${writeMatrix(state.matrix)} cm ${shading} sh Q`
    put(reader, { shape: { kind: 'drawing', operators }, around: surroundings(state) })
  }
}

function step(operator: string, count: number): Act {
  return (reader, operands) => {
    const all = numbers(operands, count)
    const points = all.flatMap((x, i) => (i % 2 === 0 ? [[x, all[i + 1] ?? 0] as const] : []))
    reader.path.push({ operator, points })
  }
}

function rectangle(reader: Reader, operands: Parameters<Act>[1]): void {
  const [x = 0, y = 0, width = 0, height = 0] = numbers(operands, 4)
  const [right, top] = [x + width, y + height]
  reader.path.push(
    { operator: 'm', points: [[x, y]] },
    { operator: 'l', points: [[right, y]] },
    { operator: 'l', points: [[right, top]] },
    { operator: 'l', points: [[x, top]] },
    { operator: 'h', points: [] }
  )
}

function endPath(reader: Reader): void {
  if (reader.clip !== '') {
    const { path, state, page } = reader
    const clip = clipOf(path, state.matrix, reader.clip)
    const cuts = !(clip.box && contains(clip.box, page))
    if (cuts) reader.state = { ...state, clips: [...state.clips, clip] }
  }
  reader.path = []
  reader.clip = ''
}

function clipOf(path: readonly PathPart[], matrix: Matrix, rule: string): Clip {
  const points = path.flatMap((d) => d.points.map(([x, y]) => move(matrix, x, y)))
  const box = isUpright(path, matrix) ? boxOf(points) : undefined
  return { operators: `${writePath(path, matrix)} ${rule} n`, box }
}

/** A rectangle, as `rectangle` draws it, with its sides along those of the page. */
function isUpright(path: readonly PathPart[], [, b, c]: Matrix): boolean {
  if (path.map((d) => d.operator).join('') !== 'mlllh' || b !== 0 || c !== 0) return false
  const [p, q, r, s] = path.map((d) => d.points[0] ?? [0, 0])
  return p?.[1] === q?.[1] && q?.[0] === r?.[0] && r?.[1] === s?.[1] && s?.[0] === p?.[0]
}

function area(operator: string): Act {
  return (reader) => {
    const { state, path } = reader
    const operators = `${writePath(path, state.matrix)} ${operator}`
    const box = boxOf(path.flatMap((d) => d.points.map(([x, y]) => move(state.matrix, x, y))))
    if (box)
      put(reader, { shape: { kind: 'drawing', operators }, around: surroundings(state, () => box) })
    endPath(reader)
  }
}

function stroke(operator: string): Act {
  return (reader) => {
    const { state, path } = reader
    const drawn = writePath(path, IDENTITY, FINE)
    const lines = [...state.line.values(), state.stroke].join(' ')
    const operators = `q ${writeMatrix(state.matrix)} cm ${lines} ${drawn} ${operator} Q`
    if (path.length > 0)
      put(reader, { shape: { kind: 'drawing', operators }, around: surroundings(state) })
    endPath(reader)
  }
}

function writePath(path: readonly PathPart[], matrix: Matrix, decimals = 3): string {
  if (isUpright(path, matrix)) {
    const box = boxOf(path.flatMap((d) => d.points.map(([x, y]) => move(matrix, x, y))))
    const [left = 0, bottom = 0, right = 0, top = 0] = box ?? []
    const sides = [left, bottom, right - left, top - bottom]
    return `${sides.map((d) => writeNumber(d, decimals)).join(' ')} re`
  }
  const parts = path.map(({ operator, points }) => {
    const moved = points.flatMap(([x, y]) => move(matrix, x, y))
    return [...moved.map((d) => writeNumber(d, decimals)), operator].join(' ')
  })
  return parts.join(' ')
}

/** The six numbers of a matrix. */
export function writeMatrix(matrix: Matrix): string {
  return matrix.map((d, i) => writeNumber(d, i < 4 ? FINE : 4)).join(' ')
}
