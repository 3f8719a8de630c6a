// epub-gen-memory's sanitiser takes out what it does not know (`ol start`, `th scope`), writes `image-placeholder` over an
// empty `alt`, and breaks drawings. Such things travel as a ticket in an attribute that it lets pass, and come back after.
//
//     <ol start="3">   →   <ol about="ticket-0">   →   <ol start="3">
//     <img alt="">     →   <span about="ticket-1"></span>   →   <img alt=""/>
import type { Element, ElementContent, Properties } from 'hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { escapeXml } from './escape-xml.ts'

/** A chapter's HTML as the sanitiser may see it, and what its tickets stand for. */
export interface Luggage {
  html: string
  /** XHTML of each ticket, by its number. */
  tickets: readonly string[]
}

/** Attributes that are good XHTML but unknown to the sanitiser, by their names in hast. */
const CARRIED: Readonly<Record<string, string>> = {
  cite: 'cite',
  dateTime: 'datetime',
  height: 'height',
  reversed: 'reversed',
  scope: 'scope',
  start: 'start',
  value: 'value',
  width: 'width'
}
const IMAGE = ['src', 'alt', 'title', 'width', 'height', 'lang', 'xml:lang', 'dir']
const TICKET_FOR_ELEMENT = /<span about="ticket-(\d+)"><\/span>/gu
const TICKET_FOR_ATTRIBUTES = / about="ticket-(\d+)"/gu
// The stringifier escapes `<` in text but not in attributes, where XML wants it too.
const TAG = /<[a-z][^\s<>/]*(?:\s+[^\s<>/="]+(?:="[^"]*")?)*\s*\/?>/giu
const QUOTED = /"[^"]*"/gu

const stringifier = unified()
  .use(rehypeStringify, {
    closeSelfClosing: true,
    tightSelfClosing: true,
    closeEmptyElements: true
  })
  .freeze()

/** Hand over what the sanitiser would not let pass. The tree stays as it is. */
export function checkIn(tree: Element): Luggage {
  const tickets: string[] = []
  const ticket = (xhtml: string) => `ticket-${tickets.push(xhtml) - 1}`
  const carry = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node
    const alone = standsAlone(node)
    if (alone !== undefined) return carrier({ about: ticket(alone) })
    const carried = Object.entries(node.properties).filter(([name]) => name in CARRIED)
    const passing = Object.entries(node.properties).filter(([name]) => !(name in CARRIED))
    const about = carried.length > 0 ? { about: ticket(attributes(carried)) } : {}
    const properties = { ...Object.fromEntries(passing), ...about }
    return { ...node, properties, children: node.children.map(carry) }
  }
  const html = stringifier.stringify({ type: 'root', children: [carry(tree)] })
  return { html, tickets }
}

/** Put back what the tickets stand for. No text can look like one: the sanitiser escapes every `"` and `<` of it. */
export function claim(xhtml: string, tickets: readonly string[]): string {
  const back = (_: string, number: string) => tickets[Number(number)] ?? ''
  return xhtml.replace(TICKET_FOR_ELEMENT, back).replace(TICKET_FOR_ATTRIBUTES, back)
}

function carrier(properties: Properties): Element {
  return { type: 'element', tagName: 'span', properties, children: [] }
}

/** XHTML of an element that travels as a whole, or undefined for one that need not. */
function standsAlone(node: Element): string | undefined {
  if (node.tagName === 'img') {
    const known = IMAGE.map((name): [string, unknown] => [name, node.properties[name]])
    return `<img${attributes(known.filter(([, value]) => value !== undefined))}/>`
  }
  if (node.tagName !== 'svg') return undefined
  const properties = { ...node.properties, xmlns: 'http://www.w3.org/2000/svg' }
  const drawing = stringifier.stringify({ type: 'root', children: [{ ...node, properties }] })
  return drawing.replace(TAG, (tag) =>
    tag.replace(QUOTED, (value) => value.replaceAll('<', '&lt;'))
  )
}

function attributes(pairs: readonly (readonly [string, unknown])[]): string {
  return pairs
    .filter(([, value]) => value !== false)
    .map(([name, value]) => {
      const attribute = CARRIED[name] ?? name
      return ` ${attribute}="${escapeXml(value === true ? attribute : String(value))}"`
    })
    .join('')
}
