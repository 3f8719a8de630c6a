// The content of a page in, its marks out. Chromium draws each line that is stretched as a form of its own, a group
// that a reading programme does not enter; such forms are drawn as part of the page.
import type { Box } from './graphics-state.ts'
import { boxOf, surroundings } from './marks.ts'
import type { Mark } from './marks.ts'
import type { Matrix } from './matrix.ts'
import { move, multiply } from './matrix.ts'
import { PATH_OPERATORS, writeMatrix } from './path-operators.ts'
import { readOperations } from './read-operations.ts'
import type { Operand } from './read-operations.ts'
import type { Act, Form, Named, Open, Reader } from './reader.ts'
import { nameOf, newReader, put } from './reader.ts'
import { STATE_OPERATORS } from './state-operators.ts'
import { TEXT_OPERATORS } from './text-operators.ts'
import { writeNumber } from './write-number.ts'

const DEEPEST = 20
const CONTENT = /\/MCID\s*(\d+)/u
const ALL: Readonly<Record<string, Act>> = {
  ...STATE_OPERATORS,
  ...PATH_OPERATORS,
  ...TEXT_OPERATORS,
  BMC: (reader, [tag]) => void reader.open.push(opened(nameOf(tag), '')),
  BDC: (reader, [tag, properties]) =>
    void reader.open.push(opened(nameOf(tag), typeof properties === 'string' ? properties : '')),
  EMC: (reader) => void reader.open.pop(),
  MP: () => undefined,
  DP: () => undefined,
  BX: () => undefined,
  EX: () => undefined,
  Do: draw
}
const OPERATORS: ReadonlyMap<string, Act> = new Map(Object.entries(ALL))

/**
 * The marks of a content stream.
 *
 * @param matrix from its coordinates to those of the page as it will be
 * @param page the sides of the page: a clip around it cuts nothing
 * @throws {Error} where something in it is not known
 */
export function readMarks(
  content: string,
  matrix: Matrix,
  page: Box,
  named: Named
): readonly Mark[] {
  const reader = newReader(matrix, page, named)
  read(reader, content)
  return reader.marks
}

function read(reader: Reader, content: string): void {
  readOperations(content, (operator, operands) => {
    const act = OPERATORS.get(operator)
    if (!act) throw new Error(`Unexpected operator \`${operator}\``)
    act(reader, operands)
  })
}

function opened(tag: string, properties: string): Open {
  const number = CONTENT.exec(properties)?.[1]
  return {
    content: number === undefined ? undefined : Number(number),
    artifact: tag === '/Artifact',
    spoken: properties.includes('/ActualText') && number === undefined ? properties : ''
  }
}

function draw(reader: Reader, [operand]: readonly Operand[]): void {
  const name = nameOf(operand)
  const { state, named } = reader
  const form = state.setting === '' ? named.form(name) : undefined
  if (form && reader.kept.length < DEEPEST) {
    drawForm(reader, form)
    return
  }
  const operators = `q ${writeMatrix(state.matrix)} cm ${named.rename('XObject', name)} Do Q`
  put(reader, { shape: { kind: 'drawing', operators }, around: surroundings(state) })
}

function drawForm(reader: Reader, form: Form): void {
  const outer = { ...reader }
  const first = reader.marks.length
  reader.kept = [...reader.kept, reader.state]
  reader.state = { ...reader.state, matrix: multiply(form.matrix, reader.state.matrix) }
  reader.path = []
  reader.named = form.resources
  const before = reader.state
  read(reader, form.content)
  Object.assign(reader, outer)
  // The sides of a form of letters alone are those of their ink, rounded; they would cut what hangs out.
  const inside = reader.marks.slice(first)
  if (inside.every((d) => d.shape.kind === 'letters')) return
  const clip = sides(form, before.matrix)
  for (const mark of inside) mark.around = `${clip} ${mark.around}`.trim()
}

function sides(form: Form, matrix: Matrix): string {
  const [left, bottom, right, top] = form.box
  const corners = [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top]
  ] as const
  const moved = corners.map(([x, y]) => move(matrix, x, y))
  const box = boxOf(moved)
  const points = moved.map((d) => d.map((n) => writeNumber(n)).join(' '))
  return box ? `${points[0]} m ${points.slice(1).join(' l ')} l h W n` : ''
}
