// Each folder beside this file is a case: `in.md`, and what is made of its cover: the lines that are drawn, the page of the
// e-book, and what the author is told. The name of the picture in `out.content.opf` is that of its bytes.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import type { CoverSheet } from '../../src/cover.ts'
import { compose } from '../../src/compose.ts'
import { typeset, typesetCover } from '../../src/typeset.ts'
import { bindEpub, epubcheck, SLOW } from '../package/make-epub.ts'

const folder = import.meta.dirname
const cases = readdirSync(folder, { withFileTypes: true }).filter((d) => d.isDirectory())

describe.each(cases.map((d) => d.name))('%s', (name) => {
  test('has the cover that was accepted', { timeout: SLOW }, async () => {
    const { file, drawn, files } = await makeCover(name)
    const golden = (to: string) => join(folder, name, to)
    const said = file.messages.map((d) => String(d).replace(file.path, 'in.md'))
    const exits = file.messages.filter((d) => d.fatal).map((d) => `exit ${d.exit ?? 2}`)
    await expect([...said, ...exits, ''].join('\n')).toMatchFileSnapshot(golden('messages.txt'))
    if (drawn) await expect(linesOf(drawn)).toMatchFileSnapshot(golden('drawn.txt'))
    for (const [path, text] of files)
      if (/cover\.xhtml$|content\.opf$/u.test(path))
        await expect(text).toMatchFileSnapshot(golden(path.replace('OEBPS/', 'out.')))
  })
})

test('EPUBCheck agrees', { timeout: SLOW }, async ({ skip }) => {
  const { bytes } = await makeCover('title-in-a-frame')
  expect(await epubcheck(bytes ?? new Uint8Array(), (note) => skip(note))).toEqual([])
})

async function makeCover(name: string) {
  const path = join(folder, name, 'in.md')
  const file = new VFile({ path, value: readFileSync(path, 'utf8') })
  try {
    const set = await typesetCover(await typeset(await compose(file)))
    const { bytes, files } = await bindEpub(set)
    return { file, drawn: file.data.coverSheet, bytes, files }
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error
    return { file, files: new Map<string, string>() }
  }
}

function linesOf({ lines, shapes }: CoverSheet): string {
  const rows = lines.map(({ text, size, left, baseline }) =>
    [size, left, baseline]
      .map((d) => String(Math.round(d)).padStart(5))
      .concat(text)
      .join('  ')
  )
  return [' size   left   baseline', ...rows, `${shapes.length} shapes`, ''].join('\n')
}
