// What cannot become an EPUB stops with its file, line and column; what only looks as if it could not comes out right.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readManuscript } from '../../src/assets.ts'
import { compose } from '../../src/compose.ts'
import { typeset } from '../../src/typeset.ts'
import { bindEpub } from './make-epub.ts'
import type { Made } from './make-epub.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'press-test-'))
  writeFileSync(join(folder, 'text.png'), 'words, and no picture')
  writeFileSync(join(folder, 'cut.png'), Buffer.from('89504e470d0a1a0a0000', 'hex'))
  cpSync(join(import.meta.dirname, 'pictures/dot.png'), join(folder, 'dot.jpg'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function make(text: string): Promise<Made> {
  const path = join(folder, 'manuscript.md')
  writeFileSync(path, `---\ntitle: Bad input\n---\n\n${text}\n`)
  return bindEpub(await typeset(await compose(await readManuscript(path))))
}

test.each([
  ['a picture that is missing', 'Words.\n\n![A door](door.png)', 7, 1, 'door.png'],
  ['a picture that is none', 'Words ![A door](text.png).', 5, 7, 'text.png'],
  ['a picture that is cut off', '![A door](cut.png)', 5, 1, 'cut.png'],
  [
    'a note inside a note',
    'Words.[^a]\n\n[^a]: A note.[^b]\n\n[^b]: Another.',
    7,
    14,
    'inside a note'
  ],
  ['a note that nothing calls', 'Words.\n\n[^a]: A note.', 7, 1, '[^a]']
])('%s is told with its place', async (_, text, line, column, reason) => {
  const stopped = make(text)
  await expect(stopped).rejects.toMatchObject({
    line,
    column,
    exit: 2,
    file: join(folder, 'manuscript.md'),
    reason: expect.stringContaining(reason)
  })
})

test('a picture goes by its bytes, whatever its name says', async () => {
  const { files } = await make('![A dot](dot.jpg)')
  expect(files.get('OEBPS/content.opf')).toMatch(
    /href="images\/picture-\w+\.png" media-type="image\/png"/u
  )
})

test('a chapter without words is a chapter', async () => {
  const { files } = await make('## Full\n\nWords.\n\n## Empty\n\n## Full again\n\nWords.')
  expect(files.get('OEBPS/section-2.xhtml')).toContain('<title>Empty</title>')
  expect(files.get('OEBPS/toc.xhtml')).toContain('<a href="section-2.xhtml">Empty</a>')
})

test('a note too short for a pop-up is told with its line', async () => {
  const { messages } = await make('Words.[^a]\n\n[^a]: No.')
  expect(messages.join('\n')).toMatch(/:7:1: Unexpected note of 6 characters/u)
})
