// How a text was written in bytes: its encoding, its line ends, and whatever departs from them. Decoding keeps this record,
// so that `press import --undo` can write every byte as it was received.
import { toWindows1252 } from './windows-1252.ts'

/** Encodings that import reads. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** The record of one text. */
export interface Spelling {
  encoding: Encoding
  /** What a line feed of the text was, but for the odd ones. */
  lineEnd: '\n' | '\r\n' | '\r'
  /** In UTF-8 text, bytes that were Windows-1252: offset in the text before its line ends were changed, and byte. */
  strays: readonly (readonly [number, number])[]
  /** What stood in the place of so many units at an offset of the text: `[at, length, before]`, in order. */
  odd: readonly (readonly [number, number, string])[]
  /** Half a UTF-16 unit at the end of the file. */
  tail: readonly number[]
}

/** The bytes of a text. */
export function spell(text: string, spelling: Spelling): Uint8Array {
  const { encoding, strays, tail } = spelling
  const raw = unfold(text, spelling)
  if (encoding === 'windows-1252') return Uint8Array.from(raw, (d) => toWindows1252(d))
  if (encoding !== 'utf-8') {
    const bytes = Buffer.from(raw, 'utf16le')
    return Buffer.concat([encoding === 'utf-16be' ? bytes.swap16() : bytes, Uint8Array.from(tail)])
  }
  const parts: Uint8Array[] = []
  let done = 0
  for (const [at, byte] of strays) {
    parts.push(Buffer.from(raw.slice(done, at)), Uint8Array.of(byte))
    done = at + 1
  }
  return Buffer.concat([...parts, Buffer.from(raw.slice(done))])
}

/** The text with the line ends that it had. */
function unfold(text: string, { lineEnd, odd }: Spelling): string {
  const parts: string[] = []
  let done = 0
  for (const [at, length, before] of odd) {
    parts.push(text.slice(done, at).replaceAll('\n', lineEnd), before)
    done = at + length
  }
  return [...parts, text.slice(done).replaceAll('\n', lineEnd)].join('')
}
