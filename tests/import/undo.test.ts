// From manuscript and ledger comes the source, byte for byte, whatever it was; from source and ledger the manuscript.
import fc from 'fast-check'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { describe, expect, test } from 'vitest'
import { importedBefore, importText, undoImport } from '../../src/import.ts'

const shared = join(import.meta.dirname, '../../../shared/import')
const privateTexts = ['source', 'practice']
  .map((d) => join(shared, d))
  .filter((d) => existsSync(d))
  .flatMap((d) => readdirSync(d).map((name) => join(d, name)))
  .filter((d) => d.endsWith('.txt'))
if (privateTexts.length === 0)
  process.stderr.write(`Skipped: texts in ${shared}, which is absent\n`)

function rough(bytes: Uint8Array): VFile {
  return new VFile({ path: 'source.txt', value: new Uint8Array(bytes) })
}

/** Import, undo, and import again from the record; false where the bytes are refused. */
async function goesBack(bytes: Uint8Array): Promise<boolean> {
  let file: VFile
  try {
    file = await importText(rough(bytes))
  } catch (error) {
    if (error instanceof VFileMessage && error.fatal) return false
    throw error
  }
  const { ledger = '' } = file.data
  expect(Buffer.from(undoImport(String(file), ledger) ?? [])).toEqual(Buffer.from(bytes))
  expect(importedBefore(rough(bytes), ledger)).toBe(String(file))
  return true
}

const TEXT =
  '\uFEFF# Füße\n\n“Œuvre” – naïve…\r\na\rb\n\n\fA "page" \u2028of <sup>1</sup>\n\n<sup>1</sup>A note\n'

describe('each way to write a text in bytes', () => {
  const latin = (text: string) => Buffer.from(text, 'latin1')
  const ways: Readonly<Record<string, Uint8Array>> = {
    'UTF-8 with a mark and four kinds of line end': Buffer.from(TEXT),
    'UTF-16, little end first': Buffer.from(TEXT, 'utf16le'),
    'UTF-16, big end first': Buffer.from(TEXT, 'utf16le').swap16(),
    'UTF-16 with half a unit at its end': Buffer.concat([Buffer.from(TEXT, 'utf16le'), latin('A')]),
    'Windows-1252': latin('# F\xFC\xDFe\r\n\r\n\x93\x8Cuvre\x94 \x96 na\xEFve\x85\r\nline\n'),
    'UTF-8 with stray bytes': Buffer.concat([
      Buffer.from('# Füße\n\n“Œ'),
      latin('uvre\x94 \x96\n')
    ]),
    'Windows-1252 once read as Latin-1': Buffer.from('# A\n\nIt\u0092s\r\n')
  }

  test.for(Object.entries(ways))('%s', async ([, bytes]) => {
    expect(await goesBack(bytes)).toBe(true)
  })
})

describe.skipIf(privateTexts.length === 0)('the private texts', () => {
  test.for(privateTexts)('%s', async (path) => {
    expect(await goesBack(readFileSync(path))).toBe(true)
  })
})

test('any scraps of a rough text, in any encoding', async () => {
  const scraps =
    '# A|\n\n|\r\n|\r|\f|a |the |"|\'|-|--|...|**|*|<sup>1</sup>|[1] |1. |58|- 59 -|●|By Jane Doe|\u00AD|ﬁ|é|    |\t|Notes|bal-|`|> |”|\u2028|\uFEFF'
  const text = fc
    .array(fc.constantFrom(...scraps.split('|')), { maxLength: 40 })
    .map((d) => d.join(''))
  const encoding = fc.constantFrom('utf8', 'utf16le', 'latin1') as fc.Arbitrary<BufferEncoding> // these three
  let accepted = 0
  await fc.assert(
    fc.asyncProperty(text, encoding, async (d, e) => {
      if (await goesBack(Buffer.from(e === 'utf16le' ? `\uFEFF${d}` : d, e))) accepted++
    }),
    { numRuns: 500 }
  )
  expect(accepted).toBeGreaterThan(0)
})

test('any bytes', async () => {
  let accepted = 0
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 120 }), async (bytes) => {
      if (await goesBack(bytes)) accepted++
    }),
    { numRuns: 500 }
  )
  expect(accepted).toBeGreaterThan(0)
})

test('an edited manuscript has no way back', async () => {
  const file = await importText(rough(Buffer.from("# A\n\nIt's.\n")))
  expect(undoImport(`${String(file)}x`, file.data.ledger ?? '')).toBeUndefined()
  expect(undoImport(String(file), '3 repairs, 0 queries\n')).toBeUndefined()
})

test('a ledger that is nearly right is none', async () => {
  const bytes = Buffer.from("# A\r\n\r\nIt's.\r\n")
  const file = await importText(rough(bytes))
  const { ledger = '' } = file.data
  const lines = ledger.trimEnd().split('\n')
  const last = lines.at(-1) ?? ''
  const steps =
    '5|null|{}|[]|[-1,"",""]|[0.5,"",""]|[1,2,""]|[9e15,"",""]|[1,"",""|[1,"","",null]|[0,"","",0,0]'
  const wrong = steps.split('|').map((d) => [...lines.slice(0, -1), d].join('\n'))
  wrong.push(`${ledger}${last}\n`, ledger.replace('"strays":[]', '"strays":5'))
  wrong.push(ledger.replace('"utf-8"', '"utf-9"'), ledger.replace('"tail":[]', '"tail":["a"]'))
  wrong.push(ledger.replace('"lineEnd":"\\r\\n"', '"lineEnd":"x"'))
  for (const d of wrong) {
    expect(d).not.toBe(ledger)
    expect(undoImport(String(file), d)).toBeUndefined()
    expect(() => importedBefore(rough(bytes), d)).not.toThrow()
  }
  expect(undoImport(String(file), ledger)).toBeDefined()
})
