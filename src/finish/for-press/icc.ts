// The parts of an ICC profile in, its bytes out (ICC.1:2001-04, version 2.4). Whatever is the same object stands once.

/** X, Y and Z of D50, the white of the connection space (6.3.4.3). */
export const D50 = [0.9642, 1, 0.8249] as const

/** What a profile is. */
export interface ProfileHead {
  /** Its class, such as `mntr` for a screen and `prtr` for a press, and the space of its colours. */
  kind: string
  space: 'RGB ' | 'CMYK'
  connection: 'XYZ ' | 'Lab '
  /** The year, month and day that it bears, whenever it is made. */
  date: readonly [number, number, number]
}

/** A profile of tags by their signatures. */
export function iccProfile(
  head: ProfileHead,
  tags: ReadonlyArray<readonly [string, Buffer]>
): Buffer {
  const unique = [...new Set(tags.map(([, data]) => data))]
  let end = 128 + 4 + 12 * tags.length
  const starts = new Map(unique.map((data) => [data, (end += data.length) - data.length]))
  const directory = tags.map(([name, data]) =>
    Buffer.concat([Buffer.from(name), iccWord(starts.get(data) ?? 0), iccWord(data.length)])
  )
  const header = Buffer.alloc(128)
  header.writeUInt32BE(end, 0)
  header.writeUInt32BE(0x02400000, 8)
  header.write(`${head.kind}${head.space}${head.connection}`, 12, 'latin1')
  for (const [i, d] of head.date.entries()) header.writeUInt16BE(d, 24 + 2 * i)
  header.write('acsp', 36, 'latin1')
  for (const [i, d] of D50.entries()) iccFixed(d).copy(header, 68 + 4 * i)
  return Buffer.concat([header, iccWord(tags.length), ...directory, ...unique])
}

/** The data of a tag of a type, filled up to whole words. */
export function iccTag(type: string, parts: readonly Buffer[]): Buffer {
  const whole = Buffer.concat([Buffer.from(type), Buffer.alloc(4), ...parts])
  return Buffer.concat([whole, Buffer.alloc((4 - (whole.length % 4)) % 4)])
}

/** What a profile is called: neither Unicode nor Macintosh names, which are 4 + 4 and 2 + 1 + 67 bytes of nothing (6.5.17). */
export function iccName(words: string): Buffer {
  const ascii = Buffer.from(`${words}\0`, 'latin1')
  return iccTag('desc', [iccWord(ascii.length), ascii, Buffer.alloc(78)])
}

export function iccText(words: string): Buffer {
  return iccTag('text', [Buffer.from(`${words}\0`, 'latin1')])
}

export function iccColour(xyz: readonly number[]): Buffer {
  return iccTag('XYZ ', xyz.map(iccFixed))
}

/** A number with a fraction of 16 bits. */
export function iccFixed(value: number): Buffer {
  return iccWord(Math.round(value * 65536))
}

export function iccWord(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
