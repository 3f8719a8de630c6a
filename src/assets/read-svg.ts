// The text of an SVG in, the marks of its markup out, in order: open, close, text. A strict reader of its own, small
// enough to be read whole: what it does not understand it refuses, so that no browser can see more in a drawing than we
// did. There is no DTD, so no entity but the five of XML and the numbers.

/** One mark of the markup. */
export type Mark =
  | {
      kind: 'open'
      name: string
      attributes: ReadonlyMap<string, string>
      at: number
      empty: boolean
    }
  | { kind: 'close'; name: string; at: number }
  | { kind: 'text'; value: string; at: number }

/** Why an SVG is refused, and the offset where. */
export class SvgFault extends Error {
  readonly at: number
  constructor(reason: string, at: number) {
    super(reason)
    this.at = at
  }
}

const UNFIT = /[^\P{Cc}\t\n\r]|\p{Noncharacter_Code_Point}/u
const XML_HEAD = /^<\?xml\s[^?<>]*\?>/u
const ENCODING = /encoding\s*=\s*["'](?!utf-8["'])/iu
const COMMENT = /<!--([^]*?)-->/uy
const CDATA = /<!\[CDATA\[([^]*?)\]\]>/uy
const CLOSE = /<\/([A-Za-z][\w:.-]*)\s*>/uy
const OPEN = /<([A-Za-z][\w:.-]*)((?:\s+[A-Za-z_][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/uy
const ATTRIBUTE = /([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu
const TEXT = /[^<]+/uy
const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));|&/giu
const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"]
])

/**
 * The marks of an SVG, in order.
 *
 * @throws {SvgFault} at the first thing that is not plain XML
 */
export function* readSvg(text: string): Generator<Mark> {
  const unfit = UNFIT.exec(text)
  if (unfit) throw new SvgFault('control character', unfit.index)
  let at = headLength(text)
  while (at < text.length) {
    const take = (pattern: RegExp) => {
      pattern.lastIndex = at
      return pattern.exec(text)
    }
    const found = [OPEN, CLOSE, TEXT, COMMENT, CDATA].map((d) => [d, take(d)] as const)
    const [pattern, match] = found.find(([, d]) => d) ?? []
    if (!pattern || !match) throw new SvgFault(misread(text, at), at)
    const [all, name = '', attributes = '', slash = ''] = match
    if (pattern === OPEN)
      yield {
        kind: 'open',
        name,
        attributes: readAttributes(attributes, at),
        at,
        empty: slash !== ''
      }
    else if (pattern === CLOSE) yield { kind: 'close', name, at }
    else if (pattern === TEXT) yield { kind: 'text', value: resolve(all, at), at }
    else if (pattern === COMMENT && name.includes('--')) throw new SvgFault('`--` in a comment', at)
    else if (pattern === CDATA) yield { kind: 'text', value: name, at }
    at += all.length
  }
}

function headLength(text: string): number {
  const head = XML_HEAD.exec(text)?.[0] ?? ''
  if (ENCODING.test(head)) throw new SvgFault('another encoding, expected UTF-8', 0)
  return head.length
}

function readAttributes(text: string, at: number): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    if (attributes.has(name)) throw new SvgFault(`\`${name}\` twice in one element`, at)
    attributes.set(name, resolve(double ?? single ?? '', at))
  }
  return attributes
}

function resolve(text: string, at: number): string {
  return text.replace(REFERENCE, (all, decimal?: string, hex?: string, name?: string) => {
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '-1', 16)
    const char = name ? NAMED.get(name) : isXmlChar(code) ? String.fromCodePoint(code) : undefined
    if (char === undefined)
      throw new SvgFault(
        `\`${all}\`, expected one of \`&amp; &lt; &gt; &quot; &apos;\` or a number`,
        at
      )
    return char
  })
}

/** XML 1.0, production 2. */
function isXmlChar(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0x10ffff && (code & 0xfffe) !== 0xfffe)
}

function misread(text: string, at: number): string {
  const start = text.slice(at, at + 9)
  if (/^<!doctype/iu.test(start)) return '`<!DOCTYPE …>`, expected a drawing without it: delete it'
  if (start.startsWith('<?')) return '`<?…?>`, expected a drawing without instructions: delete it'
  return `markup \`${start.trim()}\`, expected well-formed SVG: save the drawing as plain SVG`
}
