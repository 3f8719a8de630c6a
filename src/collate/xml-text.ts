// A walk over the text of an XML file: elements opened and closed, and the text between them, its entities decoded. It
// reads what a well-formed chapter of an e-book holds; it is not a validator.

/** An element as its start tag says it. */
export interface Tag {
  name: string
  attributes: ReadonlyMap<string, string>
}

/** What the walk tells. */
export interface Listener {
  open: (tag: Tag) => void
  close: (name: string) => void
  text: (text: string) => void
}

const TOKEN =
  /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<[?!][^>]*>|<\/([^\s>]+)\s*>|<([^\s/>]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/gu
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu
const ENTITY = /&(?:#x([\da-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/giu
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Walk from the first element to the last. */
export function walkXml(xml: string, listener: Listener): void {
  for (const [, data, closed, opened, attributes = '', empty, text] of xml.matchAll(TOKEN)) {
    if (data !== undefined) listener.text(data)
    else if (text !== undefined) listener.text(decodeXml(text))
    else if (closed !== undefined) listener.close(closed)
    else if (opened !== undefined) {
      listener.open({ name: opened, attributes: readAttributes(attributes) })
      if (empty) listener.close(opened)
    }
  }
}

function readAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single = ''] of text.matchAll(ATTRIBUTE))
    attributes.set(name, decodeXml(double ?? single))
  return attributes
}

/** The five entities of XML and its character references. */
export function decodeXml(text: string): string {
  return text.replace(ENTITY, (entity, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? entity
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
  })
}
