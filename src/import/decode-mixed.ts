// Bytes that are UTF-8 in some places and Windows-1252 in others: each valid sequence is decoded as UTF-8, each other byte as
// Windows-1252. No sign of text begins a valid sequence by chance often enough to matter.
import { fromWindows1252 } from './windows-1252.ts'

/** A byte that is not UTF-8: where it stands in the bytes and in the text, and its sign, if it has one. */
export interface Stray {
  byte: number
  offset: number
  at: number
  sign: string | undefined
}

/** The text; `alone` says that no byte above 0x7F was valid UTF-8, so that the whole file is Windows-1252. */
export interface Mixed {
  text: string
  strays: readonly Stray[]
  alone: boolean
}

/** Decode bytes of two encodings. */
export function decodeMixed(bytes: Uint8Array): Mixed {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
  const parts: string[] = []
  const strays: Stray[] = []
  let [from, length, alone] = [0, 0, true]
  const put = (text: string) => {
    parts.push(text)
    length += text.length
  }
  for (let offset = 0; offset < bytes.length;) {
    const size = sequenceLength(bytes, offset)
    if (size > 1) alone = false
    if (size === 0) {
      const byte = bytes[offset] ?? 0
      const sign = fromWindows1252(byte)
      put(utf8.decode(bytes.subarray(from, offset)))
      strays.push({ byte, offset, at: length, sign })
      put(sign ?? '\uFFFD')
      from = offset + 1
    }
    offset += Math.max(size, 1)
  }
  put(utf8.decode(bytes.subarray(from)))
  return { text: parts.join(''), strays, alone }
}

/** Length of the valid UTF-8 sequence at an offset, or 0. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const [first = 0, second = 0] = [bytes[at], bytes[at + 1]]
  if (first < 0x80) return 1
  const size = lengthBy(first)
  if (size === 0 || at + size > bytes.length) return 0
  for (let i = 1; i < size; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0
  const overlong = (first === 0xe0 && second < 0xa0) || (first === 0xf0 && second < 0x90)
  const beyond = (first === 0xed && second > 0x9f) || (first === 0xf4 && second > 0x8f)
  return overlong || beyond ? 0 : size
}

function lengthBy(first: number): number {
  if (first >= 0xf0) return first < 0xf5 ? 4 : 0
  if (first >= 0xe0) return 3
  return first >= 0xc2 ? 2 : 0
}
