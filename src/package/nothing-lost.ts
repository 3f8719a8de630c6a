// The sanitiser parses HTML anew, and where it understands the nesting of tags otherwise than we do, words move or go
// without a warning. So what came back is compared with what went in: the same tags around the same words.
const TAG = /<(\/?)([a-z][^\s<>/]*)((?:\s+[^\s<>/="]+(?:="[^"]*")?)*)\s*(\/?)>/giu
const VOID = /^(?:br|col|hr|img|wbr)$/u
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const REFERENCE = /&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/giu

/** Whether two pieces of markup have the same tags and words; attributes and spelling aside. */
export function nothingLost(before: string, after: string): boolean {
  return bare(before) === bare(after)
}

function bare(markup: string): string {
  let words = ''
  let end = 0
  for (const match of markup.matchAll(TAG)) {
    const [tag, slash = '', name = '', , closed] = match
    words += decode(markup.slice(end, match.index))
    words += `\u0000${slash}${name}\u0000`
    if (closed && !VOID.test(name)) words += `\u0000/${name}\u0000`
    end = match.index + tag.length
  }
  return words + decode(markup.slice(end))
}

function decode(text: string): string {
  return text.replace(REFERENCE, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return NAMED[name] ?? whole
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
  })
}
