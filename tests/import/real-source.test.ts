// The texts for which import was made, where they lie beside the project: each becomes, paragraph by paragraph, what an editor
// made of it by hand. None of their sentences stand here; a failure names files and counts only.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { beforeAll, describe, expect, test } from 'vitest'
import { importText } from '../../src/import.ts'

const folder = join(import.meta.dirname, '../../../shared/import')
const there = existsSync(folder)
if (!there) process.stderr.write(`Skipped: texts in ${folder}, which is absent\n`)

/** Rough texts and what an editor made of each. */
const pairs = there
  ? [
      ...readdirSync(join(folder, 'source')).map(
        (d) => [join('source', d), 'gold/gold.md'] as const
      ),
      ...readdirSync(join(folder, 'practice'))
        .filter((d) => d.endsWith('.rough.txt'))
        .map(
          (d) => [join('practice', d), join('practice', d.replace('rough.txt', 'gold.md'))] as const
        )
    ]
  : []

async function imported(path: string): Promise<VFile> {
  return await importText(
    new VFile({ path, value: new Uint8Array(readFileSync(join(folder, path))) })
  )
}

/** The paragraphs behind the front matter, in an order of their own, since notes may be out of theirs. */
function paragraphs(text: string): string[] {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/^---\n[^]*?^---\n/mu, '')
    .trim()
    .split(/\n{2,}/u)
    .map((d) => d.replace(/\s+/gu, ' ').trim())
    .toSorted()
}

describe.skipIf(!there)(`the private texts (skipped when ${folder} is absent)`, () => {
  test.for(pairs)('%s', async ([rough, gold]) => {
    const actual = paragraphs(String(await imported(rough)))
    const expected = paragraphs(readFileSync(join(folder, gold), 'utf8'))
    const known = new Set(actual)
    expect(expected.filter((d) => !known.has(d)).length).toBe(0)
    expect(actual.length).toBe(expected.length)
  })
})

describe.skipIf(!there)('the first of them', () => {
  let file = new VFile()

  beforeAll(async () => {
    file = await imported(pairs[0]?.[0] ?? '')
  })

  test('has its title note and its pull quote in the front matter', () => {
    expect(String(file)).toContain('title-note: "1"')
    expect(String(file).match(/^ {2}- after: /gmu)).toHaveLength(1)
  })

  test('tells every change, and asks at most two queries a thousand words', () => {
    const queries = file.messages.filter((d) => d.fatal === false).length
    expect(file.messages.length - queries).toBeGreaterThan(450)
    expect(queries).toBeGreaterThan(12)
    expect(queries).toBeLessThanOrEqual(String(file).split(/\s+/u).length / 500)
  })
})
