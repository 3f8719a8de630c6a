// Bytes of any origin in, text out: UTF-8, UTF-16 by its byte order mark, else Windows-1252, whole or byte by byte (a
// text pasted together from two sources has both). What is not text at all is refused with its place.
import type { VFile } from 'vfile'
import { failAt } from '../failure.ts'

const RULE = 'decode'
const CONTROLS = /[\0-\x08\x0E-\x1F\x7F]/u
const UPPER = new TextDecoder('windows-1252')
const UNDEFINED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

/**
 * The text of a rough source, with `\n` at line ends and no byte order mark.
 *
 * @throws {VFileMessage} exit 2 when it is empty or not text
 */
export function decode(file: VFile): string {
  const { value } = file
  const text = (typeof value === 'string' ? value : decodeBytes(file, value ?? new Uint8Array()))
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?|[\u2028\v]/gu, '\n')
    .replace(/[\f\u2029]/gu, '\n\n')
  const control = CONTROLS.exec(text)
  if (control) refuse(file, text, control.index, 'control character', 'text')
  if (!text.isWellFormed()) refuse(file, text, loneSurrogate(text), 'half a character', 'text')
  if (text.trim() === '') refuse(file, text, 0, 'empty file', 'a text')
  return mendControls(file, text)
}

function refuse(file: VFile, text: string, at: number, found: string, wanted: string): never {
  const code = (text.charCodeAt(at) || 0).toString(16).toUpperCase().padStart(4, '0')
  const sign = found === 'empty file' ? found : `${found} U+${code}`
  const way = 'save it as plain text in UTF-8'
  return failAt(file, pointIn(text, at), RULE, `Unexpected ${sign}, expected ${wanted}: ${way}`)
}

function loneSurrogate(text: string): number {
  return text.search(/\p{Cs}/u)
}

function pointIn(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at)
  const start = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: at - start + 1 }
}

function decodeBytes(file: VFile, bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(file, bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(file, bytes, 'utf-16be')
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return decodeMixed(file, bytes)
  }
}

function decodeUtf16(file: VFile, bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  say(file, { line: 1, column: 1 }, `${encoding} bytes`, 'UTF-8')
  if (encoding === 'utf-16le') return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2))
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(Buffer.from(even).swap16())
}

/** UTF-8 where the bytes are UTF-8, Windows-1252 where they are not. */
function decodeMixed(file: VFile, bytes: Uint8Array): string {
  const parts: string[] = []
  const strays: { offset: number; sign: string }[] = []
  let [from, line, multibyte] = [0, 1, 0]
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
  const stray = (at: number) => {
    const byte = bytes[at] ?? 0
    const name = `byte 0x${byte.toString(16).toUpperCase()}`
    if (UNDEFINED.has(byte))
      failAt(
        file,
        { line, column: 1 },
        RULE,
        `Unexpected ${name} at offset ${at}, expected UTF-8 or Windows-1252: save it as UTF-8`
      )
    parts.push(utf8.decode(bytes.subarray(from, at)), UPPER.decode(bytes.subarray(at, at + 1)))
    strays.push({ offset: line, sign: name })
    from = at + 1
  }
  for (let at = 0; at < bytes.length;) {
    const size = sequence(bytes, at)
    if (size === 0) stray(at)
    if (size > 1) multibyte++
    if (bytes[at] === 0x0a) line++
    at += Math.max(size, 1)
  }
  parts.push(utf8.decode(bytes.subarray(from)))
  if (multibyte === 0) say(file, { line: 1, column: 1 }, 'Windows-1252 bytes', 'UTF-8')
  else for (const d of strays) say(file, { line: d.offset, column: 1 }, d.sign, 'UTF-8')
  return parts.join('')
}

/** Length of the valid UTF-8 sequence at an offset, or 0. */
function sequence(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  const size = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0
  if (size === 0 || first >= 0xf5 || at + size > bytes.length) return 0
  for (let i = 1; i < size; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0
  const second = bytes[at + 1] ?? 0
  const overlong = (first === 0xe0 && second < 0xa0) || (first === 0xf0 && second < 0x90)
  const beyond = (first === 0xed && second > 0x9f) || (first === 0xf4 && second > 0x8f)
  return overlong || beyond ? 0 : size
}

/** C1 controls in a text are Windows-1252 that was once read as Latin-1: U+0092 is ’. */
function mendControls(file: VFile, text: string): string {
  let [line, start, seen] = [1, 0, 0]
  return text.replace(/[\x80-\x9F]/gu, (sign, at: number) => {
    for (let i = text.indexOf('\n', seen); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) {
      line++
      start = i + 1
    }
    seen = at
    const byte = sign.charCodeAt(0)
    if (UNDEFINED.has(byte)) refuse(file, text, at, 'control character', 'text')
    const mended = UPPER.decode(Uint8Array.of(byte))
    const name = `U+00${byte.toString(16).toUpperCase()}`
    say(file, { line, column: at - start + 1 }, name, mended)
    return mended
  })
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
