// A paragraph, a stanza, code and a thematic break: lines of one element each.
import type { Element } from 'hast'
import type { Run } from '../composition.ts'
import type { Part } from '../design.ts'
import { gridShift } from './baseline.ts'
import { blockWrap, textBlock, partHere } from './text-block.ts'
import type { TextBlock, Place, Setter } from './text-block.ts'
import { evenMeasure } from './even-lines.ts'
import { paragraphMatter } from './matter.ts'
import type { Matter } from './matter.ts'
import { languageOf } from './letters.ts'
import { openSection } from './opening.ts'
import type { Paragraph } from './paragraph.ts'
import { makeRuns } from './runs.ts'
import { lookOf, styleOf } from './styles.ts'

/** Lines that are seen as one: a title, a heading, a caption. None of them is much shorter than the others. */
export function evenMatter(
  runs: readonly Run[],
  place: Place,
  setter: Setter,
  element = blockWrap('p'),
  given: Partial<Paragraph> = {}
): Matter {
  const { measure, part } = place
  const { align, leading } = part
  const language = languageOf([...place.within, element])
  const shape = { indent: 0, align, hyphenate: false, variants: false, leading, language }
  const even = { runs, measure, ...shape }
  const narrow = evenMeasure({ ...even, ...given }, setter.lines)
  const left = place.left + (align === 'center' ? (measure - narrow) / 2 : 0)
  const there =
    align === 'justify' || align === 'right' ? place : { ...place, left, measure: narrow }
  return lineMatter(runs, there, setter, element, { hyphenate: false, variants: false, ...given })
}

/** The settings of runs at a place, and how they are drawn. */
export function lineMatter(
  runs: readonly Run[],
  place: Place,
  setter: Setter,
  element = blockWrap('p'),
  given: Partial<Paragraph> = {}
): Matter {
  const { part } = place
  const paragraph: Paragraph = {
    runs,
    measure: place.measure,
    indent: 0,
    align: part.align,
    hyphenate: part.hyphenate,
    variants: part.align === 'justify' || (part.align === 'left' && part.hyphenate),
    leading: part.leading,
    inNote: place.inNote,
    language: languageOf([...place.within, element]),
    ...given
  }
  const frame = {
    within: place.within,
    element,
    inset: place.left,
    leading: part.leading,
    lower: gridShift(part, setter),
    line: place.line,
    strut: styleOf(lookOf(part), setter.featuresOf)
  }
  return paragraphMatter(paragraph, frame, setter.lines.set)
}

/** A paragraph; none where it says nothing. One that opens a section begins as the design wants it. */
export function setParagraph(
  node: Element,
  place: Place,
  setter: Setter,
  indented: boolean,
  opens = false
): TextBlock[] {
  const runs = makeRuns(node.children, lookOf(place.part), setter)
  if (runs.length === 0) return []
  const indent = indented ? place.part.indent : 0
  const element = blockWrap('p', node)
  if (!opens) {
    const matter = lineMatter(runs, place, setter, element, { indent })
    return [textBlock(matter, { line: place.line })]
  }
  const opening = openSection(runs, place, setter)
  const given = opening.beside ? { beside: opening.beside } : {}
  const matter = opening.around(lineMatter(opening.runs, place, setter, element, given))
  const least = Math.max(2, opening.beside?.lines ?? 0)
  return [textBlock(matter, { line: place.line, least })]
}

/** A stanza: each line of the poem begins at the left, and what does not fit turns over with an indent. */
export function setVerse(
  node: Element,
  place: Place,
  setter: Setter,
  follows: boolean
): TextBlock[] {
  const part = partHere('verse', place, setter)
  const runs = makeRuns(node.children, lookOf(part), setter)
  const there = versePlace(part, place, setter)
  const within = [...place.within, blockWrap('p', node)]
  const lines = divide(runs).map((line) => {
    const given = { indent: there.left - there.turned, align: 'left', variants: false } as const
    const at = { ...place, ...there, part, within, left: there.turned }
    const matter = lineMatter(line, at, setter, blockWrap('span'), given)
    return textBlock(matter, { line: place.line })
  })
  // One line of a stanza does not stand alone at the foot or the head of a page.
  return lines.map((d, index) => ({
    ...d,
    above: index === 0 && follows ? part.above : 0,
    keepWithNext: index === 0 || index === lines.length - 2
  }))
}

/** Verse stands further in than prose, as far as there is room: `left` is where its lines begin, `turned` where they go on. */
function versePlace(part: Part, place: Place, setter: Setter) {
  const quote = partHere('quote', place, setter)
  const further = Math.max(0, part.inset[0] - quote.inset[0])
  const left = place.left + Math.min(further, place.measure / 6)
  const turned = left + Math.min(Math.max(0, -part.indent), place.measure / 6)
  return { left, turned, measure: place.left + place.measure - turned }
}

/** Code: every line as it is, and what is too long for the measure goes on below. */
export function setCode(node: Element, place: Place, setter: Setter): TextBlock[] {
  const part = partHere('code', place, setter)
  const [child] = node.children
  const inner = child?.type === 'element' && child.tagName === 'code' ? child : node
  const runs = trimLast(makeRuns(inner.children, lookOf(part), setter, true))
  if (runs.length === 0) return []
  const given = { align: 'left', hyphenate: false, variants: false, preformatted: true } as const
  const matter = lineMatter(runs, { ...place, part }, setter, blockWrap('pre', node), given)
  return [textBlock(matter, { line: place.line })]
}

/** What stands for a thematic break, in the middle of its line. */
export function setBreak(place: Place, setter: Setter): TextBlock {
  const part = setter.design.parts.break
  const style = styleOf(lookOf(part), setter.featuresOf)
  const runs = [{ text: setter.design.breakMark, style, wraps: [] }]
  const element = { tagName: 'div', properties: { role: 'separator', ariaHidden: 'true' } }
  const there = { ...place, part }
  const matter = lineMatter(runs, there, setter, element, { hyphenate: false, variants: false })
  const { above, below } = part
  return textBlock(matter, { above, below, toGrid: true, keepWithNext: true, line: place.line })
}

/** The runs of each line. */
function divide(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]]
  for (const run of runs) {
    if (run.text === '\n') lines.push([])
    else lines.at(-1)?.push(run)
  }
  return lines.filter((d) => d.length > 0)
}

/** The end of the last line of a block of code opens no further line. */
function trimLast(runs: readonly Run[]): Run[] {
  const last = runs.at(-1)
  if (!last) return []
  const text = last.text.replace(/\n$/u, '')
  return text === '' ? runs.slice(0, -1) : [...runs.slice(0, -1), { ...last, text }]
}
