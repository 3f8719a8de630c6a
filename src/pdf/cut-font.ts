// A font and the glyphs in use in, a font of these glyphs alone out, in their order: outlines, widths and heads, which is
// all that a PDF asks of an embedded font (ISO 32000-1, 9.9). Instructions for coarse screens stay behind.
import { tableAt } from '../faces/table-at.ts'
import type { Glyphs } from './glyphs.ts'

/** Flags of a part of a composed glyph: long arguments; a scale, two, or a matrix; more parts; instructions. */
const [LONG, SCALE, MORE, TWO, MATRIX, INSTRUCTED] = [1, 8, 32, 64, 128, 256]
const HEADS = { head: 54, hhea: 36, maxp: 32 } as const

/**
 * @param used glyphs of the font, the one for what is missing first
 * @returns the bytes of a `.ttf` whose glyphs are numbered in this order; parts of composed ones follow them
 */
export function cutFont(glyphs: Glyphs, used: readonly number[]): Uint8Array {
  const order = [...used]
  const outlines: Uint8Array[] = []
  // Parts that are not in use by themselves are appended while their glyphs are read.
  for (let i = 0; i < order.length; i++) outlines.push(plainOutline(glyphs, order, i))
  const [head, hhea, maxp] = (['head', 'hhea', 'maxp'] as const).map((d) =>
    copy(glyphs.view, d)
  ) as [DataView, DataView, DataView] // three in, three out
  head.setInt16(50, 1)
  hhea.setUint16(34, order.length)
  maxp.setUint16(4, order.length)
  const hmtx = new DataView(new ArrayBuffer(order.length * 4))
  const loca = new DataView(new ArrayBuffer((order.length + 1) * 4))
  for (const [i, glyph] of order.entries()) {
    hmtx.setUint16(i * 4, glyphs.widthOf(glyph))
    hmtx.setInt16(i * 4 + 2, glyphs.bearingOf(glyph))
    loca.setUint32((i + 1) * 4, loca.getUint32(i * 4) + (outlines[i]?.length ?? 0))
  }
  const tables = { glyf: Buffer.concat(outlines), head, hhea, hmtx, loca, maxp }
  return assemble(Object.entries(tables).map(([tag, d]) => [tag, bytesOf(d)] as const))
}

/** An outline without instructions, its parts renumbered, in whole words of four bytes. */
function plainOutline(glyphs: Glyphs, order: number[], index: number): Uint8Array {
  const outline = glyphs.outlineOf(order[index] ?? 0)
  if (outline.length === 0) return outline
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength)
  const contours = view.getInt16(0)
  const plain = contours < 0 ? renumber(view, outline, order) : strip(view, outline, contours)
  return Buffer.concat([plain, Buffer.alloc((4 - (plain.length % 4)) % 4)])
}

function strip(view: DataView, outline: Uint8Array, contours: number): Uint8Array {
  const at = 10 + contours * 2
  const length = view.getUint16(at)
  return Buffer.concat([
    outline.subarray(0, at),
    Buffer.alloc(2),
    outline.subarray(at + 2 + length)
  ])
}

function renumber(view: DataView, outline: Uint8Array, order: number[]): Uint8Array {
  let at = 10
  for (let flags = MORE; (flags & MORE) !== 0;) {
    flags = view.getUint16(at)
    view.setUint16(at, flags & ~INSTRUCTED)
    const part = view.getUint16(at + 2)
    if (!order.includes(part)) order.push(part)
    view.setUint16(at + 2, order.indexOf(part))
    const scales =
      (flags & SCALE) !== 0 ? 2 : (flags & TWO) !== 0 ? 4 : (flags & MATRIX) !== 0 ? 8 : 0
    at += 4 + ((flags & LONG) === 0 ? 2 : 4) + scales
  }
  return outline.subarray(0, at)
}

function copy(view: DataView, tag: keyof typeof HEADS): DataView {
  const start = view.byteOffset + (tableAt(view, tag) ?? 0)
  return new DataView(view.buffer.slice(start, start + HEADS[tag]))
}

function bytesOf(data: Uint8Array | DataView): Buffer {
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength)
}

/** The tables behind their directory, each on a word of four bytes. */
function assemble(tables: readonly (readonly [string, Buffer])[]): Uint8Array {
  const directory = Buffer.alloc(12 + tables.length * 16)
  const power = Math.floor(Math.log2(tables.length))
  directory.writeUInt32BE(0x00_01_00_00)
  directory.writeUInt16BE(tables.length, 4)
  directory.writeUInt16BE(2 ** power * 16, 6)
  directory.writeUInt16BE(power, 8)
  directory.writeUInt16BE((tables.length - 2 ** power) * 16, 10)
  const parts: Buffer[] = [directory]
  let offset = directory.length
  for (const [i, [tag, data]] of tables.entries()) {
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)])
    let sum = 0
    for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0
    directory.write(tag, 12 + i * 16, 'latin1')
    directory.writeUInt32BE(sum, 16 + i * 16)
    directory.writeUInt32BE(offset, 20 + i * 16)
    directory.writeUInt32BE(data.length, 24 + i * 16)
    parts.push(padded)
    offset += padded.length
  }
  return new Uint8Array(Buffer.concat(parts))
}
