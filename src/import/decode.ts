// Bytes of any origin in, text out: UTF-8, UTF-16 by its byte order mark, else Windows-1252, whole or byte by byte (a
// text pasted together from two sources has both). What is not text at all is refused with its place.
import type { VFile } from 'vfile'
import { failAt } from '../failure.ts'
import { decodeMixed } from './decode-mixed.ts'
import { fromWindows1252 } from './windows-1252.ts'

const RULE = 'decode'
const START = { line: 1, column: 1 }
const WAY_OUT = 'expected text: save it as plain text in UTF-8'
const LINE_ENDS = /\r\n?|[\u2028\v]/gu
const PAGE_ENDS = /[\f\u2029]/gu
const UPPER_CONTROLS = /[\u0080-\u009F]/u

/**
 * The text of a rough source, with `\n` at line ends and no byte order mark.
 *
 * @throws {VFileMessage} exit 2 when it is empty or not text
 */
export function decode(file: VFile): string {
  const { value } = file
  const text = (typeof value === 'string' ? value : decodeBytes(file, value ?? new Uint8Array()))
    .replace(/^\uFEFF/u, '')
    .replace(LINE_ENDS, '\n')
    .replace(PAGE_ENDS, '\n\n')
  if (text.trim() === '') failAt(file, START, RULE, 'Unexpected empty file, expected a text')
  if (!text.isWellFormed())
    failAt(
      file,
      pointIn(text, text.search(/\p{Cs}/u)),
      RULE,
      `Unexpected half of a character, ${WAY_OUT}`
    )
  return mendControls(file, text)
}

function decodeBytes(file: VFile, bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(file, bytes, 'UTF-16LE')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(file, bytes, 'UTF-16BE')
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return decodeStrays(file, bytes)
  }
}

function decodeUtf16(file: VFile, bytes: Uint8Array, name: 'UTF-16LE' | 'UTF-16BE'): string {
  say(file, START, name, 'UTF-8')
  const even = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
  return (name === 'UTF-16BE' ? even.swap16() : even).toString('utf16le')
}

function decodeStrays(file: VFile, bytes: Uint8Array): string {
  const { text, strays, alone } = decodeMixed(bytes)
  const open = strays.find((d) => d.sign === undefined)
  if (open)
    failAt(
      file,
      pointIn(text, open.at),
      RULE,
      `Unexpected ${byteName(open.byte)} at offset ${open.offset}, neither UTF-8 nor Windows-1252, ${WAY_OUT}`
    )
  if (alone) say(file, START, 'Windows-1252', 'UTF-8')
  const point = pointer(text)
  if (!alone) for (const d of strays) say(file, point(d.at), byteName(d.byte), d.sign ?? '')
  return text
}

/** Control characters are no text, but U+0080 to U+009F are Windows-1252 once read as Latin-1: U+0092 is ’. */
function mendControls(file: VFile, text: string): string {
  const point = pointer(text)
  return text.replace(/\p{Cc}/gu, (sign, at: number) => {
    if (sign === '\n' || sign === '\t') return sign
    const mended = UPPER_CONTROLS.test(sign) ? fromWindows1252(sign.charCodeAt(0)) : undefined
    const name = `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
    if (mended === undefined)
      failAt(file, point(at), RULE, `Unexpected control character ${name}, ${WAY_OUT}`)
    say(file, point(at), name, mended)
    return mended
  })
}

function byteName(byte: number): string {
  return `byte 0x${byte.toString(16).toUpperCase()}`
}

function pointIn(text: string, at: number): { line: number; column: number } {
  return pointer(text)(at)
}

/** Line and column of offsets that are asked for in rising order, in one pass over the text. */
function pointer(text: string): (at: number) => { line: number; column: number } {
  let [line, start] = [1, 0]
  return (at) => {
    for (
      let end = text.indexOf('\n', start);
      end >= 0 && end < at;
      end = text.indexOf('\n', start)
    ) {
      line++
      start = end + 1
    }
    return { line, column: at - start + 1 }
  }
}

function say(
  file: VFile,
  place: { line: number; column: number },
  actual: string,
  expected: string
): void {
  const reason = `Unexpected ${actual}, expected ${expected}`
  const message = file.info(reason, { place, ruleId: RULE, source: 'press' })
  message.actual = actual
  message.expected = [expected]
}
