// The text of a content stream in, the same without soft hyphens out. Chromium draws each soft hyphen that is not used
// as a blank without width, inside `/Span<</ActualText <feff00ad> >> BDC … EMC`; a search for “typographical” then finds
// nothing. The blank goes, the moves of the pen stay, and so does a hyphen that can be seen.

const FONT = String.raw`\/(?<font>[^\s/<>()[\]{}%]+) [\d.]+ Tf`
const SPAN = String.raw`\/Span ?<< ?\/ActualText ?<feff00ad> ?>> ?BDC\s+`
const MOVES = String.raw`(?<moves>(?:\/\S+ [\d.]+ Tf\s+|(?:[-\d.]+ ){2}Td\s+|(?:[-\d.]+ ){6}Tm\s+)*)`
const BLANK = String.raw`(?:<(?<hex>[\da-f]{2,8})>|\((?<text>(?:\\[^]|[^\\()]){1,8})\)) ?Tj\s+EMC\s`
const FONT_OR_SPAN = new RegExp(`${SPAN}${MOVES}${BLANK}|${FONT}`, 'giu')
const LAST_FONT = /.*\/(\S+) [\d.]+ Tf/su
const ESCAPE = /\\([0-7]{1,3}|\r\n|[^])/gu
const ESCAPED: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f']
])

/**
 * The content without the spans of soft hyphens.
 *
 * @param content one character a byte
 * @param isVisible whether a code, in hexadecimal digits, draws a hyphen in the font of that name
 */
export function unspanSoftHyphens(
  content: string,
  isVisible: (font: string, code: string) => boolean
): string {
  let current = ''
  return content.replace(FONT_OR_SPAN, (all: string, ...rest: unknown[]) => {
    // With named groups, their object is the last argument of the replacer.
    const { font, moves = '', hex, text } = rest.at(-1) as Record<string, string | undefined>
    if (font !== undefined) {
      current = font
      return all
    }
    current = LAST_FONT.exec(moves)?.[1] ?? current
    return isVisible(current, (hex ?? toHex(text ?? '')).toLowerCase()) ? all : moves
  })
}

/** The bytes of a literal string (ISO 32000-1, 7.3.4.2), as hexadecimal digits. */
function toHex(literal: string): string {
  const bytes = literal.replace(ESCAPE, (_, code: string) =>
    /^[0-7]/u.test(code)
      ? String.fromCharCode(Number.parseInt(code, 8))
      : (ESCAPED.get(code) ?? code)
  )
  return Buffer.from(bytes, 'latin1').toString('hex')
}
