// What stands in the lines of a block, as runs: letters of one style within the same elements. White space is folded as
// HTML folds it, and none is left at the ends of a line.
//
//     Read <em>this</em>.<note-call number=7>   →   «Read » «this» (em) «.» «7» (a.call)
import type { Element, ElementContent } from 'hast'
import type { Run, Wrap } from '../composition.ts'
import type { Design } from '../design.ts'
import { callStyle, lookWithin, styleOf } from './styles.ts'
import type { FeaturesOf, Look } from './styles.ts'
import { END_MARK } from './taste.ts'

/** What runs are made with. */
export interface RunMaker {
  design: Design
  featuresOf: FeaturesOf
}

/** Around quotation marks that a `<q>` asks for: no manuscript has them as text. */
const MADE: Wrap = { tagName: 'span', properties: { dataMade: '' } }
const OBJECT = '\uFFFC'
/** White space of HTML; the line feed that a forced end of a line is known by comes of `<br>` alone. */
const SPACE = /[ \t\n\r\f]+/gu

/**
 * @param preformatted spaces and line ends stay as they are
 */
export function makeRuns(
  content: readonly ElementContent[],
  look: Look,
  maker: RunMaker,
  preformatted = false
): Run[] {
  const runs: Run[] = []
  for (const node of content) gather(node, look, [])
  return preformatted ? runs.filter((d) => d.text !== '') : foldSpace(runs)

  function gather(node: ElementContent, here: Look, wraps: readonly Wrap[]): void {
    if (node.type === 'text') {
      const style = styleOf(here, maker.featuresOf)
      const text = preformatted ? node.value : node.value.replace(SPACE, ' ')
      runs.push({ text, style, wraps })
    }
    if (node.type !== 'element') return
    const made = special(node, here, wraps)
    if (made) {
      runs.push(made)
      return
    }
    const { tagName, properties } = node
    const within = lookWithin(here, tagName, maker.design)
    const inner = [...wraps, { tagName, properties: kept(properties) }]
    const quoted = tagName === 'q'
    if (quoted) gather({ type: 'text', value: '“' }, here, [...wraps, MADE])
    for (const child of node.children) gather(child, within, inner)
    if (quoted) gather({ type: 'text', value: '”' }, here, [...wraps, MADE])
  }

  /** What is no text: a call, the end of a line, the end mark, a picture in the line. */
  function special(node: Element, here: Look, wraps: readonly Wrap[]): Run | undefined {
    const style = styleOf(here, maker.featuresOf)
    if (node.tagName === 'br') return { text: '\n', style, wraps }
    if (node.tagName === 'wbr') return { text: '\u200B', style, wraps }
    if (node.tagName === 'note-call') return call(node, here, wraps)
    if (isEndMark(node))
      return {
        text: OBJECT,
        style,
        wraps: [...wraps, { tagName: 'span', properties: node.properties }],
        width: END_MARK.width * here.size
      }
    if (node.tagName === 'img') return pictureInLine(node, here, wraps)
    return undefined
  }

  function call(node: Element, here: Look, wraps: readonly Wrap[]): Run {
    const number = Number(node.properties.number)
    const first = Number(node.properties.nth) === 1
    const properties = {
      className: [first ? 'call' : 'call-again'],
      href: `#note-${number}`,
      dataCall: number,
      ...(first && { id: `call-${number}`, role: 'doc-noteref' })
    }
    return {
      text: `${number}`,
      style: callStyle(here, maker.featuresOf),
      wraps: [...wraps, { tagName: 'a', properties }],
      ...(first && { call: number })
    }
  }

  /** A picture among words is made as high as the letters' line, so that the lines stay where they are. */
  function pictureInLine(node: Element, here: Look, wraps: readonly Wrap[]): Run {
    const { width, height, src, alt } = node.properties
    const high = here.size
    const ratio = Number(width ?? 1) / Number(height ?? 1) || 1
    const properties = { src, alt, dataHigh: high, dataWide: high * ratio }
    return {
      text: OBJECT,
      style: styleOf(here, maker.featuresOf),
      wraps: [...wraps, { tagName: 'img', properties }],
      width: high * ratio
    }
  }
}

/** The text of runs, for heads and findings. */
export function textOf(runs: readonly Run[]): string {
  return runs
    .filter((d) => d.call === undefined && d.width === undefined)
    .map((d) => d.text)
    .join('')
    .replace(/\s+/gu, ' ')
    .trim()
}

function isEndMark({ properties }: Element): boolean {
  return Array.isArray(properties.className) && properties.className.includes('end-mark')
}

/** Attributes that mean something on a page. */
function kept(properties: Element['properties']): Element['properties'] {
  const { href, lang, dir, id } = properties
  return {
    ...(href !== undefined && { href }),
    ...(lang !== undefined && { lang }),
    ...(dir !== undefined && { dir }),
    ...(id !== undefined && { id })
  }
}

/** As HTML does: one space for any number, none at either end of a line (CSS Text 3, 4.1). */
function foldSpace(runs: readonly Run[]): Run[] {
  const folded: Run[] = []
  let open = false
  for (const run of runs) {
    let { text } = run
    if (!open && text.startsWith(' ')) text = text.slice(1)
    if (text === '\n') trimEnd(folded)
    if (text === '') continue
    open = !/[ \n]$/u.test(text)
    folded.push({ ...run, text })
  }
  trimEnd(folded)
  return folded
}

function trimEnd(runs: Run[]): void {
  const last = runs.at(-1)
  if (!last?.text.endsWith(' ')) return
  runs.pop()
  const text = last.text.slice(0, -1)
  if (text === '') trimEnd(runs)
  else runs.push({ ...last, text })
}
