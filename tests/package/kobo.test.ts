// The twin for Kobo: the same files, but for the type of each call.
import { EpubCheck } from '@likecoin/epubcheck-ts'
import JSZip from 'jszip'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { packageForKobo } from '../../src/package.ts'
import { makeEpub, MOMENT } from './make-epub.ts'

const TEXT = `---
title: Two calls
---

Words.[^a] More.[^b]

[^a]: The first note.

[^b]: The second note.
`

test('calls have the type that Kobo knows, and nothing else is another', async () => {
  const { bytes, files } = await makeEpub(TEXT)
  const { value } = await packageForKobo(new VFile({ value: bytes }), MOMENT)
  if (!(value instanceof Uint8Array)) throw new TypeError('an EPUB is bytes')
  const zip = await JSZip.loadAsync(value)
  expect(Object.keys(zip.files)).toEqual([...files.keys()])
  let calls = 0
  for (const [name, text] of files) {
    if (text === '') continue
    const twin = (await zip.file(name)?.async('string')) ?? ''
    calls += twin.split('epub:type="noteref endnote"').length - 1
    expect(twin.replaceAll('noteref endnote', 'noteref')).toBe(text)
  }
  expect(calls).toBe(2)
  const { messages } = await EpubCheck.validate(value)
  expect(messages.filter((d) => /fatal|error|warning/u.test(d.severity))).toEqual([])
})
