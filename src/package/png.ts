// Grey pixels in, a PNG out: black, white and two greys, which are enough for the edges of large letters, four pixels a
// byte. The bytes are the same on every machine: the compressor is one we bring, not the one that Node was built with.
// https://www.w3.org/TR/png-3/
import { crc32 } from 'node:zlib'
import { zlibSync } from 'fflate'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const BITS = 2
const PER_BYTE = 8 / BITS
const STEP = 255 / (2 ** BITS - 1)
const GREY = 0
const LEVEL = 9

/** @param pixels a byte each, 0 for black to 255 for white, row by row */
export function greyPng(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  header.set([BITS, GREY], 8)
  return Buffer.concat([
    Uint8Array.from(SIGNATURE),
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(rowsOf(pixels, width, height), { level: LEVEL })),
    chunk('IEND', new Uint8Array())
  ])
}

/** Four pixels a byte, behind a byte that says that the row is written as it is. */
function rowsOf(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const length = Math.ceil(width / PER_BYTE) + 1
  const rows = new Uint8Array(length * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const level = Math.round((pixels[y * width + x] ?? 0) / STEP)
      const at = y * length + 1 + Math.floor(x / PER_BYTE)
      const shift = BITS * (PER_BYTE - 1 - (x % PER_BYTE))
      rows[at] = (rows[at] ?? 0) | (level << shift)
    }
  return rows
}

/** Length, name, what it holds, and a sum over name and content. */
function chunk(name: string, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(content.length + 12)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, content.length)
  bytes.set(new TextEncoder().encode(name), 4)
  bytes.set(content, 8)
  view.setUint32(content.length + 8, crc32(bytes.subarray(4, content.length + 8)))
  return bytes
}
