// The ToUnicode map of a font in, the codes of its visible hyphens out: what stands at a line end and must stay there,
// while the blank that Chromium draws for each unused soft hyphen may go.

/** U+002D, U+2010, U+2011, in UTF-16 digits. */
const HYPHENS: ReadonlySet<string> = new Set(['002d', '2010', '2011'])
const SECTION = /beginbf(char|range)([^]*?)endbf\1/gu
const CHAR = /<([\da-f]+)>\s*<([\da-f]+)>/giu
const RANGE = /<([\da-f]+)>\s*<([\da-f]+)>\s*<([\da-f]+)>/giu

/** The codes, as hexadecimal digits in lower case. */
export function visibleHyphens(toUnicode: string): ReadonlySet<string> {
  const codes = new Set<string>()
  for (const [, kind, body = ''] of toUnicode.matchAll(SECTION)) {
    if (kind === 'char')
      for (const [, code = '', text = ''] of body.matchAll(CHAR))
        if (HYPHENS.has(text.toLowerCase())) codes.add(code.toLowerCase())
    if (kind === 'range')
      for (const [, first = '', last = '', text = ''] of body.matchAll(RANGE))
        for (const hyphen of HYPHENS) {
          const code =
            Number.parseInt(first, 16) + Number.parseInt(hyphen, 16) - Number.parseInt(text, 16)
          if (code >= Number.parseInt(first, 16) && code <= Number.parseInt(last, 16))
            codes.add(code.toString(16).padStart(first.length, '0'))
        }
  }
  return codes
}
