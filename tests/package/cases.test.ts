// Each folder beside this file is a case: `in.md`, and what the EPUB made of it must hold. `messages.txt` is what the
// author is told.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
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

test('Ace finds nothing', { timeout: SLOW }, async ({ skip }) => {
  if (spawnSync('ace-cli', ['--version']).error) {
    process.stderr.write('Skipped: Ace, which is not here (npm install --global @daisy/ace-cli)\n')
    skip()
  }
  const path = join(folder, 'pamphlet-in-sections', 'in.md')
  const { bytes } = await makeEpub(readFileSync(path, 'utf8'), path)
  const there = mkdtempSync(join(tmpdir(), 'press-ace-'))
  try {
    writeFileSync(join(there, 'made.epub'), bytes)
    spawnSync('ace-cli', ['-s', '-f', '-o', join(there, 'out'), join(there, 'made.epub')])
    const report: { assertions: unknown[] } = JSON.parse(
      readFileSync(join(there, 'out/report.json'), 'utf8')
    )
    expect(report.assertions).toEqual([])
  } finally {
    rmSync(there, { recursive: true })
  }
})
