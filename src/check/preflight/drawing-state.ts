// The state of drawing, as far as a preflight asks: inks, widths, opacity, type, and where the origin is (ISO 32000-1, 8.4).
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream } from '../../pdf.ts'
import type { PDFObject } from '../../pdf.ts'
import type { Operand } from './tokens.ts'

/** A colour as it is written: the space and its values, from 0 to 1. */
export interface Ink {
  space: string
  values: readonly number[]
}

export type Matrix = readonly [number, number, number, number, number, number]

/** What is in force where something is drawn. */
export interface State {
  matrix: Matrix
  fill: Ink
  stroke: Ink
  width: number
  opaque: boolean
  font: PDFDict | undefined
  size: number
  mode: number
}

const PLAIN: Readonly<Record<string, string>> = {
  g: 'DeviceGray',
  rg: 'DeviceRGB',
  k: 'DeviceCMYK'
}

/** A colour operator: the ink from here on. */
export function setInk(
  state: State,
  operator: string,
  operands: readonly Operand[],
  resources: PDFDict | undefined
): void {
  const which = operator.toLowerCase() === operator ? 'fill' : 'stroke'
  const lower = operator.toLowerCase()
  const values = operands.filter((d) => typeof d === 'number')
  const plain = PLAIN[lower]
  if (plain) state[which] = { space: plain, values }
  else if (lower === 'cs') state[which] = { space: spaceOf(operands[0], resources), values: [] }
  else if (lower === 'sc' || lower === 'scn') state[which] = { ...state[which], values }
}

function spaceOf(operand: Operand | undefined, resources: PDFDict | undefined): string {
  const name = typeof operand === 'object' && 'name' in operand ? operand.name : ''
  return nameOfSpace(find(resources, 'ColorSpace', operand)) ?? name
}

/** `DeviceRGB`, `Separation`; `ICCBased3` for a profile of three colours. */
export function nameOfSpace(object: PDFObject | undefined): string | undefined {
  if (object instanceof PDFName) return object.decodeText()
  if (!(object instanceof PDFArray)) return undefined
  const kind = object.lookup(0)
  const name = kind instanceof PDFName ? kind.decodeText() : ''
  const of = object.size() > 1 ? object.lookup(1) : undefined
  if (name === 'ICCBased' && of instanceof PDFRawStream)
    return `ICCBased${of.dict.lookup(PDFName.of('N'))?.toString() ?? ''}`
  if (name === 'Indexed') return nameOfSpace(of)
  return name
}

/** A graphics state of the resources. */
export function setState(state: State, object: PDFObject | undefined): void {
  const dict = asDict(object)
  if (!dict) return
  const number = (key: string) => {
    const value = dict.lookup(PDFName.of(key))
    return value instanceof PDFNumber ? value.asNumber() : undefined
  }
  state.width = number('LW') ?? state.width
  const mask = dict.lookup(PDFName.of('SMask'))
  const blend = dict.lookup(PDFName.of('BM'))
  const masked = mask !== undefined && mask !== PDFName.of('None')
  const blended =
    blend !== undefined && blend !== PDFName.of('Normal') && blend !== PDFName.of('Compatible')
  const clear = (number('ca') ?? 1) < 1 || (number('CA') ?? 1) < 1
  const says = ['SMask', 'BM', 'ca', 'CA'].some((d) => dict.has(PDFName.of(d)))
  if (says) state.opaque = !(masked || blended || clear)
}

/** A thing of the resources that an operand names. */
export function find(
  resources: PDFDict | undefined,
  category: string,
  operand: Operand | undefined
): PDFObject | undefined {
  if (typeof operand !== 'object' || !('name' in operand)) return undefined
  return asDict(resources?.lookup(PDFName.of(category)))?.lookup(PDFName.of(operand.name))
}

export function asDict(object: PDFObject | undefined): PDFDict | undefined {
  return object instanceof PDFDict ? object : undefined
}

/** First `m`, then `n`. */
export function times(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[1] * n[2],
    m[0] * n[1] + m[1] * n[3],
    m[2] * n[0] + m[3] * n[2],
    m[2] * n[1] + m[3] * n[3],
    m[4] * n[0] + m[5] * n[2] + n[4],
    m[4] * n[1] + m[5] * n[3] + n[5]
  ]
}

export function at(matrix: Matrix, x: number, y: number): { x: number; y: number } {
  return {
    x: matrix[0] * x + matrix[2] * y + matrix[4],
    y: matrix[1] * x + matrix[3] * y + matrix[5]
  }
}

/** How much larger lengths become. */
export function scaleOf(matrix: Matrix): number {
  return Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
}
