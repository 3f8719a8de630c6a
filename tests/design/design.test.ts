// The sheets of the designs on every page from A7 to letter, and what is said of a sheet that is wrong.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { VFileMessage } from 'vfile-message'
import { DESIGNS } from '../../src/edition/setting.ts'
import { faceFeatures, faceLetters, families } from '../../src/faces.ts'
import type { FaceName } from '../../src/faces.ts'
import { designOf } from '../../src/design.ts'
import type { Design } from '../../src/design.ts'
import { readDesign } from '../../src/design/read-design.ts'
import { PAGE, PART } from '../../src/design/properties.ts'

const SHEETS = 'styles/designs'
const sheetOf = (name: string) => readFileSync(join(SHEETS, `${name}.css`), 'utf8')
const A5 = { width: 148, height: 210 }
const GOLDENS = import.meta.dirname
const FEATURES = ['liga', 'onum', 'lnum', 'tnum', 'smcp', 'c2sc', 'sups']

test('the designs that an edition may name are the sheets that there are', () => {
  expect(readdirSync(SHEETS).toSorted()).toEqual(DESIGNS.map((d) => `${d}.css`).toSorted())
})

test.each(DESIGNS)('%s stands on every page from A7 to letter', (name) => {
  const css = sheetOf(name)
  const trim = fc.record({
    width: fc.double({ min: 74, max: 215.9, noNaN: true }),
    height: fc.double({ min: 105, max: 297, noNaN: true })
  })
  const ends = [
    { width: 74, height: 105 },
    { width: 74, height: 297 },
    { width: 215.9, height: 105 },
    { width: 215.9, height: 297 },
    A5
  ].map((d): [typeof d] => [d])
  const check = () =>
    fc.assert(
      fc.property(trim, (d) => expectSound(readDesign(css, name, d, 3))),
      { numRuns: 300, seed: 4, examples: ends }
    )
  expect(check).not.toThrow()
})

function expectSound(design: Design): void {
  const { width, height, inner, outer, top, measure, depth, columns, gutter, parts } = design
  const { text, head, folio } = parts
  expect(inner + outer + columns * measure + (columns - 1) * gutter).toBeCloseTo(width, 6)
  expect(Math.min(inner, outer, top, gutter)).toBeGreaterThanOrEqual(0)
  // A line of fewer than 15 ems cannot be justified.
  expect(measure / text.size).toBeGreaterThanOrEqual(15)
  expect(depth % text.leading).toBe(0)
  expect(depth / text.leading).toBeGreaterThanOrEqual(6)
  expect(top + depth).toBeLessThanOrEqual(height)
  // Running head and folio keep clear of the text and of the edge of the paper.
  const { headTop = 0, folioTop = 0 } = design
  expect(headTop + head.leading).toBeLessThanOrEqual(top)
  const above = folioTop < top
  expect(folioTop).toBeGreaterThanOrEqual(above ? 0 : top + depth)
  expect(folioTop + folio.leading).toBeLessThanOrEqual(above ? top : height)
  expect(Math.min(headTop, height - folioTop - folio.leading)).toBeGreaterThan(30)
  const { leading, size } = parts.note
  expect(design.noteGap + 2 * leading).toBeLessThan(depth / 2)
  expect(size).toBeGreaterThanOrEqual(60)
  for (const part of Object.values(parts)) {
    const whole = [part.size, part.leading, part.above, part.below, part.tracking, part.indent]
    expect([...whole, ...part.inset, part.rule].filter((d) => !Number.isInteger(d))).toEqual([])
    expect(part.leading).toBeGreaterThanOrEqual(part.size)
    expect(measure - part.inset[0] - part.inset[1]).toBeGreaterThan(5 * part.size)
  }
}

test.each(DESIGNS)('%s keeps its measure: type grows and shrinks with the page', (name) => {
  const css = sheetOf(name)
  fc.assert(
    fc.property(fc.integer({ min: 74, max: 209 }), (width) => {
      const [one, next] = [width, width + 1].map((d) => readDesign(css, name, { ...A5, width: d }))
      if (!one || !next || one.columns !== next.columns) return
      expect(next.measure).toBeGreaterThanOrEqual(one.measure)
      expect(next.parts.text.size).toBeGreaterThanOrEqual(one.parts.text.size)
    }),
    { numRuns: 100, seed: 4 }
  )
})

test('on A5 the classic design has the measures that its sheet speaks of', () => {
  const design = readDesign(sheetOf('classic'), 'classic', A5)
  expect(design.measure).toBeCloseTo((114 * 720) / 25.4, 1)
  expect(design.parts.text).toMatchObject({ size: 105, leading: 140 })
  expect(design.parts.note).toMatchObject({ size: 85, leading: 105 })
  expect(design.depth).toBe(34 * 140)
})

test('two columns where there is room for them, else one', () => {
  const columnsOn = (width: number) =>
    readDesign(sheetOf('compact'), 'compact', { width, height: 210 }).columns
  expect([74, 105, 132, 133, 139.7, 148, 210].map(columnsOn)).toEqual([1, 1, 1, 2, 2, 2, 2])
})

test('the sheet of an edition is found and read', async () => {
  const design = await designOf({ design: 'modern', trim: A5, bleed: 3 })
  expect(design).toMatchObject({ name: 'modern', bleed: (3 * 720) / 25.4 })
})

test.each(DESIGNS)('%s says twice what it says once more', (name) => {
  expect(readDesign(sheetOf(name), name, A5)).toEqual(readDesign(sheetOf(name), name, A5))
})

test('a part that says nothing is set as the text, and nothing stands around it', () => {
  const css = sheetOf('classic').replace(/--verse-[^;]*;/gu, '')
  const { verse, text } = readDesign(css, 'classic', A5).parts
  expect(verse).toEqual({ ...text, indent: 0 })
})

/** A line of the classic sheet, and what is put in its place. */
const FAULTS: readonly (readonly [name: string, line: string, wrong: string])[] = [
  ['unknown', '--note-size: 8.5pt;', '--note-sise: 8.5pt;'],
  ['missing', '--text-leading: 14pt;', ''],
  ['no value', '--text-size: 10.5pt;', '--text-size: ;'],
  ['unit', '--text-size: 10.5pt;', '--text-size: 10.5px;'],
  ['no unit', '--text-size: 10.5pt;', '--text-size: 10.5;'],
  ['unit of another', '--note-gap: 1rlh;', '--note-gap: 4mm;'],
  ['size of nothing', '--text-size: 10.5pt;', '--text-size: 0;'],
  ['below nothing', '--h2-above: 3rlh;', '--h2-above: -3rlh;'],
  ['word', '--h2-align: center;', '--h2-align: centre;'],
  ['edge', '--head-align: center;', '--head-align: justify;'],
  ['family', "--text-family: 'EB Garamond';", "--text-family: 'EB Garamont';"],
  ['family without marks', "--text-family: 'EB Garamond';", '--text-family: EB Garamond;'],
  ['columns', '--columns: 1;', '--columns: 1.5;'],
  ['pair', '--note-rule: 6em 0.4pt;', '--note-rule: 6em;'],
  ['three', '--quote-inset: 1.5em;', '--quote-inset: 1em 2em 3em;'],
  ['none or', '--head-gap: 1.7%;', '--head-gap: no;'],
  ['mark', "--break-mark: '*\\2003 *\\2003 *';", '--break-mark: * * *;'],
  ['twice', '--columns: 1;', '--columns: 1; --columns: 2;'],
  ['semicolon', '--columns: 1;', '--columns: 1'],
  ['no property', '--columns: 1;', 'columns: 1;'],
  ['rule', ':root {', ':root { .text {'],
  ['own leading', '--text-leading: 14pt;', '--text-leading: 1rlh;'],
  ['no room', '--inner: 10.8108%;', '--inner: 90%;'],
  ['no lines', '--foot: 9.5238%;', '--foot: 80%;'],
  ['head off the paper', '--head-gap: 1.7%;', '--head-gap: 9%;'],
  ['folio off the paper', '--folio-gap: 2.4%;', '--folio-gap: 50mm;']
]

test('what is said of a sheet that is wrong', async () => {
  const said = FAULTS.map(([name, line, wrong]) => {
    const css = sheetOf('classic')
    expect(css).toContain(line)
    try {
      readDesign(
        css.replace(line, () => wrong),
        'classic',
        A5
      )
    } catch (error) {
      const { file, place, reason, exit } = error as VFileMessage // or the golden is wrong
      const point = place && 'line' in place ? `${place.line}:${place.column}` : ''
      return `${name}: ${file}:${point} exit ${exit} ${reason}`
    }
    return `${name}: nothing`
  })
  await expect(`${said.join('\n')}\n`).toMatchFileSnapshot(join(GOLDENS, 'messages.txt'))
})

test('a sheet of any words is read or refused, and nothing else', () => {
  const words = fc.constantFrom(
    ...' \n;:{}"\'/*-.%'.split(''),
    ':root',
    '--text-size',
    '1pt',
    'em',
    '/*',
    '*/'
  )
  const sheet = fc.array(words, { maxLength: 40 }).map((d) => d.join(''))
  fc.assert(
    fc.property(sheet, fc.boolean(), (text, whole) => {
      const css = whole ? sheetOf('classic').replace('--columns: 1;', () => text) : text
      expect(() => readDesign(css, 'any', A5)).toThrow(expect.objectContaining({ exit: 3 }))
    }),
    { numRuns: 300, seed: 4 }
  )
})

test('the guide of the designer explains every property', () => {
  const guide = readFileSync('styles/README.md', 'utf8')
  const said = new Set([...guide.matchAll(/`--(?<name>[-<>\w]+)`/gu)].map((d) => d.groups?.name))
  const known = [...Object.keys(PAGE), ...Object.keys(PART).map((d) => `<part>-${d}`)]
  expect(known.filter((d) => !said.has(d))).toEqual([])
})

test.each(families)('%s has in roman and italic what an English text wants', async (family) => {
  const { roman, italic } = await faceLetters(family)
  const wanted = [...'AZaz09“”‘’–—…éß'].map((d) => d.codePointAt(0) ?? 0)
  expect(wanted.filter((d) => !roman.has(d) || !italic.has(d))).toEqual([])
})

test('what the faces have drawings for, and what must be imitated', async () => {
  const cuts = ['roman', 'italic', 'bold', 'bold italic'] as const
  const names = families.flatMap((family) => cuts.map((d): FaceName => `${family} ${d}`))
  const rows = names.map(async (name) => {
    const features = await faceFeatures(name)
    return `${name}: ${FEATURES.filter((d) => features.has(d)).join(' ')}`.trim()
  })
  const table = `${(await Promise.all(rows)).join('\n')}\n`
  await expect(table).toMatchFileSnapshot(join(GOLDENS, 'features.txt'))
})
