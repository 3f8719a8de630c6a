// The tags of an XML file in order, with their attributes and lines. For rules that ask what a file of an e-book refers
// to; it reads anything, well-formed or not, in one pass.

/** A start tag. */
export interface Tag {
  name: string
  attributes: ReadonlyMap<string, string>
  /** Its line in the file, from 1. */
  line: number
  /** Where in the file its text begins. */
  end: number
}

/** XML allows no `<` inside a tag, so the search for its end is short. */
const START = /<([a-z_][^\s/<>]*)(?=[\s/>])((?:"[^"<]*"|'[^'<]*'|[^"'<>])*)>/iuy
const ATTRIBUTE = /([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu
const APART = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>']
] as const

/** What stands between a start tag and its end tag, markup and all; no more than `most` of it is read. */
export function insideOf(whole: string, { name, end }: Tag, most: number): string {
  const text = whole.slice(end, end + most)
  let open = 1
  const tag = new RegExp(`<(/?)${name.replace(/[^\w:-]/gu, '.')}(?=[\\s/>])[^<>]*?(/?)>`, 'gu')
  for (let found = tag.exec(text); found; found = tag.exec(text)) {
    if (found[1]) open -= 1
    else if (!found[2]) open += 1
    if (open === 0) return text.slice(0, found.index)
  }
  return text
}

/** Every start tag; comments, sections of character data and instructions are passed over. */
export function* tagsOf(text: string): Generator<Tag> {
  let line = 1
  let counted = 0
  let at = text.indexOf('<')
  while (at !== -1) {
    const apart = APART.find(([open]) => text.startsWith(open, at))
    START.lastIndex = at
    const match = apart ? undefined : START.exec(text)
    if (match) {
      for (; counted < at; counted += 1) if (text[counted] === '\n') line += 1
      const [, name = '', attributes = ''] = match
      yield { name, attributes: readAttributes(attributes), line, end: at + match[0].length }
    }
    const end = apart ? text.indexOf(apart[1], at) : at + (match?.[0].length ?? 1)
    // What is left open swallows the rest.
    if (end === -1) return
    at = text.indexOf('<', end)
  }
}

function readAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single = ''] of text.matchAll(ATTRIBUTE))
    attributes.set(name, decode(double ?? single))
  return attributes
}

function decode(text: string): string {
  return text
    .replace(/&#x([\da-f]{1,6});/giu, (_, hex: string) => letter(Number.parseInt(hex, 16)))
    .replace(/&#(\d{1,7});/gu, (_, decimal: string) => letter(Number(decimal)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

function letter(code: number): string {
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\uFFFD'
}
