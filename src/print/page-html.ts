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

/** What the writing of pages has in common. */
export interface Writing {
  /** BCP 47 tag of the edition. */
  language: string
  styles: StyleNames
  /** Elements of the pages before: one that is met again goes on. */
  begun: Set<Wrap>
}

/** A page; pages must be written in their order. */
export function pageElement(page: ComposedPage, writing: Writing): Element {
  const { number, kind, side, folio, head, blocks, notes, furniture, rules } = page
  const properties = {
    className: ['pg', kind],
    dataRef: `p${number}`,
    dataSide: side,
    dataFolio: folio,
    dataHead: head
  }
  const met = new Set<Wrap>()
  const trim = element('div', { className: ['trim'] }, [
    ...furniture.map((d) => blockElement(d, 0, writing)),
    ...nestBlocks(blocks, met, writing),
    ...notes.map((d) => noteElement(d, met, writing)),
    ...rules.map(ruleElement)
  ])
  for (const wrap of met) writing.begun.add(wrap)
  return element('section', properties, [trim])
}

/** Blocks that stand in the same elements, together in them. */
function nestBlocks(
  blocks: readonly SetBlock[],
  met: Set<Wrap>,
  writing: Writing,
  id?: string
): ElementContent[] {
  const children: ElementContent[] = []
  const open: { wrap: Wrap; element: Element }[] = []
  for (const [index, block] of blocks.entries()) {
    const { within } = block
    let depth = 0
    while (depth < open.length && open[depth]?.wrap === within[depth]) depth += 1
    open.length = depth
    for (const wrap of within.slice(depth)) {
      met.add(wrap)
      const goesOn = writing.begun.has(wrap)
      const marked = goesOn
        ? continuedLanguage([...within.slice(0, open.length), wrap], open.length, writing)
        : undefined
      const properties = { ...withRole(wrap), ...(marked && { lang: marked }) }
      const made = element(wrap.tagName, properties, [])
      ;(open.at(-1)?.element.children ?? children).push(made)
      open.push({ wrap, element: made })
    }
    const into = open.at(-1)?.element.children ?? children
    into.push(blockElement(block, open.length, writing, index === 0 ? id : undefined))
  }
  return children
}

/** Tags of a PDF know no parts of a paragraph: its language says so, and how deep it stands, until the finishing reads it. */
function continuedLanguage(wraps: readonly Wrap[], depth: number, { language }: Writing): string {
  const own = wraps.findLast((d) => d.properties.lang !== undefined)
  return `${String(own?.properties.lang ?? language)}-x-cont-${depth + 1}`
}

/** @param noteId the address of the note that begins with this block */
function blockElement(block: SetBlock, depth: number, writing: Writing, noteId?: string): Element {
  const { element: wrap, line, left, lines, picture, continued } = block
  // What has an address is its first line: the element itself has no place of its own, only its lines have.
  const id = continued ? undefined : (noteId ?? (wrap.properties.id as string | undefined))
  const properties = {
    ...withRole(wrap),
    dataBlock: '',
    ...(line !== undefined && line > 0 && { dataLine: line }),
    ...(continued && {
      dataContinued: '',
      lang: continuedLanguage([...block.within, wrap], depth, writing)
    })
  }
  if (picture) {
    const { src, alt, width, height } = picture
    const place = `left:${short(picture.left)}px;top:${short(picture.top)}px`
    const style = `${place};width:${short(width)}px;height:${short(height)}px`
    return element('img', { ...properties, ...(id && { id }), src, alt, style }, [])
  }
  const children = lines.map((d, index) =>
    lineElement(d, left, writing.styles, index === 0 ? id : undefined)
  )
  return element(wrap.tagName, properties, children)
}

function withRole({ tagName, properties }: Wrap): Properties {
  const role = tagName === 'th' ? headerRole(properties) : ROLES[tagName]
  const { id: _, ...rest } = properties
  return { ...(role && { role }), ...rest }
}

function headerRole({ scope }: Properties): string {
  return scope === 'row' ? 'rowheader' : 'columnheader'
}

function noteElement(note: SetNote, met: Set<Wrap>, writing: Writing): Element {
  const { number, continued, blocks } = note
  const properties = {
    className: ['note'],
    role: 'doc-footnote',
    lang: `${writing.language}-x-note-${number}`,
    dataNote: number,
    ...(continued && { dataContinued: '' })
  }
  const id = continued ? undefined : `note-${number}`
  return element('div', properties, nestBlocks(blocks, met, writing, id))
}

function ruleElement({ left, top, width, height }: Rule): Element {
  const place = `left:${short(left)}px;top:${short(top)}px`
  const style = `${place};width:${short(width)}px;height:${short(height)}px`
  return element('div', { className: ['rule'], ariaHidden: 'true', style }, [])
}

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}
