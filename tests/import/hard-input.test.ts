// Texts that are no texts, and texts made to hurt: each gives a right result, or one message that says why not. How long it
// takes is for `bench/import.ts` to say.
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { describe, expect, test } from 'vitest'
import { importText } from '../../src/import.ts'

const MANY = 200_000
const FEWER = 10_000
const NOTES = 10_000

async function imported(value: string | Uint8Array): Promise<VFile> {
  return await importText(new VFile({ path: 'source.txt', value }))
}

function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

describe('no text at all is refused with one message', () => {
  const refused = {
    'an empty file': bytes(''),
    'a byte order mark alone': bytes('\xEF\xBB\xBF'),
    'a PNG': bytes('\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0'),
    'a ZIP': bytes('PK\x03\x04\x14\0\0\0\x08\0\xB4\x8Aa[\x13\x9C\x0F'),
    'a PDF': bytes(
      '%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<</Length 3>>\nstream\nx\x9C\x03\0\nendstream\n'
    ),
    'UTF-16 without its mark': new Uint8Array(Buffer.from('Plain words.', 'utf16le')),
    'a byte that no encoding has': bytes('A caf\xE9 \x9D here.\n'),
    'nothing but controls': bytes('\x01\x02\x03\x04')
  }
  test.for(Object.entries(refused))('%s', async ([, value]) => {
    const file = new VFile({ path: 'source.txt', value })
    await expect(importText(file)).rejects.toMatchObject({ fatal: true, ruleId: 'decode', exit: 2 })
    expect(file.messages).toHaveLength(1)
  })
})

describe('nesting over the limit is refused, and says so', () => {
  const deep = {
    quotations: '> '.repeat(5000) + 'a',
    lists: '- '.repeat(5000) + 'a',
    'numbered lists': '1. '.repeat(5000) + 'a',
    'one after the other': Array.from({ length: 500 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')
  }
  test.for(Object.entries(deep))('%s', async ([, text]) => {
    expect(await outcome(text)).toEqual({ fatal: true, exit: 5 })
  })
})

/** The text that comes of it, or how it is refused. */
async function outcome(value: string): Promise<string | { fatal: boolean; exit: number }> {
  try {
    return String(await imported(value))
  } catch (error) {
    if (!(error instanceof VFileMessage) || error.fatal !== true) throw error
    return { fatal: true, exit: error.exit ?? 2 }
  }
}

/** Every letter of a text, in order. */
function letters(text: string): string {
  return text.replace(/^---\n[^]*?^---\n/mu, '').replace(/[^\p{L}\p{N}]/gu, '')
}

/** Whether the words after the signs are there, or the text was refused. */
async function survives(unit: string, length: number): Promise<boolean> {
  const signs = unit.repeat(Math.ceil(length / unit.length))
  const found = await outcome(`# Title\n\nBefore.\n\n${signs}\n\nAfter.\n`)
  return typeof found !== 'string' || letters(found).endsWith('After')
}

describe('signs without end leave the words alone', () => {
  const single = [
    '[',
    '(',
    ')',
    '*',
    '_',
    '"',
    "'",
    '-',
    '.',
    '<sup>',
    '`',
    '<',
    '\\',
    '~',
    '#',
    '|'
  ]
  test.for(single)('%j, 200,000 signs', { timeout: 120_000 }, async (unit) => {
    expect(await survives(unit, MANY)).toBe(true)
  })

  const pairs = `![ [a]( *a _a **a**_ "a 'a 'a'_ - -- -a ._ ... <sup>1</sup> </sup> <sup>1 &amp; ~~ 1- 12-13_ ● a\u00AD 1. ﬁ ||
    a-⏎ a-⏎⏎ ⏎⏎**a**⏎⏎ ] [1] [^1] ¹ ⏎⏎58⏎⏎ ⏎⏎T_he⏎⏎`
  const units = pairs.split(/\s+/u).map((d) => d.replaceAll('⏎', '\n').replaceAll('_', ' '))
  test.for(units)('%j, 10,000 signs', async (unit) => {
    expect(await survives(unit, FEWER)).toBe(true)
  })
})

describe('long texts are imported whole', () => {
  const word = (i: number) => `w${(i * 7919).toString(36)}`
  const prose = (count: number, from = 0) =>
    Array.from({ length: count }, (_, i) => word(from + i) + (i % 12 === 11 ? '.' : '')).join(' ')

  test('one line of 1 MB', { timeout: 120_000 }, async () => {
    const text = prose(180_000)
    expect(text.length).toBeGreaterThan(1_000_000)
    const file = await imported(`# Title\n\n${text}.\n`)
    expect(letters(String(file))).toBe(letters(text))
  })

  test('a line of 1 MB without a space', { timeout: 120_000 }, async () => {
    const text = 'abcdefghij'.repeat(100_000)
    expect(letters(String(await imported(`# Title\n\n${text}.\n`)))).toBe(text)
  })

  test('10,000 notes', { timeout: 120_000 }, async () => {
    const calls = Array.from({ length: NOTES }, (_, i) => `Word ${word(i)}<sup>${i + 1}</sup>.`)
    const notes = Array.from({ length: NOTES }, (_, i) => `<sup>${i + 1}</sup>Note ${word(i)}.`)
    const paragraphs = Array.from({ length: NOTES / 10 }, (_, i) =>
      calls.slice(i * 10, i * 10 + 10).join(' ')
    )
    const file = await imported(`# Title\n\n${[...paragraphs, ...notes].join('\n\n')}\n`)
    expect(String(file).match(/^\[\^\d+\]: /gmu)).toHaveLength(NOTES)
    expect(String(file).match(/\[\^\d+\](?!:)/gu)).toHaveLength(NOTES)
    expect(file.messages.filter((d) => d.fatal === false)).toEqual([])
  })

  test('1 MB of filled lines', { timeout: 120_000 }, async () => {
    const text = Array.from({ length: 700 }, (_, i) => prose(260, i * 260))
    const filled = text.map((d) => d.replace(/(.{50,64}) /gu, '$1\n'))
    const file = await imported(`# Title\n\n${filled.join('\n\n')}\n`)
    expect(letters(String(file))).toBe(letters(text.join('')))
  })
})
