// The files in a zip, in the order of its directory: bytes in, entries out. EPUB has rules about order and compression that
// libraries hide, and a file from somebody else may unpack to more than the machine has; so this reads the few records
// that are needed, and no more than `LARGEST` bytes.
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
import { inflateRawSync } from 'node:zlib'

/** A file in the zip. */
export interface Entry {
  name: string
  /** Written as it is, not compressed. */
  stored: boolean
  /** Where its record begins. */
  offset: number
  /** Its bytes, unpacked. */
  bytes: Buffer
}

/** What is wrong with a zip; `large` when it is only too much. */
export class ZipFault extends Error {
  readonly large: boolean
  constructor(reason: string, large = false) {
    super(reason)
    this.name = 'ZipFault'
    this.large = large
  }
}

const END = 0x06_05_4b_50
const FILE = 0x02_01_4b_50
const LOCAL = 0x04_03_4b_50
const END_SIZE = 22
const LONGEST_REMARK = 0xff_ff
const LARGEST = 256 * 1024 * 1024
const STORED = 0
const DEFLATED = 8

/** @throws {ZipFault} when it cannot be read */
export function zipEntries(bytes: Uint8Array): Entry[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return readEntries(zip)
  } catch (cause) {
    if (cause instanceof RangeError) throw new ZipFault('is broken off')
    throw cause
  }
}

function readEntries(zip: Buffer): Entry[] {
  const end = endOf(zip)
  const count = zip.readUInt16LE(end + 10)
  const entries: Entry[] = []
  let at = zip.readUInt32LE(end + 16)
  let left = LARGEST
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(at) !== FILE) throw new ZipFault('has a damaged directory')
    const entry = readEntry(zip, at, left)
    entries.push(entry)
    left -= entry.bytes.length
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

function endOf(zip: Buffer): number {
  const first = Math.max(0, zip.length - END_SIZE - LONGEST_REMARK)
  for (let at = zip.length - END_SIZE; at >= first; at -= 1)
    if (zip.readUInt32LE(at) === END) return at
  throw new ZipFault('has no directory')
}

function readEntry(zip: Buffer, at: number, left: number): Entry {
  const method = zip.readUInt16LE(at + 10)
  const packed = zip.readUInt32LE(at + 20)
  const offset = zip.readUInt32LE(at + 42)
  const name = zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28))
  if (zip.readUInt32LE(offset) !== LOCAL) throw new ZipFault('has a damaged record')
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28)
  if (start + packed > zip.length) throw new ZipFault('is broken off')
  const body = zip.subarray(start, start + packed)
  if (method !== STORED && method !== DEFLATED) throw new ZipFault('is packed in an unknown way')
  return { name, stored: method === STORED, offset, bytes: unpack(body, method, left) }
}

function unpack(body: Buffer, method: number, left: number): Buffer {
  if (body.length > left) throw new ZipFault('unpacks to more than 256 MB', true)
  if (method === STORED) return body
  try {
    return inflateRawSync(body, { maxOutputLength: Math.max(left, 1) })
  } catch (cause) {
    const large = cause instanceof RangeError
    throw new ZipFault(large ? 'unpacks to more than 256 MB' : 'is damaged', large)
  }
}
