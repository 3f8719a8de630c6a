// The content of a page in, what it draws out, as a preflight wants to know it: which inks, how thick, how small, where.
// Forms are followed to the page on which they are drawn. Positions and sizes are points of the page as it is printed.
import { PDFArray, PDFName, PDFNumber, PDFRawStream, unpack } from '../../pdf.ts'
import type { PDFDict, PDFObject, PDFPage } from '../../pdf.ts'
import { asDict, at, find, setInk, setState, times } from './drawing-state.ts'
import type { Ink, Matrix, State } from './drawing-state.ts'
import { imageMark, pathMark, textMark } from './mark.ts'
import type { Mark } from './mark.ts'
import { operationsIn } from './tokens.ts'
import type { Operand } from './tokens.ts'

const BLACK: Ink = { space: 'DeviceGray', values: [0] }
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]
const DEEPEST = 12
/** Marks that are alike are one, and no page has more that differ. */
const MOST = 20_000

/** What a page draws; alike marks are told once, at their first place. */
export function marksOn(page: PDFPage): readonly Mark[] {
  const marks = new Map<string, Mark>()
  const start: State = {
    matrix: IDENTITY,
    fill: BLACK,
    stroke: BLACK,
    width: 1,
    opaque: true,
    font: undefined,
    size: 0,
    mode: 0
  }
  const add = (mark: Mark) => {
    const key = JSON.stringify([
      mark.kind,
      mark.ink,
      mark.size?.toFixed(2),
      mark.resolution?.toFixed(0),
      mark.missing,
      mark.hidden,
      mark.letters,
      mark.opaque,
      Math.round(mark.x / 4),
      Math.round(mark.y / 4)
    ])
    if (marks.size < MOST && !marks.has(key)) marks.set(key, mark)
  }
  draw(contentOf(page.node.Contents()), page.node.Resources(), start, add, 0)
  return [...marks.values()]
}

function contentOf(contents: PDFObject | undefined): string {
  const list =
    contents instanceof PDFArray ? contents.asArray().map((_, i) => contents.lookup(i)) : [contents]
  return list
    .filter((d) => d instanceof PDFRawStream)
    .map((d) => Buffer.from(unpack(d)).toString('latin1'))
    .join('\n')
}

function draw(
  content: string,
  resources: PDFDict | undefined,
  first: State,
  add: (mark: Mark) => void,
  depth: number
): void {
  let state = { ...first }
  const saved: State[] = []
  /** Of each piece of marked content that is open, whether a text stands for it (ISO 32000-1, 14.9.4). */
  const open: boolean[] = []
  let [text, line]: [Matrix, Matrix] = [IDENTITY, IDENTITY]
  let begun: [number, number] = [0, 0]
  for (const { operator, operands } of operationsIn(content)) {
    const numbers = operands.filter((d) => typeof d === 'number')
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers
    switch (operator) {
      case 'q':
        saved.push({ ...state })
        break
      case 'Q':
        state = saved.pop() ?? state
        break
      case 'cm':
        state.matrix = times([a, b, c, d, e, f], state.matrix)
        break
      case 'BMC':
      case 'BDC':
        open.push(saysText(operands[1], resources))
        break
      case 'EMC':
        open.pop()
        break
      case 'w':
        state.width = a
        break
      case 'gs':
        setState(state, find(resources, 'ExtGState', operands[0]))
        break
      case 'm':
      case 're':
        begun = [a, b]
        break
      case 'BT':
        text = line = IDENTITY
        break
      case 'Tf':
        state.size = a
        state.font = asDict(find(resources, 'Font', operands[0]))
        break
      case 'Tr':
        state.mode = a
        break
      case 'Tm':
        text = line = [a, b, c, d, e, f]
        break
      case 'Td':
      case 'TD':
        text = line = times([1, 0, 0, 1, a, b], line)
        break
      case "'":
      case '"':
      case 'Tj':
      case 'TJ':
        add(textMark(state, text, operands))
        break
      case 'S':
      case 's':
        add(pathMark(state, begun, true))
        break
      case 'f':
      case 'F':
      case 'f*':
        add({ ...pathMark(state, begun, false), ...(open.includes(true) && { letters: true }) })
        break
      case 'B':
      case 'B*':
      case 'b':
      case 'b*':
        add(pathMark(state, begun, false))
        add(pathMark(state, begun, true))
        break
      case 'sh':
        add({
          kind: 'shading',
          ...at(state.matrix, 0, 0),
          ink: { space: 'Shading', values: [] },
          opaque: state.opaque
        })
        break
      case 'Do':
        drawObject(find(resources, 'XObject', operands[0]), resources, state, add, depth)
        break
      default:
        setInk(state, operator, operands, resources)
    }
  }
}

/** Whether a text stands for what is drawn. */
function saysText(properties: Operand | undefined, resources: PDFDict | undefined): boolean {
  if (typeof properties === 'object' && 'entries' in properties && !Array.isArray(properties))
    return (properties.entries as ReadonlyMap<string, Operand>).has('ActualText')
  const named = asDict(find(resources, 'Properties', properties))
  return named?.has(PDFName.of('ActualText')) ?? false
}

function drawObject(
  object: PDFObject | undefined,
  around: PDFDict | undefined,
  state: State,
  add: (mark: Mark) => void,
  depth: number
): void {
  if (!(object instanceof PDFRawStream)) return
  const { dict } = object
  if (dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image')) {
    add(imageMark(dict, state))
    return
  }
  if (depth > DEEPEST) return
  const own = dict.lookup(PDFName.of('Matrix'))
  const values =
    own instanceof PDFArray
      ? own.asArray().map((d) => (d instanceof PDFNumber ? d.asNumber() : 0))
      : []
  const matrix =
    values.length === 6 ? times(values as unknown as Matrix, state.matrix) : state.matrix
  const resources = asDict(dict.lookup(PDFName.of('Resources'))) ?? around
  draw(
    Buffer.from(unpack(object)).toString('latin1'),
    resources,
    { ...state, matrix },
    add,
    depth + 1
  )
}
