// A picture is whole to the mark of its end, or it is refused: a grey patch would be seen on paper only.
import { expect, test } from 'vitest'
import { pictureFault } from '../../src/assets/picture-fault.ts'
import { pictureType } from '../../src/assets/picture-type.ts'
import { PICTURES } from './pictures.ts'

const faultOf = (bytes: Uint8Array) => {
  const type = pictureType(bytes)?.type
  if (!type) throw new Error('Expected the head of a picture')
  return pictureFault(bytes, type)
}

test.each(Object.entries(PICTURES))(
  '%s: whole, cut anywhere, and with more behind it',
  (_, whole) => {
    expect(faultOf(whole)).toBeUndefined()
    expect(faultOf(Buffer.concat([whole, Buffer.from('<script>')]))).toBeUndefined()
    for (let length = 13; length < whole.length; length++)
      expect(faultOf(whole.subarray(0, length)), `${length} bytes`).toBe('is broken off')
  }
)

test('a PNG says of every byte whether it changed', () => {
  for (let at = 12; at < PICTURES.png.length; at++) {
    const changed = Buffer.from(PICTURES.png)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(faultOf(changed), `byte ${at}`).toBeDefined()
  }
})

test.each([
  ['PNG without data', Buffer.concat([PICTURES.png.subarray(0, 33), PICTURES.png.subarray(-12)])],
  ['JPEG with a hole', Buffer.concat([PICTURES.jpeg.subarray(0, 20), Buffer.alloc(40)])],
  ['JPEG with a segment of no length', Buffer.from('\xff\xd8\xff\xe0\0\0', 'latin1')],
  ['GIF of unknown blocks', Buffer.from('GIF89a\x03\0\x02\0\0\0\0\x01', 'latin1')],
  ['WebP with a part larger than itself', Buffer.from('RIFF\x0c\0\0\0WEBPVP8 \x09\0\0\0', 'latin1')]
])('%s', (_, bytes) => {
  expect(faultOf(bytes)).toBe('is damaged')
})
