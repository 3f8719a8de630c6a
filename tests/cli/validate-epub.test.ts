// What other validators say of an e-book becomes messages; who was not asked is named.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { VFile } from 'vfile'
import { validateEpub } from '../../src/cli/validate-epub.ts'
import { makeEpub } from '../package/make-epub.ts'

const LONG = 600_000
let folder = ''
const path = process.env.PATH
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'press-test-'))
  // Neither Java nor Ace: both are slow, and have tests of their own.
  process.env.PATH = folder
})
afterAll(() => {
  process.env.PATH = path ?? ''
  rmSync(folder, { recursive: true })
})

async function ask(bytes: Uint8Array) {
  const epub = join(folder, 'made.epub')
  writeFileSync(epub, bytes)
  const file = new VFile({ path: epub })
  const results: string[] = []
  await validateEpub(epub, file, ({ result }) => {
    if (result !== undefined) results.push(result)
  })
  return {
    messages: file.messages.map((d) => `${d.ruleId} ${d.reason}`),
    result: results.join('\n')
  }
}

const TEXT = '---\ntitle: Asked\n---\n\nWords.\n'

test('nothing is found in ours, and who was not asked is named', { timeout: LONG }, async () => {
  const { messages, result } = await ask((await makeEpub(TEXT)).bytes)
  expect(messages).toEqual([])
  expect(result).toMatch(/^epubcheck-ts 0; not run: epubcheck \(apt.*\), ace \(npm/u)
})

test('what is found is told, with its place', { timeout: LONG }, async () => {
  const { bytes } = await makeEpub(TEXT)
  const broken = Buffer.from(bytes)
  broken.write('application/epub+zap', broken.indexOf('application/epub+zip'))
  const { messages } = await ask(broken)
  expect(messages.join('\n')).toMatch(/^epubcheck-ts [A-Z]+-\d+: /u)
})
