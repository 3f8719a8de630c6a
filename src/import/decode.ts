// Bytes of any origin in, text out: UTF-8, UTF-16 by its byte order mark, else Windows-1252, whole or byte by byte (a
// text pasted together from two sources has both). What is not text at all is refused with its place.
import type { VFile } from 'vfile'
import { failAt } from '../failure.ts'
import { decodeMixed } from './decode-mixed.ts'
import type { Encoding, Spelling } from './spelling.ts'
import { fromWindows1252 } from './windows-1252.ts'

/** A text with `\n` at line ends and no byte order mark, and how it was written in bytes. */
export interface Decoded {
  text: string
  spelling: Spelling
}

/** A text as its bytes say, and the part of its spelling that they tell. */
interface Raw extends Pick<Spelling, 'encoding' | 'strays' | 'tail'> {
  text: string
}

const RULE = 'decode'
const START = { line: 1, column: 1 }
const WAY_OUT = 'expected text: save it as plain text in UTF-8'
const LARGEST = 16 * 1024 * 1024
const TOO_LARGE =
  'Unexpected text of over 16 MB, about forty books, expected one: divide it into texts and import each'
const LINE_ENDS = /\r\n?|\n/gu
const TO_JUDGE = /^\uFEFF+|\r\n?|[\u2028\u2029]|[^\P{Cc}\t]/gu
const UPPER_CONTROLS = /[\u0080-\u009F]/u

/**
 * The text of a rough source.
 *
 * @throws {VFileMessage} exit 2 when it is empty or not text, 5 when it is over 16 MB
 */
export function decode(file: VFile): Decoded {
  const { value } = file
  if ((value?.length ?? 0) > LARGEST) failAt(file, START, RULE, TOO_LARGE, 5)
  const raw =
    typeof value === 'string'
      ? { text: value, ...spelt('utf-8') }
      : decodeBytes(file, value ?? new Uint8Array())
  if (/^[\s\uFEFF]*$/u.test(raw.text))
    failAt(file, START, RULE, 'Unexpected empty file, expected a text')
  if (!raw.text.isWellFormed()) {
    const place = pointer(raw.text)(raw.text.search(/\p{Cs}/u))
    failAt(file, place, RULE, `Unexpected half of a character, ${WAY_OUT}`)
  }
  const decoded = unify(file, raw)
  sayEncoding(file, raw)
  return decoded
}

function decodeBytes(file: VFile, bytes: Uint8Array): Raw {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'utf-16be')
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return { text, ...spelt('utf-8') }
  } catch {
    return decodeStrays(file, bytes)
  }
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Raw {
  const length = bytes.length - (bytes.length % 2)
  const even = Buffer.from(bytes.subarray(0, length))
  const text = (encoding === 'utf-16be' ? even.swap16() : even).toString('utf16le')
  return { text, ...spelt(encoding), tail: [...bytes.subarray(length)] }
}

function decodeStrays(file: VFile, bytes: Uint8Array): Raw {
  const { text, strays, alone } = decodeMixed(bytes)
  const point = pointer(text)
  const open = strays.find((d) => d.sign === undefined)
  if (open)
    failAt(
      file,
      point(open.at),
      RULE,
      `Unexpected ${byteName(open.byte)} at offset ${open.offset}, neither UTF-8 nor Windows-1252, ${WAY_OUT}`
    )
  if (alone) return { text, ...spelt('windows-1252') }
  return { text, ...spelt('utf-8'), strays: strays.map((d) => [d.at, d.byte]) }
}

function spelt(encoding: Encoding): Pick<Spelling, 'encoding' | 'strays' | 'tail'> {
  return { encoding, strays: [], tail: [] }
}

/**
 * One kind of line end; a page end is an empty line. Control characters are no text, but U+0080 to U+009F are
 * Windows-1252 once read as Latin-1: U+0092 is ’.
 */
function unify(file: VFile, { text: raw, encoding, strays, tail }: Raw): Decoded {
  const lineEnd = commonestEnd(raw)
  const odd: (readonly [number, number, string])[] = []
  const point = pointer(raw)
  let grown = 0
  const text = raw.replace(TO_JUDGE, (before, from: number) => {
    const at = from + grown
    const put = unified(before) ?? mended(file, before, point(from))
    grown += put.length - before.length
    if (before !== lineEnd) odd.push([at, put.length, before])
    return put
  })
  return { text, spelling: { encoding, lineEnd, strays, odd, tail } }
}

function unified(sign: string): string | undefined {
  if (sign.startsWith('\uFEFF')) return ''
  if (sign === '\f' || sign === '\u2029') return '\n\n'
  return /^[\r\n\v\u2028]/u.test(sign) ? '\n' : undefined
}

function mended(file: VFile, sign: string, place: Point): string {
  const put = UPPER_CONTROLS.test(sign) ? fromWindows1252(sign.charCodeAt(0)) : undefined
  const name = `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  if (put === undefined)
    failAt(file, place, RULE, `Unexpected control character ${name}, ${WAY_OUT}`)
  say(file, place, name, put)
  return put
}

function commonestEnd(raw: string): Spelling['lineEnd'] {
  const counts = { '\n': 0, '\r\n': 0, '\r': 0 }
  for (const [end] of raw.matchAll(LINE_ENDS)) counts[end as keyof typeof counts]++ // what the pattern can give
  if (counts['\r\n'] > counts['\n'] && counts['\r\n'] >= counts['\r']) return '\r\n'
  return counts['\r'] > counts['\n'] ? '\r' : '\n'
}

type Point = { line: number; column: number }

/** Told when the text is known to be one: a picture is in no encoding. */
function sayEncoding(file: VFile, { text, encoding, strays }: Raw): void {
  if (encoding !== 'utf-8') say(file, START, encoding.toUpperCase(), 'UTF-8')
  const point = pointer(text)
  for (const [at, byte] of strays) say(file, point(at), byteName(byte), text[at] ?? '')
}

function byteName(byte: number): string {
  return `byte 0x${byte.toString(16).toUpperCase()}`
}

/** Line and column of offsets that are asked for in rising order, in one pass over a text with any line ends. */
function pointer(text: string): (at: number) => Point {
  const ends = text.matchAll(/\r\n?|[\n\v\u2028]/gu)
  let next = ends.next()
  let [line, start] = [1, 0]
  return (at) => {
    while (next.value && next.value.index < at) {
      line++
      start = next.value.index + next.value[0].length
      next = ends.next()
    }
    return { line, column: at - start + 1 }
  }
}

function say(file: VFile, place: Point, actual: string, expected: string): void {
  const reason = `Unexpected ${actual}, expected ${expected}`
  const message = file.info(reason, { place, ruleId: RULE, source: 'press' })
  message.actual = actual
  message.expected = [expected]
}
