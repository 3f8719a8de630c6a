// The text for which the press was first made, where it lies beside the project; none of its sentences stand here.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { beforeAll, describe, expect, test } from 'vitest'
import { importText } from '../../src/import.ts'

const folder = join(import.meta.dirname, '../../../shared/import/source')
const there = existsSync(folder)

describe.skipIf(!there)(`the source text (skipped when ${folder} is absent)`, () => {
  let text = ''
  let ledger = ''
  let queries = 0

  beforeAll(async () => {
    const [name = ''] = readdirSync(folder).filter((d) => d.endsWith('.txt'))
    const file = await importText(
      new VFile({ path: name, value: new Uint8Array(readFileSync(join(folder, name))) })
    )
    text = String(file)
    ledger = file.data.ledger ?? ''
    queries = file.messages.filter((d) => d.fatal === false).length
  })

  test('has 45 notes, each called once', () => {
    expect(text.match(/^\[\^\d+\]: /gmu)).toHaveLength(45)
    expect(new Set(text.match(/\[\^\d+\](?!:)/gu)).size).toBe(44)
    expect(text).toContain('title-note: "1"')
  })

  test('has its headings, quotations and pull quote', () => {
    expect(text.match(/^## /gmu)).toHaveLength(1)
    expect(text.match(/^### /gmu)).toHaveLength(2)
    expect(text.match(/(?<!\n>\n)^> /gmu)).toHaveLength(4)
    expect(text.match(/^ {2}- after: /gmu)).toHaveLength(1)
  })

  test('has no straight quotation mark, spaced hyphen or superscript left', () => {
    const body = text.slice(text.indexOf('\n---\n') + 5)
    expect(body).not.toMatch(/["']/u)
    expect(body).not.toMatch(/ - |<sup>|\.\.\./u)
  })

  test('tells every change, and asks about what is not sure', () => {
    expect(ledger.split('\n').length).toBeGreaterThan(450)
    expect(queries).toBeGreaterThan(0)
    expect(queries).toBeLessThan(20)
  })
})
