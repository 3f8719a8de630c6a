// What the bytes 0x80 to 0x9F stand for in Windows-1252: the quotation marks, dashes and ellipsis of many an old file.
// Node's own decoder of that name leaves them as control characters (https://github.com/nodejs/node/issues/56542).

const SIGNS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** The sign of a byte, or undefined for the five that Windows-1252 leaves open. */
export function fromWindows1252(byte: number): string | undefined {
  if (byte < 0x80 || byte > 0x9f) return String.fromCharCode(byte)
  const sign = SIGNS[byte - 0x80]
  return sign === ' ' ? undefined : sign
}

/** The byte of a sign that a byte stands for. */
export function toWindows1252(sign: string): number {
  const at = sign === ' ' ? -1 : SIGNS.indexOf(sign)
  return at < 0 ? sign.charCodeAt(0) : at + 0x80
}
