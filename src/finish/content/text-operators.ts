// The operators of text (ISO 32000-1, 9.3 and 9.4): letters are put on the page where the pen is.
import type { Box, TextState } from './graphics-state.ts'
import type { Letters } from './marks.ts'
import { boxOf, surroundings } from './marks.ts'
import { IDENTITY, move, multiply, shift } from './matrix.ts'
import type { Matrix } from './matrix.ts'
import type { Operand } from './read-operations.ts'
import type { Act, Reader } from './reader.ts'
import { nameOf, numbers, put } from './reader.ts'
import { writeNumber } from './write-number.ts'

const SPACE = 32
/** How far letters may reach beyond the square of their size, in sizes. */
const REACH = 1

/** What each operator does. */
export const TEXT_OPERATORS: Readonly<Record<string, Act>> = {
  BT: (reader) => startLine(reader, IDENTITY),
  ET: () => undefined,
  Tm: (reader, operands) => startLine(reader, numbers(operands, 6) as Matrix), // six of them
  Td: (reader, operands) => moveLine(reader, numbers(operands, 2)),
  TD: (reader, operands) => {
    const [x = 0, y = 0] = numbers(operands, 2)
    set(reader, { leading: -y })
    moveLine(reader, [x, y])
  },
  'T*': (reader) => moveLine(reader, [0, -reader.state.text.leading]),
  Tf: (reader, [name, size]) =>
    set(reader, { face: reader.named.face(nameOf(name)), size: one([size ?? 0]) }),
  Tc: (reader, operands) => set(reader, { tracking: one(operands) }),
  Tw: (reader, operands) => set(reader, { wordSpace: one(operands) }),
  Tz: (reader, operands) => set(reader, { scale: one(operands) / 100 }),
  TL: (reader, operands) => set(reader, { leading: one(operands) }),
  Tr: (reader, operands) => set(reader, { render: one(operands) }),
  Ts: (reader, operands) => set(reader, { rise: one(operands) }),
  Tj: (reader, operands) => show(reader, operands),
  TJ: (reader, [list]) => show(reader, Array.isArray(list) ? list : []),
  "'": (reader, operands) => {
    moveLine(reader, [0, -reader.state.text.leading])
    show(reader, operands)
  },
  '"': (reader, [wordSpace, tracking, text]) => {
    set(reader, { wordSpace: one([wordSpace ?? 0]), tracking: one([tracking ?? 0]) })
    moveLine(reader, [0, -reader.state.text.leading])
    show(reader, text === undefined ? [] : [text])
  }
}

function one(operands: readonly Operand[]): number {
  return numbers(operands, 1)[0] ?? 0
}

function set(reader: Reader, change: Partial<TextState>): void {
  reader.state = { ...reader.state, text: { ...reader.state.text, ...change } }
}

function startLine(reader: Reader, matrix: Matrix): void {
  reader.line = matrix
  reader.pen = matrix
}

function moveLine(reader: Reader, [x = 0, y = 0]: readonly number[]): void {
  startLine(reader, shift(reader.line, x, y))
}

/** Draw strings, and move the pen between them (9.4.4). */
function show(reader: Reader, list: readonly Operand[]): void {
  const { state } = reader
  const { face, size, tracking, wordSpace, scale, rise } = state.text
  if (!face) throw new Error('Unexpected font, expected one whose widths are known')
  const codes: number[] = []
  const offsets: number[] = []
  let x = 0
  for (const item of list) {
    if (typeof item === 'number') x -= (item / 1000) * size * scale
    else if (typeof item === 'string' || !('bytes' in item))
      throw new Error('Unexpected operand, expected text')
    else
      for (let i = 0; i + face.bytes <= item.bytes.length; i += face.bytes) {
        const high = item.bytes.charCodeAt(i)
        const code = face.bytes === 1 ? high : high * 256 + item.bytes.charCodeAt(i + 1)
        codes.push(code)
        offsets.push(x)
        const word = face.bytes === 1 && code === SPACE ? wordSpace : 0
        x += ((face.widthOf(code) / 1000) * size + tracking + word) * scale
      }
  }
  const matrix = shift(multiply(reader.pen, state.matrix), 0, rise)
  reader.pen = shift(reader.pen, x, 0)
  if (codes.length === 0) return
  const letters: Letters = { kind: 'letters', face, size, scale, matrix, codes, offsets }
  const around = `${surroundings(state, () => boxAround(letters, x))} ${rendering(reader)}`.trim()
  put(reader, { shape: letters, around })
}

function boxAround({ matrix, size }: Letters, width: number): Box | undefined {
  const reach = REACH * Math.abs(size)
  const [left, right] = [-reach / 4, width + reach / 4]
  const corners = [
    [left, -reach / 2],
    [right, -reach / 2],
    [left, reach],
    [right, reach]
  ] as const
  return boxOf(corners.map(([x, y]) => move(matrix, x, y)))
}

/** Letters that are not simply filled need their lines. */
function rendering({ state }: Reader): string {
  if (state.text.render === 0) return ''
  const [a, b, c, d] = state.matrix
  const scale = Math.sqrt(Math.abs(a * d - b * c))
  const width = Number.parseFloat(state.line.get('w') ?? '1')
  const rest = [...state.line].filter(([name]) => name !== 'w').map(([, operator]) => operator)
  return [...rest, `${writeNumber(width * scale)} w`, state.stroke, `${state.text.render} Tr`].join(
    ' '
  )
}
