// The bytes of a picture in, what is wrong with them out. Only the skeleton is walked, part by part to the mark of the end:
// a download that broke off, or a byte that changed on its way, would be a grey patch on paper that nobody saw before.
import { crc32 } from 'node:zlib'
import type { PictureType } from './picture-type.ts'

/** What is wrong, in words that follow the name of the picture. */
export type PictureFault = 'is broken off' | 'is damaged'

type Walk = (bytes: Buffer) => PictureFault | undefined

const WALKS: Readonly<Record<PictureType['type'], Walk>> = {
  'image/png': png,
  'image/jpeg': jpeg,
  'image/gif': gif,
  'image/webp': webp
}

/** What is wrong with a picture of pixels; undefined when it is whole. What stands behind its end does not count. */
export function pictureFault(
  bytes: Uint8Array,
  type: PictureType['type']
): PictureFault | undefined {
  try {
    return WALKS[type](Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  } catch (cause) {
    // What node says of reading behind the last byte.
    if (cause instanceof RangeError) return 'is broken off'
    throw cause
  }
}

/** Chunks, each with its sum, from IHDR to IEND: https://www.w3.org/TR/png-3/#5Chunk-layout */
function png(bytes: Buffer): PictureFault | undefined {
  let drawn = false
  for (let at = 8; ;) {
    const length = bytes.readUInt32BE(at)
    const sum = bytes.readUInt32BE(at + 8 + length)
    if (sum !== crc32(bytes.subarray(at + 4, at + 8 + length))) return 'is damaged'
    const name = bytes.toString('latin1', at + 4, at + 8)
    drawn ||= name === 'IDAT'
    if (name === 'IEND') return drawn ? undefined : 'is damaged'
    at += 12 + length
  }
}

/** Segments to the mark EOI, with the coded lines behind each SOS: ITU-T T.81, B.1. */
function jpeg(bytes: Buffer): PictureFault | undefined {
  let drawn = false
  for (let at = 2; ;) {
    if (bytes.readUInt8(at) !== 0xff) return 'is damaged'
    const marker = bytes.readUInt8(at + 1)
    if (marker === 0xd9) return drawn ? undefined : 'is broken off'
    if (marker === 0xff) at += 1
    else if (isAlone(marker)) at += 2
    else {
      const length = bytes.readUInt16BE(at + 2)
      if (length < 2) return 'is damaged'
      at += 2 + length
      if (marker !== 0xda) continue
      drawn = true
      at = nextMarker(bytes, at)
    }
  }
}

/** Restart marks, and TEM, have no segment behind them. */
function isAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
}

/** Among coded lines, a byte 0xFF stands before 0 or is a mark. */
function nextMarker(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from)
  while (at !== -1) {
    const next = bytes.readUInt8(at + 1)
    if (next !== 0 && !isAlone(next)) return at
    at = bytes.indexOf(0xff, at + 1)
  }
  return bytes.length
}

/** Blocks to the trailer, with at least one image: https://www.w3.org/Graphics/GIF/spec-gif89a.txt */
function gif(bytes: Buffer): PictureFault | undefined {
  let drawn = false
  for (let at = 13 + coloursAt(bytes, 10); ;) {
    const kind = bytes.readUInt8(at)
    if (kind === 0x3b) return drawn ? undefined : 'is broken off'
    if (kind === 0x21) at = behindBlocks(bytes, at + 2)
    else if (kind === 0x2c) {
      at = behindBlocks(bytes, at + 11 + coloursAt(bytes, at + 9))
      drawn = true
    } else return 'is damaged'
  }
}

/** How many bytes of colours follow these flags. */
function coloursAt(bytes: Buffer, at: number): number {
  const flags = bytes.readUInt8(at)
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

function behindBlocks(bytes: Buffer, from: number): number {
  let at = from
  for (let size = bytes.readUInt8(at); size > 0; size = bytes.readUInt8(at)) at += 1 + size
  return at + 1
}

/** One RIFF of chunks, padded to even lengths, with at least one image: RFC 9649, 2.3–2.7. */
function webp(bytes: Buffer): PictureFault | undefined {
  const end = 8 + bytes.readUInt32LE(4)
  if (end > bytes.length) return 'is broken off'
  let drawn = false
  let at = 12
  while (at < end) {
    drawn ||= /^(?:VP8[ L]|ANMF)$/u.test(bytes.toString('latin1', at, at + 4))
    const length = bytes.readUInt32LE(at + 4)
    if (at + 8 + length > end) return 'is damaged'
    at += 8 + length + (length % 2)
  }
  return drawn ? undefined : 'is broken off'
}
