// What a composed page says, word after word, each with its box. The page's own words are left out: labels of items and
// notes, heads of tables that are said again, the marks of breaks, quotation marks that `<q>` asks for. Running heads and
// folios stand apart on a page and are not looked at.
import type { ComposedPage, Composition, Line, PlacedLine, SetBlock, Wrap } from '../composition.ts'
import type { Box } from '../places.ts'
import { cutLine } from './cut-line.ts'

/** Letters that stand together in a line, or a note call. */
export interface Print {
  /** Without a hyphen that was put in at the end of a line, which is in the box. */
  text: string
  box: Box
  /** Number of the note that is called here; then it has no text. */
  call?: number
  /** The line that it stands in, and its first code unit there. */
  line: MeasuredLine
  from: number
  /** Its letters have marks between them that the press put in: it has one box only. */
  mixed?: true
}

/** A line, and where each of its letters stands. */
interface MeasuredLine {
  line: Line
  page: number
  /** From the left edge of the page. */
  left: number
  baseline: number
  /** From its left edge. */
  x: readonly number[]
}

/** What one element of the text has on a page. */
export interface PrintedBlock {
  /** It began on an earlier page. */
  continued: boolean
  prints: readonly Print[]
}

/** What a page says. */
export interface PrintedPage {
  kind: string
  blocks: readonly PrintedBlock[]
  notes: readonly { number: number; blocks: readonly PrintedBlock[] }[]
}

/** What measures lines. */
export type Rule = Pick<Composition, 'advances' | 'heights'>

/** A page that an edit leaves alone is the same object, and is read once. */
const known = new WeakMap<ComposedPage, PrintedPage>()

/** The words of a page, as they are read. */
export function printedOn(page: ComposedPage, rule: Rule): PrintedPage {
  const before = known.get(page)
  if (before) return before
  const read = (blocks: readonly SetBlock[]) =>
    blocks.filter((d) => isSaid(d.element)).map((d) => readBlock(d, page.number, rule))
  const made = {
    kind: page.kind,
    blocks: read(page.blocks),
    notes: page.notes.map((d) => ({ number: d.number, blocks: read(d.blocks) }))
  }
  known.set(page, made)
  return made
}

function isSaid({ properties }: Wrap): boolean {
  const { className, ariaHidden } = properties
  return ariaHidden !== 'true' && !(Array.isArray(className) && className.includes('label'))
}

function readBlock(block: SetBlock, page: number, rule: Rule): PrintedBlock {
  const { element, continued, within, left } = block
  const language = [...within, element].findLast((d) => d.properties.lang !== undefined)
  const spoken = language && String(language.properties.lang)
  const prints = block.lines.flatMap((d) => readLine(d, left, page, rule, spoken))
  return { continued, prints }
}

function readLine(
  placed: PlacedLine,
  blockLeft: number,
  page: number,
  rule: Rule,
  language: string | undefined
): Print[] {
  const { line } = placed
  const left = blockLeft + line.left
  const x = rule.advances(line, language)
  const measured = { line, page, left, baseline: baselineOf(placed, rule.heights), x }
  return cutLine(line).map(({ from, to, text, call, mixed }): Print => {
    const box = boxIn(measured, from, to, rule)
    const print = { text, box, line: measured, from }
    return { ...print, ...(call !== undefined && { call }), ...(mixed && { mixed }) }
  })
}

/** Box of some of the letters of a print. */
export function partOf(print: Print, begin: number, end: number, rule: Rule): Box {
  const { line, from, mixed, box } = print
  return mixed ? box : boxIn(line, from + begin, from + end, rule)
}

function boxIn(measured: MeasuredLine, from: number, to: number, rule: Rule): Box {
  const { line, page, left, baseline, x } = measured
  const begin = x[from] ?? 0
  const { top, height, behind } = measure(line, from, to, baseline, rule)
  return { page, left: left + begin, top, width: (x[to] ?? begin) - begin - behind, height }
}

/** From the top of the page: a browser puts the letters of a line in the middle of its line box. */
export function baselineOf(
  { line, top, leading, strut }: PlacedLine,
  heights: Composition['heights']
): number {
  const style = strut ?? line.pieces[0]?.run.style
  if (!style) return top + leading
  const { ascent, descent } = heights(style.face)
  return top + leading / 2 + ((ascent - descent) / 2) * style.size
}

/** From the highest ascender to the deepest descender of the faces of some letters; and the letterspace behind the last. */
function measure(line: Line, from: number, to: number, baseline: number, rule: Rule) {
  let [top, bottom, behind, at] = [Infinity, -Infinity, 0, 0]
  for (const { text, run, missing } of line.pieces) {
    const end = at + text.length
    if (end > from && at < to) {
      const { face, size, raise, tracking } = run.style
      const { ascent, descent } = rule.heights(face)
      top = Math.min(top, baseline - raise - ascent * size)
      bottom = Math.max(bottom, baseline - raise + descent * size)
      behind = missing ? 0 : (tracking + line.tracking) * line.stretch
    }
    if (end >= to) break
    at = end
  }
  return { top, height: bottom - top, behind }
}
