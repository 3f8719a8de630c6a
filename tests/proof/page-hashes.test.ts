// Pages that are drawn alike are equal bytes in the finished PDF, and others are not: what composed pages say of themselves and
// what the hashes of their contents say is the same, whatever the edit brings in elsewhere: faces, rare letters, pictures.
import { expect, test } from 'vitest'
import type { VFile } from 'vfile'
import { finish } from '../../src/finish.ts'
import { print, withBrowser } from '../../src/print.ts'
import type { Browser } from '../../src/print.ts'
import { pageHashes, sameInk } from '../../src/proof.ts'
import { openText } from './typeset-text.ts'

const SENTENCES = [
  'A sheet that is dry is put on the pile, and the next one is laid on the forme.',
  'The *second* reader looks at what the first has marked, and at nothing else.',
  'What stands stands; a line that nobody has touched is as it was.',
  'In **large** letters the foreman writes how many are still to come.'
]
const paragraph = (at: number) =>
  Array.from({ length: 9 }, (_, index) => SENTENCES[(at * 3 + index) % 4]).join(' ')
const OLD = [
  '---\ntitle: Equal bytes\nlanguage: en-GB\ntrim: a7\n---',
  '## The pile',
  ...[0, 1, 2].map(paragraph),
  '## The forme',
  `${paragraph(3)}[^1]`,
  paragraph(1),
  '[^1]: A note to it.\n'
].join('\n\n')
const MIDDLE = 'What stands stands'
/** Each brings in something that the pages before it, or behind it, do not have. */
const EDITS: Readonly<Record<string, (text: string) => string>> = {
  'a word': (d) => d.replace(MIDDLE, 'What is stands'),
  'a face that was not there': (d) => d.replace('A sheet', '`A` sheet'),
  'a face before others': (d) => d.replace('A sheet', '***A*** sheet'),
  'letters that were not there': (d) => d.replace(MIDDLE, 'Q§X ꝏ λόγος Zażółć'),
  'a note': (d) => `${d.replace(MIDDLE, 'What[^2] stands')}\n[^2]: Jewels, quiz.\n`,
  'empty lines': (d) => d.replaceAll('\n\n', '\n\n\n'),
  'a heading': (d) => d.replace('## The forme', '## The formes')
}

/** Eight editions are printed, milliseconds. */
const LONG = 240_000

test('what is drawn alike is equal bytes', { timeout: LONG }, async () => {
  const make = openText()
  const old = await make(OLD)
  await withBrowser(async (browser) => {
    const before = await hashesOf(old, browser)
    for (const [name, edit] of Object.entries(EDITS)) {
      const now = await make(edit(OLD))
      const after = await hashesOf(now, browser)
      const [was, is] = [pagesOf(old), pagesOf(now)]
      const inks = is.map((d, index) => was[index] !== undefined && sameInk(was[index], d))
      const bytes = is.map((_, index) => before[index] === after[index])
      expect({ name, same: bytes }).toEqual({ name, same: inks })
      expect(inks.filter(Boolean).length).toBeGreaterThan(2)
      expect(inks.every(Boolean)).toBe(name === 'empty lines')
    }
  })
})

function pagesOf({ data }: VFile) {
  return data.composition?.pages ?? []
}

async function hashesOf(file: VFile, browser: Browser): Promise<readonly string[]> {
  return pageHashes(await finish(await print(file, browser), new Date(0)))
}
