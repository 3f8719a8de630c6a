// A composed page as HTML: a section with its blocks in the order in which they are read, then its notes. Lines lie where
// they were put, so that nothing in here can move anything else.
import type { Element, ElementContent, Properties } from 'hast'
import type { ComposedPage, Rule, SetBlock, SetNote, Wrap } from '../composition.ts'
import { lineElement, short } from './line-html.ts'
import type { StyleNames } from './style-rules.ts'

/** What the elements of tables are to a reading programme: no style sheet may take it from them. */
const ROLES: Readonly<Record<string, string>> = {
  table: 'table',
  thead: 'rowgroup',
  tbody: 'rowgroup',
  tfoot: 'rowgroup',
  tr: 'row',
  td: 'cell',
  caption: 'caption'
}

/**
 * @param language of the edition, to which it is added which note an element is, and that it goes on from the page before:
 *   the tags of the PDF carry that to the finishing, which takes it away again
 */
export function pageElement(page: ComposedPage, language: string, styles: StyleNames): Element {
  const { number, kind, side, folio, head, blocks, notes, furniture, rules } = page
  const properties = {
    className: ['pg', kind],
    dataRef: `p${number}`,
    dataSide: side,
    dataFolio: folio,
    dataHead: head
  }
  const trim = element('div', { className: ['trim'] }, [
    ...furniture.map((d) => blockElement(d, language, styles)),
    ...nestBlocks(blocks, language, styles),
    ...notes.map((d) => noteElement(d, language, styles)),
    ...rules.map(ruleElement)
  ])
  return element('section', properties, [trim])
}

/** Blocks that stand in the same elements, together in them. */
function nestBlocks(
  blocks: readonly SetBlock[],
  language: string,
  styles: StyleNames
): ElementContent[] {
  const children: ElementContent[] = []
  const open: { wrap: Wrap; element: Element }[] = []
  for (const block of blocks) {
    const { within } = block
    let depth = 0
    while (depth < open.length && open[depth]?.wrap === within[depth]) depth += 1
    open.length = depth
    for (const wrap of within.slice(depth)) {
      const made = element(wrap.tagName, withRole(wrap, block.continued), [])
      ;(open.at(-1)?.element.children ?? children).push(made)
      open.push({ wrap, element: made })
    }
    ;(open.at(-1)?.element.children ?? children).push(blockElement(block, language, styles))
  }
  return children
}

function blockElement(block: SetBlock, language: string, styles: StyleNames): Element {
  const { element: wrap, line, left, lines, picture, continued } = block
  const properties = {
    ...withRole(wrap, continued),
    dataBlock: '',
    ...(line !== undefined && line > 0 && { dataLine: line }),
    ...(continued && {
      dataContinued: '',
      lang: `${String(wrap.properties.lang ?? language)}-x-cont`
    })
  }
  if (picture) {
    const { src, alt, width, height } = picture
    const place = `left:${short(picture.left)}px;top:${short(picture.top)}px`
    const style = `${place};width:${short(width)}px;height:${short(height)}px`
    return element('img', { ...properties, src, alt, style }, [])
  }
  return element(
    wrap.tagName,
    properties,
    lines.map((d) => lineElement(d, left, styles))
  )
}

function withRole({ tagName, properties }: Wrap, continued: boolean): Properties {
  const role = tagName === 'th' ? headerRole(properties) : ROLES[tagName]
  const { id, ...rest } = properties
  // An id belongs to the beginning.
  return { ...(id !== undefined && !continued && { id }), ...(role && { role }), ...rest }
}

function headerRole({ scope }: Properties): string {
  return scope === 'row' ? 'rowheader' : 'columnheader'
}

function noteElement(note: SetNote, language: string, styles: StyleNames): Element {
  const { number, continued, blocks } = note
  const properties = {
    className: ['note'],
    role: 'doc-footnote',
    lang: `${language}-x-note-${number}`,
    dataNote: number,
    ...(continued ? { dataContinued: '' } : { id: `note-${number}` })
  }
  return element('div', properties, nestBlocks(blocks, language, styles))
}

function ruleElement({ left, top, width, height }: Rule): Element {
  const place = `left:${short(left)}px;top:${short(top)}px`
  const style = `${place};width:${short(width)}px;height:${short(height)}px`
  return element('div', { className: ['rule'], ariaHidden: 'true', style }, [])
}

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}
