// Files that are made to break a reader: whatever comes, `check` gives messages or stops with one of its own, and takes no
// longer than the file is long.
import * as fc from 'fast-check'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { check } from '../../src/check.ts'

const HEAD = '---\ntitle: T\n---\n\n'

async function checked(value: string | Uint8Array): Promise<VFile | VFileMessage> {
  return check(new VFile({ path: 'in', value })).catch((error: unknown) => {
    if (error instanceof VFileMessage) return error
    throw error
  })
}

describe('any bytes and any text give messages or a stop of our own', () => {
  test.each([
    ['bytes', ''],
    ['a zip', 'PK\u0003\u0004'],
    ['a PDF', '%PDF-1.7\n']
  ])('%s', async (_, magic) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const value = new Uint8Array([...Buffer.from(magic, 'latin1'), ...bytes])
        expect(await checked(value)).toBeDefined()
      })
    )
  })

  test('text', async () => {
    const atom = fc.constantFrom(
      '[^a]',
      '[^a]: ',
      '“',
      '(',
      '"',
      '\n\n',
      '> ',
      '<b',
      '<!--',
      '![](',
      '|a|\n|-|\n'
    )
    const text = fc.array(fc.oneof(atom, fc.string({ unit: 'binary' })), { maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(text, async (pieces) => {
        expect(await checked(HEAD + pieces.join(''))).toBeDefined()
      })
    )
  })

  test('a damaged e-book', async () => {
    const zip = new JSZip()
      .file('mimetype', 'application/epub+zip')
      .file('a.xhtml', '<p id="x">a</p>')
    const whole = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
    const flips = fc.array(fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 })))
    await fc.assert(
      fc.asyncProperty(flips, async (changes) => {
        const bytes = Uint8Array.from(whole)
        for (const [at, byte] of changes.slice(0, 5)) bytes[at] = byte
        expect(await checked(bytes)).toBeDefined()
      })
    )
  })
})

test('deep nesting is a limit and no crash', async () => {
  const quoted = await checked(`${HEAD}${'> '.repeat(150)}deep`)
  expect(quoted).toMatchObject({ ruleId: 'limit-markup', exit: 5 })
  const stressed = await checked(`${HEAD}${'*a '.repeat(150)}deep${' a*'.repeat(150)}`)
  expect(stressed).toMatchObject({ ruleId: 'limit-depth', exit: 5 })
})

test('an unknown kind of file is named', async () => {
  expect(await checked(Buffer.from('GIF89a'))).toMatchObject({ ruleId: 'check', exit: 2 })
})

test('a list of findings stays short', async () => {
  const file = await checked(`${HEAD}${'"'.repeat(5000)}`)
  const reasons = file instanceof VFile ? file.messages.map((d) => d.reason) : []
  expect(reasons).toHaveLength(101)
  expect(reasons.at(-1)).toBe('Unexpected 4900 more of these, not listed')
})

test('messages cannot command a terminal', async () => {
  const evil = `[^\u001B[31m\u202Ex] <b\u0007>\u202E</b> "\u202E`
  const file = await checked(`${HEAD}${evil}`)
  const reasons = file instanceof VFile ? file.messages.map((d) => d.reason).join('\n') : ''
  expect(reasons).not.toMatch(/[^\P{C}\n]/u)
  expect(reasons).toContain('\\u{1b}')
})

test.each([
  ['words', 'word '],
  ['quotes', '“(['],
  ['straight quotes', '"'],
  ['hidden characters', '\u200B'],
  ['calls without notes', '[^'],
  ['half a word', 'the the'],
  ['spaces', 'a        ']
])('time grows with the text and not with its square: %s', async (_, atom) => {
  const time = async (times: number) => {
    const text = `${HEAD}${`${atom.repeat(40)}\n\n`.repeat(times)}`
    const start = process.cpuUsage()
    await checked(text)
    return process.cpuUsage(start).user
  }
  await time(25)
  expect(await time(400)).toBeLessThan(40 * Math.max(await time(25), 40_000))
})

test.each([
  ['tags left open', '<a'],
  ['quotes left open', '<a b="'],
  ['comments left open', '<!--'],
  ['spaces in a tag', '<a           ']
])('so does that of an e-book: %s', async (_, atom) => {
  const time = async (times: number) => {
    const zip = new JSZip().file('a.xhtml', atom.repeat(times))
    const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
    const start = process.cpuUsage()
    await checked(bytes)
    return process.cpuUsage(start).user
  }
  await time(2000)
  expect(await time(16_000)).toBeLessThan(24 * Math.max(await time(2000), 40_000))
})
