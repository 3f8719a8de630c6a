// Each folder here with an in.txt is a case: it is imported, and out.md and ledger.txt say what must come of it. A case needs
// no code. The way back at the end of a ledger is not in the golden; it must lead back to in.txt.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { importText } from '../../src/import.ts'
import { readRecord, undo } from '../../src/import/record.ts'
import { casesOf } from '../cases.ts'

const here = import.meta.dirname

function rough(value: string | Uint8Array): VFile {
  return new VFile({ path: 'source.txt', value })
}

describe('each case', () => {
  test.for(casesOf('import', 'in.txt'))('$name', async ({ folder }) => {
    const source = readFileSync(join(folder, 'in.txt'))
    const file = await importText(rough(source))
    const { ledger = '' } = file.data
    const [told] = ledger.split('\nThe way back')
    await expect(String(file)).toMatchFileSnapshot(join(folder, 'out.md'))
    await expect(told).toMatchFileSnapshot(join(folder, 'ledger.txt'))
    const again = await importText(rough(String(file)))
    expect(String(again)).toBe(String(file))
    const record = readRecord(ledger)
    expect(Buffer.from((record && undo(String(file), record)) ?? [])).toEqual(source)
  })
})

test('a clean manuscript is unchanged, and nothing is said', async () => {
  const text = readFileSync(join(here, 'clean-manuscript-unchanged', 'in.txt'), 'utf8')
  const file = await importText(rough(text))
  expect(String(file)).toBe(text)
  expect(file.messages).toEqual([])
})

test('every change tells the place in the source, the words before and after', async () => {
  const file = await importText(rough("# A\n\nOne.\n\nIt's 1936-8.\n"))
  const [quote, range] = file.messages.filter((d) => d.line === 5)
  expect(quote).toMatchObject({
    column: 3,
    ruleId: 'curl-quotes',
    source: 'press',
    actual: "It's",
    expected: ['It’s']
  })
  expect(range).toMatchObject({ column: 10, ruleId: 'set-number-ranges' })
})

describe('bytes', () => {
  const text = '# Füße\n\n“Œuvre” – naïve…\n'
  const bytes = {
    'UTF-8 with a mark': Buffer.from(`\uFEFF${text}`),
    'UTF-16, little end first': Buffer.from(`\uFEFF${text}`, 'utf16le'),
    'UTF-16, big end first': Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
    'Windows-1252': Buffer.from('# F\xFC\xDFe\n\n\x93\x8Cuvre\x94 \x96 na\xEFve\x85\n', 'latin1'),
    'UTF-8 with stray bytes': Buffer.concat([
      Buffer.from('# Füße\n\n“Œuvre'),
      Buffer.from('\x94 \x96 na\xEFve\x85\n', 'latin1')
    ]),
    'Windows-1252 once read as Latin-1': Buffer.from('# Füße\n\n“Œuvre\x94 \x96 naïve\x85\n'),
    'old Macintosh line ends': Buffer.from(text.replaceAll('\n', '\r'))
  }

  test.for(Object.entries(bytes))('%s', async ([name, value]) => {
    const file = await importText(rough(new Uint8Array(value)))
    expect(String(file)).toContain('title: Füße')
    expect(String(file)).toContain('“Œuvre” – naïve…')
    const said = file.messages.filter((d) => d.ruleId === 'decode').length
    expect(said > 0).toBe(/16|1252|stray/u.test(name))
  })

  const refused = {
    nothing: '',
    'only spaces': ' \n\n ',
    'a null byte': '# A\n\nB\0C\n',
    'a control character': '# A\n\nB\x1BC\n',
    'a byte of no encoding': 'caf\xE9 \x81\n'
  }

  test.for(Object.entries(refused))('refused with its place: %s', async ([, value]) => {
    const file = rough(new Uint8Array(Buffer.from(value, 'latin1')))
    await expect(importText(file)).rejects.toMatchObject({ fatal: true, ruleId: 'decode', exit: 2 })
  })

  test('a null byte is refused with line and column', async () => {
    const failed = importText(rough('# A\n\nB\0C\n'))
    await expect(failed).rejects.toMatchObject({ line: 3, column: 2 })
  })
})

describe('front matter', () => {
  test('that is not YAML is refused with its line', async () => {
    const failed = importText(rough('---\ntitle: A\nauthor: [B\n---\n\nText.\n'))
    await expect(failed).rejects.toMatchObject({ fatal: true, exit: 3, ruleId: 'front-matter' })
  })

  test('with an unknown key is kept and asked about', async () => {
    const file = await importText(rough('---\ntitle: A\nlayout: post\n---\n\nText.\n'))
    expect(String(file)).toContain('layout: post')
    const query = file.messages.find((d) => d.ruleId === 'front-matter')
    expect(query).toMatchObject({ line: 3, fatal: false })
  })
})

describe('the slug', () => {
  const slugs = {
    'The Craft of Paper': 'the-craft-of-paper',
    'Œuvres: l’été & Füße': 'oeuvres-lete-fusse',
    CON: 'con-edition',
    'COM1!': 'com1-edition',
    本: 'source'
  }

  test.for(Object.entries(slugs))('of %s', async ([title, slug]) => {
    const file = await importText(rough(`# ${title}\n\nText.\n`))
    expect(file.data.slug).toBe(slug)
  })

  test('is at most 60 characters', async () => {
    const file = await importText(rough(`# ${'long word '.repeat(20)}\n\nText.\n`))
    expect(file.data.slug).toMatch(/^[a-z0-9][a-z0-9-]{0,58}[a-z0-9]$/u)
  })
})

test('nesting over 100 levels is refused', async () => {
  for (const text of ['> '.repeat(5000) + 'a', '- '.repeat(5000) + 'a'])
    await expect(importText(rough(text))).rejects.toMatchObject({ fatal: true, exit: 5 })
})
