// The bytes of a manuscript in, its text out: UTF-8 and nothing else (promise P7), because a wrong guess would change
// letters in silence. Latin-1 `caf\xE9` stops at its byte with the guess; `press import` is the verb that decodes.
import type { VFile } from 'vfile'
import { failAt } from '../failure.ts'

/** Tab and line feed are the only controls that a manuscript needs; XML forbids the noncharacters. */
const UNFIT = /[^\P{Cc}\t\n]|\p{Noncharacter_Code_Point}/u
const LINE_END = /\r\n?/gu

/**
 * The text of UTF-8 bytes, without byte order mark and with line feeds only.
 *
 * @throws {VFileMessage} exit 2 at the first byte that is not UTF-8, or the first control character
 */
export function decodeText(file: VFile, bytes: Uint8Array): string {
  const text = decode(file, bytes).replace(LINE_END, '\n')
  const unfit = UNFIT.exec(text)
  if (!unfit) return text
  const code = (unfit[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  const likely = code === '0000' ? wide(bytes) : undefined
  return failAt(
    file,
    pointAfter(text.slice(0, unfit.index)),
    'decode-text',
    `Unexpected control character U+${code}, expected ${
      likely ? `UTF-8 (this looks like ${likely}): save it as UTF-8` : 'text: delete it'
    }`
  )
}

function decode(file: VFile, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const offset = firstBadByte(bytes)
    const before = new TextDecoder().decode(bytes.subarray(0, offset)).replace(LINE_END, '\n')
    const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0')
    return failAt(
      file,
      pointAfter(before),
      'decode-text',
      `Unexpected byte 0x${byte} at byte ${offset}, expected UTF-8 (this looks like ${guess(bytes, offset)}): ` +
        'save it as UTF-8, or give it to `press import`, which reads other encodings'
    )
  }
}

/** The place after a text, as unist counts: lines and columns from 1. */
function pointAfter(text: string): { line: number; column: number } {
  const lines = text.split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}

/** Halve the doubt until one byte is left; a character that was begun and never ended is bad from its first byte on. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decodes(bytes.subarray(0, middle), true)) good = middle
    else bad = middle
  }
  while (!decodes(bytes.subarray(0, good), false)) good--
  return good
}

/** Whether the bytes are UTF-8; `cut`: they may end within a character. */
function decodes(bytes: Uint8Array, cut: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut })
    return true
  } catch {
    return false
  }
}

/** What the bytes look like, for a person to check. */
function guess(bytes: Uint8Array, offset: number): string {
  const [first = 0, second = 0] = [bytes[offset], bytes[offset + 1]]
  const utf16 = wide(bytes)
  if (utf16) return utf16
  if (first === 0xed && second >= 0xa0) return 'UTF-8 with half a surrogate pair'
  if (first >= 0xc2 && first < 0xf5 && offset + 4 > bytes.length) return 'UTF-8 cut at its end'
  return bytes.some((d) => d >= 0x80 && d < 0xa0) ? 'Windows-1252' : 'Latin-1 (ISO 8859-1)'
}

/** UTF-16 has its byte order mark, or a NUL in every other byte of Latin text. */
function wide(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 1000)
  const nuls = (parity: number) => head.filter((d, i) => i % 2 === parity && d === 0).length
  if ((head[0] === 0xff && head[1] === 0xfe) || nuls(1) > head.length / 4) return 'UTF-16 LE'
  if ((head[0] === 0xfe && head[1] === 0xff) || nuls(0) > head.length / 4) return 'UTF-16 BE'
  return undefined
}
