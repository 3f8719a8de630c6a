// The operators that set how things look: colours, lines, transparency, the coordinates (ISO 32000-1, 8.4 and 8.6).
// Black and grey are written in DeviceGray, so that a printer takes one plate for the text.
import { multiply } from './matrix.ts'
import type { Matrix } from './matrix.ts'
import type { Operand } from './read-operations.ts'
import type { Act, Reader } from './reader.ts'
import { nameOf, numbers } from './reader.ts'
import { writeNumber } from './write-number.ts'

/** What each operator does. */
export const STATE_OPERATORS: Readonly<Record<string, Act>> = {
  q: (reader) => void reader.kept.push(reader.state),
  Q: (reader) => void (reader.state = reader.kept.pop() ?? reader.state),
  cm: (reader, operands) => {
    const matrix = multiply(numbers(operands, 6) as Matrix, reader.state.matrix) // six of them
    reader.state = { ...reader.state, matrix }
  },
  gs: (reader, [operand]) => {
    const name = nameOf(operand)
    if (reader.named.isOpaque(name)) reader.state = { ...reader.state, setting: '' }
    else {
      const setting = `${reader.named.rename('ExtGState', name)} gs`
      reader.state = { ...reader.state, setting }
    }
  },
  g: (reader, operands) => paint(reader, 'fill', grey(operands, 'g')),
  G: (reader, operands) => paint(reader, 'stroke', grey(operands, 'G')),
  rg: (reader, operands) => paint(reader, 'fill', mixed(operands, 'rg', 'g')),
  RG: (reader, operands) => paint(reader, 'stroke', mixed(operands, 'RG', 'G')),
  k: (reader, operands) => paint(reader, 'fill', plain(numbers(operands, 4), 'k')),
  K: (reader, operands) => paint(reader, 'stroke', plain(numbers(operands, 4), 'K')),
  cs: (reader, operands) => paint(reader, 'fill', space(reader, operands, 'cs')),
  CS: (reader, operands) => paint(reader, 'stroke', space(reader, operands, 'CS')),
  sc: (reader, operands) => colour(reader, 'fill', operands, 'sc'),
  scn: (reader, operands) => colour(reader, 'fill', operands, 'scn'),
  SC: (reader, operands) => colour(reader, 'stroke', operands, 'SC'),
  SCN: (reader, operands) => colour(reader, 'stroke', operands, 'SCN'),
  ...Object.fromEntries(['w', 'J', 'j', 'M', 'd'].map((name) => [name, line(name)])),
  ri: () => undefined,
  i: () => undefined
}

const DEVICE: ReadonlySet<string> = new Set([
  '/DeviceGray',
  '/DeviceRGB',
  '/DeviceCMYK',
  '/Pattern'
])

function paint(reader: Reader, kind: 'fill' | 'stroke', operators: string): void {
  reader.state = { ...reader.state, [kind]: operators }
}

function plain(values: readonly number[], operator: string): string {
  return [...values.map((d) => writeNumber(d, 4)), operator].join(' ')
}

function grey(operands: readonly Operand[], operator: string): string {
  return plain(numbers(operands, 1), operator)
}

function mixed(operands: readonly Operand[], operator: string, single: string): string {
  const [red = 0, green = 0, blue = 0] = numbers(operands, 3)
  return red === green && green === blue
    ? plain([red], single)
    : plain([red, green, blue], operator)
}

function space(reader: Reader, [operand]: readonly Operand[], operator: string): string {
  const name = nameOf(operand)
  return `${DEVICE.has(name) ? name : reader.named.rename('ColorSpace', name)} ${operator}`
}

/** A colour stands behind its space, and takes the place of the one before it. */
function colour(
  reader: Reader,
  kind: 'fill' | 'stroke',
  operands: readonly Operand[],
  operator: string
): void {
  const [before = ''] = /^.* cs\b/iu.exec(reader.state[kind]) ?? []
  const values = operands.map((d) =>
    typeof d === 'number' ? writeNumber(d, 4) : reader.named.rename('Pattern', nameOf(d))
  )
  paint(reader, kind, [before, ...values, operator].filter(Boolean).join(' '))
}

function line(name: string): Act {
  return (reader, operands) => {
    const written = operands.map((d) => (Array.isArray(d) ? `[${d.join(' ')}]` : String(d)))
    const kept = new Map(reader.state.line).set(name, [...written, name].join(' '))
    reader.state = { ...reader.state, line: kept }
  }
}
