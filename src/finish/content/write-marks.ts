// The marks of a page in, its content out, in as few operators as can be: nothing is set twice, text is one object as
// long as nothing comes between, marks of one tag that follow each other are one piece of marked content.
import { writeMatrix } from './path-operators.ts'
import type { Mark } from './marks.ts'
import { multiply } from './matrix.ts'
import { FIRST_PEN, literal, showLetters, startRow } from './set-rows.ts'
import type { Pen } from './set-rows.ts'
import { isUpright, spreadLetters } from './spread-letters.ts'
import type { Letter, Row } from './spread-letters.ts'

/** Whose a piece of marked content is. */
export interface Owner {
  /** The same for all that may become one. */
  group: number
  /** Place in its group; what becomes one must rise. */
  order: number
  /** The name of the tag. */
  type: string
}

/** A piece of marked content, as written. */
export interface Sequence {
  /** Its number (MCID), from 0. */
  content: number
  group: number
  /** Of its first mark. */
  order: number
}

/** A page as written. */
export interface Written {
  content: string
  sequences: readonly Sequence[]
}

interface Writer {
  parts: string[]
  sequences: Sequence[]
  pen: Pen
  fill: string
  around: string
  /** What holds outside of `around`. */
  outside: { pen: Pen; fill: string }
  isText: boolean
  /** The sequence that is open; 'artifact' for what is no part of the text. */
  open: Sequence | 'artifact' | undefined
  last: number
}

/** @param ownerOf the owner of the marks of a content number; undefined where no tag has it */
export function writeMarks(
  marks: readonly Mark[],
  ownerOf: (content: number) => Owner | undefined
): Written {
  const writer: Writer = {
    parts: ['0 g'],
    sequences: [],
    pen: { ...FIRST_PEN },
    fill: '0 g',
    around: '',
    outside: { pen: { ...FIRST_PEN }, fill: '0 g' },
    isText: false,
    open: undefined,
    last: 0
  }
  for (const run of runsOf(marks)) {
    const [first] = run
    if (!first) continue
    enter(writer, first)
    if (isRow(first)) for (const row of spreadLetters(run)) setRow(writer, row, ownerOf)
    else for (const mark of run) drawOne(writer, mark, ownerOf)
  }
  leave(writer)
  return { content: `${writer.parts.join('\n')}\n`, sequences: writer.sequences }
}

function isRow({ shape }: Mark): boolean {
  return shape.kind === 'letters' && isUpright(shape)
}

/** Marks of one kind with the same surroundings and colour. */
function runsOf(marks: readonly Mark[]): readonly (readonly Mark[])[] {
  const runs: Mark[][] = []
  for (const mark of marks) {
    const before = runs.at(-1)?.[0]
    const isSame =
      before &&
      isRow(before) === isRow(mark) &&
      before.around === mark.around &&
      before.fill === mark.fill
    if (isSame) runs.at(-1)?.push(mark)
    else runs.push([mark])
  }
  return runs
}

/** Set surroundings and colour for a mark. */
function enter(writer: Writer, { around, fill }: Mark): void {
  if (around !== writer.around) {
    leave(writer)
    if (around !== '') {
      writer.outside = { pen: { ...writer.pen }, fill: writer.fill }
      writer.parts.push(`q ${around}`)
      writer.around = around
    }
  }
  if (fill === writer.fill) return
  writer.parts.push(fill)
  writer.fill = fill
}

function leave(writer: Writer): void {
  endText(writer)
  close(writer)
  if (writer.around === '') return
  writer.parts.push('Q')
  writer.around = ''
  writer.pen = { ...writer.outside.pen }
  writer.fill = writer.outside.fill
}

/** A text object begins and ends outside of all marked content. */
function beginText(writer: Writer): void {
  if (writer.isText) return
  close(writer)
  writer.parts.push('BT')
  writer.isText = true
  Object.assign(writer.pen, { lineX: 0, lineY: 0, x: 0 })
}

function endText(writer: Writer): void {
  if (!writer.isText) return
  close(writer)
  writer.parts.push('ET')
  writer.isText = false
}

function close(writer: Writer): void {
  if (writer.open !== undefined) writer.parts.push('EMC')
  writer.open = undefined
}

/** Open the marked content of a mark, unless it is open. */
function open(writer: Writer, owner: Owner | undefined): void {
  const { open: now } = writer
  if (!owner) {
    if (now === 'artifact') return
    close(writer)
    writer.parts.push('/Artifact BMC')
    writer.open = 'artifact'
    return
  }
  const goesOn =
    now !== undefined &&
    now !== 'artifact' &&
    now.group === owner.group &&
    owner.order >= writer.last
  writer.last = owner.order
  if (goesOn) return
  close(writer)
  const sequence = { content: writer.sequences.length, group: owner.group, order: owner.order }
  writer.sequences.push(sequence)
  writer.parts.push(`/${owner.type}<</MCID ${sequence.content}>>BDC`)
  writer.open = sequence
}

type OwnerOf = (content: number) => Owner | undefined

function ownerOfMark({ content }: Mark, ownerOf: OwnerOf): Owner | undefined {
  return content === undefined ? undefined : ownerOf(content)
}

function setRow(writer: Writer, row: Row, ownerOf: OwnerOf): void {
  beginText(writer)
  let isStarted = false
  for (const { mark, letters } of byMark(row.letters)) {
    open(writer, ownerOfMark(mark, ownerOf))
    if (!isStarted) writer.parts.push(...[startRow(writer.pen, row)].filter(Boolean))
    isStarted = true
    const shown = showLetters(writer.pen, letters)
    writer.parts.push(mark.spoken === '' ? shown : `/Span${mark.spoken}BDC ${shown} EMC`)
  }
}

/** Letters that may be shown together: of one content and one spoken text. */
function byMark(letters: readonly Letter[]): readonly { mark: Mark; letters: readonly Letter[] }[] {
  const groups: { mark: Mark; letters: Letter[] }[] = []
  for (const letter of letters) {
    const last = groups.at(-1)
    const { mark } = letter
    const isSame =
      last &&
      (last.mark === mark ||
        (last.mark.content === mark.content && last.mark.spoken === '' && mark.spoken === ''))
    if (isSame) last.letters.push(letter)
    else groups.push({ mark, letters: [letter] })
  }
  return groups
}

function drawOne(writer: Writer, mark: Mark, ownerOf: OwnerOf): void {
  endText(writer)
  open(writer, ownerOfMark(mark, ownerOf))
  const { shape } = mark
  if (shape.kind === 'drawing') writer.parts.push(shape.operators)
  else {
    const { face, size, scale, matrix, codes, offsets } = shape
    const shown = codes.map((code, i) => {
      const placed = multiply([scale, 0, 0, 1, offsets[i] ?? 0, 0], matrix)
      const bytes = face.bytes === 1 ? [code] : [code >> 8, code & 255]
      return `${writeMatrix(placed)} Tm ${literal(String.fromCharCode(...bytes))}Tj`
    })
    // Turned text is rare: each glyph is placed by itself, and the state is left as it was.
    const text = `q BT ${face.name} ${size} Tf 0 Tc 100 Tz ${shown.join(' ')} ET Q`
    const spoken = mark.spoken === '' ? text : `/Span${mark.spoken}BDC ${text} EMC`
    writer.parts.push(spoken)
  }
}
