// A manuscript is UTF-8 or it stops at the byte that is not, with line, column and a guess (promise P7).
import * as fc from 'fast-check'
import { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { expect, test } from 'vitest'
import { decodeText } from '../../src/assets/decode-text.ts'

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((d) => (typeof d === 'string' ? Buffer.from(d) : Buffer.from(d))))
const decoded = (input: Uint8Array) => decodeText(new VFile({ path: 'm.md' }), input)

function stopped(input: Uint8Array): VFileMessage {
  try {
    decoded(input)
  } catch (cause) {
    return cause as VFileMessage // decodeText throws nothing else
  }
  throw new Error('Expected a failure')
}

test.each([
  ['plain', bytes('one\ntwo\n'), 'one\ntwo\n'],
  ['with a byte order mark', bytes([0xef, 0xbb, 0xbf], 'one'), 'one'],
  ['with CR and CRLF', bytes('one\rtwo\r\nthree\r\r\n'), 'one\ntwo\nthree\n\n'],
  ['with every letter', bytes('é – “” 𝄞 \u00AD\t'), 'é – “” 𝄞 \u00AD\t'],
  ['empty', bytes(), '']
])('text %s is read', (_, input, text) => {
  expect(decoded(input)).toBe(text)
})

test.each([
  ['Latin-1', bytes('one\r\ncaf', [0xe9], ' au'), 2, 4, '0xE9 at byte 8', 'Latin-1'],
  ['Windows-1252', bytes([0x93], 'one', [0x94]), 1, 1, '0x93 at byte 0', 'Windows-1252'],
  ['cut', bytes('one', [0xe2, 0x80]), 1, 4, '0xE2 at byte 3', 'UTF-8 cut at its end'],
  ['half a pair', bytes('a\n', [0xed, 0xa0, 0x80], 'b b b'), 2, 1, '0xED at byte 2', 'surrogate'],
  ['UTF-16 LE', bytes([0xff, 0xfe, 0x61, 0, 0x62, 0]), 1, 1, '0xFF at byte 0', 'UTF-16 LE'],
  ['UTF-16 BE', bytes([0xfe, 0xff, 0, 0x61, 0, 0x62]), 1, 1, '0xFE at byte 0', 'UTF-16 BE'],
  ['UTF-16 unmarked', Buffer.from('text\n', 'utf16le'), 1, 2, 'U+0000', 'UTF-16 LE'],
  ['overlong', bytes('a', [0xc0, 0x80], 'xyz xyz'), 1, 2, '0xC0 at byte 1', 'UTF-8'],
  ['NUL', bytes('one\ntwo', [0], 'three four'), 2, 4, 'U+0000', 'delete it'],
  ['bell', bytes('a\u0007'), 1, 2, 'U+0007', 'delete it'],
  ['C1', bytes('𝄞\u0085'), 1, 3, 'U+0085', 'delete it'],
  ['noncharacter', bytes('a\uFFFF'), 1, 2, 'U+FFFF', 'delete it']
])('%s stops', (_, input, line, column, what, way) => {
  const message = stopped(input)
  expect([message.line, message.column, message.fatal, message.exit]).toEqual([
    line,
    column,
    true,
    2
  ])
  expect(message.reason).toContain(what)
  expect(message.reason).toContain(way)
})

test('any bytes give text or a failure with a place', () => {
  const outcome = (input: Uint8Array) => {
    try {
      return /[\r\0]/u.test(decoded(input)) ? 'unfit text' : 'text'
    } catch (cause) {
      const { fatal, line, exit } = cause as VFileMessage // decodeText throws nothing else
      return fatal && line && exit === 2 ? 'a failure' : cause
    }
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (input) => {
      expect(['text', 'a failure']).toContain(outcome(input))
    }),
    { numRuns: 1000 }
  )
})
