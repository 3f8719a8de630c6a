// Each folder beside this file is a case: `in.md`, and what the EPUB made of it must hold. `messages.txt` is what the
// author is told.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { epubcheck, makeEpub, SLOW } from './make-epub.ts'

const folder = import.meta.dirname
const cases = readdirSync(folder, { withFileTypes: true }).filter((d) => d.isDirectory())
/** The same in every EPUB, or written by others. */
const ELSEWHERE = /imprint|colophon|container|style\.css|\.ncx|\.svg$|mimetype|content\.opf/u

describe.each(cases.map((d) => d.name))('%s', (name) => {
  test('makes the EPUB that was accepted', async () => {
    const path = join(folder, name, 'in.md')
    const { files, messages } = await makeEpub(readFileSync(path, 'utf8'), path)
    const golden = (file: string) => join(folder, name, file)
    const said = messages.map((d) => d.replace(path, 'in.md')).join('\n')
    await expect([...files.keys(), ''].join('\n')).toMatchFileSnapshot(golden('files.txt'))
    await expect(said && `${said}\n`).toMatchFileSnapshot(golden('messages.txt'))
    await expect(files.get('OEBPS/content.opf')).toMatchFileSnapshot(golden('out.content.opf'))
    const chapters = [...files].filter(([file, text]) => text && !ELSEWHERE.test(file))
    for (const [file, text] of chapters)
      await expect(text).toMatchFileSnapshot(golden(file.replace('OEBPS/', 'out.')))
  })
})

test('EPUBCheck agrees', { timeout: SLOW }, async ({ skip }) => {
  const path = join(folder, 'pictures', 'in.md')
  const { bytes } = await makeEpub(readFileSync(path, 'utf8'), path)
  expect(await epubcheck(bytes, (note) => skip(note))).toEqual([])
})
