// The same manuscript makes the same bytes at any time, anywhere; one word changed changes one chapter.
import { VFile } from 'vfile'
import { afterEach, expect, test, vi } from 'vitest'
import { compose } from '../../src/compose.ts'
import { typeset } from '../../src/typeset.ts'
import { bindEpub, makeEpub } from './make-epub.ts'

const TEXT = `---
title: The same bytes
---

## One

Some *words*.[^a]

## Two

More words.

[^a]: A note.
`
const zone = process.env.TZ

afterEach(() => {
  vi.useRealTimers()
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

test('another day, another time zone', async () => {
  const first = await makeEpub(TEXT)
  process.env.TZ = 'Pacific/Auckland'
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-02-03T04:05:06Z') })
  const second = await makeEpub(TEXT, 'elsewhere/manuscript.md')
  expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
})

test('one word more changes one chapter', async () => {
  const before = await makeEpub(TEXT)
  const after = await makeEpub(TEXT.replace('More', 'Many more'))
  const changed = [...after.files].filter(([name, text]) => text !== before.files.get(name))
  expect(changed.map(([name]) => name)).toEqual(['OEBPS/section-2.xhtml'])
})

test('a moment before the first that ZIP can say becomes that one', async () => {
  const file = await typeset(await compose(new VFile({ path: 'manuscript.md', value: TEXT })))
  const { files } = await bindEpub(file, new Date(0))
  expect(files.get('OEBPS/content.opf')).toContain('>1980-01-01T00:00:00Z<')
})
