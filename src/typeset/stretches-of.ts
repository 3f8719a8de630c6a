// A book to its stretches, in the order of the pages: title page, imprint, contents, the sections of the text, colophon.
import type { Element, ElementContent } from 'hast'
import type { TextBlock, Place, Setter } from './text-block.ts'
import { byName } from './set-before.ts'
import { setBlocks } from './set-blocks.ts'
import { setContents, setFront } from './set-front.ts'
import type { Stretch } from './stretch.ts'

/** What is typeset: the sections of a composed manuscript. */
export interface Copy {
  titlePage: Element
  imprint: Element
  contents?: Element
  sections: readonly { title: string; children: readonly ElementContent[] }[]
  colophon: Element
  edition: { title: string; endMark?: string }
}

/** @param folioOf asked for the folio of a heading when the pages are known; one for all runs of a memory */
export function stretchesOf(
  copy: Copy,
  setter: Setter,
  folioOf: (id: string) => string
): Stretch[] {
  const named = (section: Element, kind: string, set: () => TextBlock[]) =>
    byName(setter.before, `${kind} ${JSON.stringify(section)}`, set)
  const front = (section: Element, kind: 'title' | 'imprint' | 'colophon') =>
    named(section, kind, () => setFront(section, kind, setter))
  const page = (kind: 'imprint' | 'colophon', section: Element): Stretch => ({
    kind,
    opens: 'page',
    blocks: front(section, kind),
    head: ''
  })
  const title = front(copy.titlePage, 'title')
  const { contents: nav } = copy
  const contents = nav && named(nav, 'contents', () => setContents(nav, setter, folioOf))
  const stretches: Stretch[] = [
    { kind: 'title-page', opens: 'recto', blocks: title, head: '' },
    page('imprint', copy.imprint),
    ...(contents
      ? [{ kind: 'contents', opens: 'recto', blocks: contents, head: '' } as const]
      : []),
    ...textOf(copy, setter),
    page('colophon', copy.colophon)
  ]
  return stretches.filter((d) => d.blocks.length > 0)
}

/** One stretch a section, or all of them as one where sections run on. */
function textOf(copy: Copy, setter: Setter): Stretch[] {
  const { sections } = setter.design
  const last = copy.sections.length - 1
  const marked = copy.edition.endMark !== undefined
  const set = copy.sections.map((d, index) => ({
    head: d.title || copy.edition.title,
    blocks: setBlocks(
      index === last && marked ? withEndMark(d.children, setter) : d.children,
      placeOf(setter),
      setter
    )
  }))
  if (sections !== 'run-on')
    return set.map((d, index) => ({
      kind: 'text',
      opens: sections === 'recto' || index === 0 ? 'recto' : 'page',
      ...d
    }))
  const blocks: TextBlock[] = set.flatMap((d) => d.blocks)
  return [{ kind: 'text', opens: 'recto', blocks, head: set[0]?.head ?? '' }]
}

function placeOf({ design }: Setter): Place {
  const part = design.parts.text
  return { part, within: [], left: 0, measure: design.measure, inNote: false, line: 1 }
}

/** The end mark stands behind the last word of the text; it is drawn, since few types have one. */
function withEndMark(
  children: readonly ElementContent[],
  { before }: Setter
): readonly ElementContent[] {
  const last = children.findLastIndex((d) => d.type === 'element')
  const paragraph = children[last]
  if (paragraph?.type !== 'element' || paragraph.tagName !== 'p') return children
  const properties = { className: ['end-mark'], ariaHidden: 'true' }
  const mark: Element = { type: 'element', tagName: 'span', properties, children: [] }
  const set = () => ({ ...paragraph, children: [...paragraph.children, mark] })
  return children.with(last, before.marked(paragraph, '', set))
}
