// `press impose` on files that are no good: one clear error, and the sheets that were made before stay as they are; and what
// may be said to it.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { imposeOptions } from '../../src/press/impose-options.ts'
import { imposePdf } from '../../src/press/impose-pdf.ts'
import { makePdf } from '../impose/make-pdf.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'press-impose-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const NOTHING = { values: {}, flags: new Set<string>() }
const quiet = () => undefined

async function pdf(...[pages]: Parameters<typeof makePdf>): Promise<Buffer> {
  return Buffer.from((await makePdf(pages)).value as Uint8Array) // makePdf gives bytes
}

test('whatever is wrong with a file, the last sheets stay', async () => {
  const path = join(folder, 'zine.pdf')
  const whole = await pdf({ count: 4 })
  writeFileSync(path, whole)
  const { made } = await imposePdf(path, NOTHING, quiet)
  expect(made).toMatchObject([{ path: join(folder, 'zine-booklet.pdf'), sheets: 1 }])
  const before = readFileSync(join(folder, 'zine-booklet.pdf'))
  const mixed = await pdf({
    count: 4,
    change: (page, index) => index === 1 && page.setSize(300, 300)
  })
  const bad = {
    empty: Buffer.alloc(0),
    'cut off': whole.subarray(0, whole.length / 2),
    'without pages': await pdf({ count: 0 }),
    mixed,
    huge: await pdf({ count: 4, size: [594, 841] }),
    'without a size': await pdf({ count: 4, size: [0, 0] }),
    encrypted: Buffer.from(
      '%PDF-1.7\n1 0 obj\n<</A (\u0000>>\ntrailer <</Encrypt 12 0 R>>\n%%EOF\n'
    )
  }
  for (const value of Object.values(bad)) {
    writeFileSync(path, value)
    await expect(imposePdf(path, NOTHING, quiet)).rejects.toMatchObject({
      exit: 2,
      fatal: true
    })
    expect(readFileSync(join(folder, 'zine-booklet.pdf')).equals(before)).toBe(true)
  }
  expect(
    readdirSync(folder)
      .filter((d) => !d.startsWith('.'))
      .toSorted()
  ).toEqual(['zine-booklet.pdf', 'zine.pdf'])
})

test('five thousand pages are imposed', { timeout: 300_000 }, async () => {
  const path = join(folder, 'long.pdf')
  writeFileSync(path, await pdf({ count: 5000 }))
  const { made } = await imposePdf(path, NOTHING, quiet)
  expect(made).toMatchObject([{ sheets: 1250 }])
})

test('the test sheet is made without a file, and not beside one', async () => {
  const into = join(folder, 'test.pdf')
  const said = { values: { into, sheet: 'A3' }, flags: new Set(['test-sheet']) }
  expect((await imposePdf(undefined, said, quiet)).made).toMatchObject([{ path: into, sheets: 1 }])
  await expect(imposePdf('zine.pdf', said, quiet)).rejects.toMatchObject({ exit: 3 })
  await expect(imposePdf(undefined, NOTHING, quiet)).rejects.toMatchObject({ exit: 3 })
})

test('what is said becomes a job', () => {
  const values = {
    layout: 'Signatures',
    signature: '3',
    sheet: 'A3',
    marks: 'fold,sew',
    creep: 'preps',
    caliper: '80gsm',
    'back-shift': '-1.5,+2',
    flip: 'LONG'
  }
  expect(imposeOptions({ values, flags: new Set(['rtl', 'one-sided']) })).toEqual({
    layout: 'signatures',
    signature: 3,
    sheet: 'a3',
    marks: ['fold', 'sew'],
    creep: { caliper: 0.1, model: 'preps' },
    backShift: [-1.5, 2],
    flip: 'long',
    rtl: true,
    oneSided: true,
    leaflet: false
  })
  expect(
    imposeOptions({ values: { overhang: '1.2 mm', marks: 'none' }, flags: new Set() })
  ).toMatchObject({ creep: { overhang: 1.2 }, marks: [] })
})

test.each([
  [{ layout: 'sadle' }, 'expected `saddle`'],
  [{ sheet: 'a2' }, 'expected `a4` of'],
  [{ marks: 'fold,corp' }, 'expected `crop`'],
  [{ flip: 'lang' }, 'expected `long`'],
  [{ signature: '4' }, 'with `--layout signatures`'],
  [{ layout: 'signatures', signature: '0' }, '1 to 99 sheets'],
  [{ layout: 'perfect', signature: '1.5' }, '1 to 99 sheets'],
  [{ caliper: '-1' }, 'from 0 to 1'],
  [{ caliper: 'thick' }, '`80gsm`'],
  [{ overhang: '1e3' }, 'from 0 to 20'],
  [{ creep: 'adobe' }, 'sheet, preps, printplanet'],
  [{ creep: 'preps' }, '`--caliper MM`'],
  [{ creep: '1', caliper: '0.1' }, 'second measure'],
  [{ overhang: '1', creep: 'preps' }, 'with it'],
  [{ 'back-shift': '1' }, '--back-shift=-1.5,0.5'],
  [{ 'back-shift': '99,0' }, 'millimetres to the right'],
  [{ blanks: 'front' }, 'inside, end']
])('%j is refused', (values, reason) => {
  const read = () => imposeOptions({ values: values as Record<string, string>, flags: new Set() })
  expect(read).toThrow(reason)
})
