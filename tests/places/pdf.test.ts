// The places of words beside those at which a finished PDF has them, as poppler reads it: within 0.15 mm.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { home, readManuscript } from '../../src/assets.ts'
import { compose } from '../../src/compose.ts'
import { finish } from '../../src/finish.ts'
import { noteLabels } from '../../src/manuscript/words.ts'
import { placeWords } from '../../src/places.ts'
import { openBrowser, print } from '../../src/print.ts'
import type { Browser } from '../../src/print.ts'
import { typeset } from '../../src/typeset.ts'
import { casesOf } from '../cases.ts'
import {
  apartAcross,
  apartDown,
  compareBoxes,
  hasPoppler,
  pdfWords,
  stretchesOf
} from './pdf-boxes.ts'

const MOMENT = new Date('2026-11-22')
/** In millimetres. */
const NEAR = 0.15
const LONG = 120_000
const PRIVATE = join(home, '../shared/import')
/** Where lines differ in what is set: capitals, columns, cells, stanzas, elements in the line, stretched letters. */
const NAMES = new Set(
  'drop-cap-in-compact paragraph-over-two-columns table-with-head-and-spans verse-in-a-quotation words-of-many-kinds quotations-in-quotations headings-of-every-level notes-everywhere'.split(
    ' '
  )
)
const cases = [...casesOf('typeset/cases'), ...casesOf('print')].filter((d) => NAMES.has(d.name))
let browser: Browser
let close: () => Promise<void>

beforeAll(async () => {
  ;({ browser, close } = await openBrowser())
})
afterAll(async () => close())

/** How far every word is from where the PDF has it. */
async function measure(path: string, value: string) {
  const file = await typeset(await compose(new VFile({ path, value })))
  const placed = stretchesOf(placeWords(file), noteLabels(file))
  const pdf = (await finish(await print(file, browser), MOMENT)).value
  if (!(pdf instanceof Uint8Array)) throw new Error('finish gives bytes')
  const { pairs, alone } = compareBoxes(placed, pdfWords(pdf))
  const far = pairs.filter((d) => apartAcross(d) > NEAR || apartDown(d) > NEAR)
  const across = pairs.map(apartAcross).toSorted((a, b) => a - b)
  const down = pairs.map(apartDown).toSorted((a, b) => a - b)
  return {
    alone: alone.map((d) => d.text),
    far: far.map(([a, b]) => ({ a, b })),
    count: pairs.length,
    across: [across[across.length >> 1] ?? 0, across.at(-1) ?? 0] as const,
    down: [down[down.length >> 1] ?? 0, down.at(-1) ?? 0] as const
  }
}

test.skipIf(!hasPoppler)(
  'every word of the handbook is where its PDF has it (skipped without poppler)',
  async () => {
    const path = join(home, 'manuscript/handbook/manuscript.md')
    const { alone, far, count, across, down } = await measure(
      path,
      String(await readManuscript(path))
    )
    expect(alone).toEqual([])
    expect(far).toEqual([])
    expect(count).toBeGreaterThan(6000)
    // A hundredth of a millimetre, and the rounding of ascenders to a tenth of a point.
    expect(Math.max(...across)).toBeLessThan(0.03)
    expect(Math.max(...down)).toBeLessThan(0.05)
  },
  LONG
)

test.skipIf(!hasPoppler).each(cases)(
  'so is every word of $name (skipped without poppler)',
  async ({ folder }) => {
    const path = join(folder, 'in.md')
    const { alone, far, count } = await measure(path, String(await readManuscript(path)))
    expect(alone).toEqual([])
    expect(far).toEqual([])
    expect(count).toBeGreaterThan(20)
  },
  LONG
)

test.skipIf(!hasPoppler || !existsSync(PRIVATE))(
  'and every word of long texts (skipped without the private ones)',
  async () => {
    const names = readdirSync(PRIVATE, { recursive: true, encoding: 'utf8' })
    const [name = ''] = names.filter((d) => d.endsWith('gold.md')).toSorted()
    const text = String(await readManuscript(join(PRIVATE, name)))
    // Its front matter has keys of its own.
    const [whole = '', yaml = ''] = /^---\n([^]*?)^---\n/mu.exec(text) ?? []
    const [note = ''] = /^title-note:.*$/mu.exec(yaml) ?? []
    const value = `---\ntitle: T\n${note}\n---\n${text.slice(whole.length)}`
    const { alone, far, count } = await measure('manuscript.md', value)
    expect(alone).toEqual([])
    expect(far).toEqual([])
    expect(count).toBeGreaterThan(1000)
  },
  LONG
)
