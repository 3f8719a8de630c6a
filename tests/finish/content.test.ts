// The content of a page is written anew: every glyph where it was, with the tag it had, in fewer operators.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Letters, Mark } from '../../src/finish/content/marks.ts'
import { IDENTITY, move } from '../../src/finish/content/matrix.ts'
import { readMarks } from '../../src/finish/content/read-marks.ts'
import { readOperations } from '../../src/finish/content/read-operations.ts'
import type { Named } from '../../src/finish/content/reader.ts'
import { literal } from '../../src/finish/content/set-rows.ts'
import { writeMarks } from '../../src/finish/content/write-marks.ts'
import { writeNumber } from '../../src/finish/content/write-number.ts'

const RUNS = 200
const PAGE = [0, 0, 420, 595] as const
const widthOf = (code: number) => 200 + ((code * 37) % 500)
const faces = new Map(
  ['/F1', '/F2'].map((name) => [name, { name, bytes: 2 as const, widthOf }] as const)
)
const NAMED: Named = {
  face: (name) => faces.get(name),
  rename: (_, name) => name,
  isOpaque: (name) => name === '/G3',
  form: (name) =>
    name === '/X1'
      ? {
          content: 'q .5 0 0 1 0 0 cm BT /F1 10 Tf (\0A) Tj ET Q',
          matrix: IDENTITY,
          resources: NAMED,
          box: [0, 0, 1, 1]
        }
      : undefined
}
const read = (content: string) => readMarks(content, IDENTITY, PAGE, NAMED)
const owner = (content: number) => ({ group: content, order: 0, type: 'P' })
const rewrite = (content: string) => writeMarks(read(content), owner).content

interface Glyph {
  code: number
  face: string
  x: number
  y: number
  /** Size of a letter across and up, in points. */
  across: number
  up: number
  content: number | undefined
  spoken: string
  fill: string
}

function glyphsOf(marks: readonly Mark[]): Glyph[] {
  return marks.flatMap((mark) => {
    if (mark.shape.kind !== 'letters') return []
    const { codes, offsets, matrix, size, scale, face } = mark.shape satisfies Letters
    return codes.map((code, i) => {
      const [x, y] = move(matrix, offsets[i] ?? 0, 0)
      const [across, up] = [size * scale * Math.hypot(matrix[0], matrix[1]), size * matrix[3]]
      const { content, spoken, fill } = mark
      return { code, face: face.name, x, y, across, up, content, spoken, fill }
    })
  })
}

const coordinate = fc.integer({ min: -3000, max: 3000 }).map((d) => d / 10)
const near = fc.integer({ min: -400, max: 900 }).map((d) => d / 100)
const text = fc
  .array(fc.integer({ min: 1, max: 2500 }), { minLength: 1, maxLength: 12 })
  .map((codes) => literal(codes.map((d) => String.fromCharCode(d >> 8, d & 255)).join('')))
const operation = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(near, text).map(([x, d]) => `${x} 0 Td ${d} Tj`) },
  { weight: 3, arbitrary: fc.tuple(text, near, text).map(([a, x, b]) => `[${a}${x}${b}] TJ`) },
  { weight: 2, arbitrary: fc.tuple(coordinate, coordinate).map(([x, y]) => `${x} ${y} Td`) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(1, 2), near).map(([f, x]) => `/F${f} ${x + 8} Tf`)
  },
  { weight: 1, arbitrary: near.map((d) => `${writeNumber(d / 40, 4)} Tc`) },
  { weight: 1, arbitrary: near.map((d) => `${writeNumber(100 + d)} Tz`) },
  { weight: 1, arbitrary: near.map((d) => `1 0 0 ${d > 0 ? 1 : -1} ${d * 9} 300 Tm`) },
  { weight: 1, arbitrary: near.map((d) => `.9 .1 -.1 .9 ${d * 9} 300 Tm`) },
  { weight: 1, arbitrary: fc.constantFrom('0 0 0 rg', '.5 .5 .5 rg', '1 0 0 rg', '/G3 gs') },
  { weight: 1, arbitrary: text.map((d) => `/Span<</ActualText (x) >> BDC ${d} Tj EMC`) }
)
const object = fc
  .tuple(fc.array(operation, { minLength: 1, maxLength: 9 }), fc.option(fc.nat(3)), near)
  .map(([parts, number, x]) => {
    const shown = `q .24 0 0 .24 ${x} 0 cm BT /F1 40 Tf ${parts.join('\n')} ET Q`
    return number === null ? shown : `/P <</MCID ${number} >>BDC ${shown} EMC`
  })
const content = fc
  .array(object, { maxLength: 6 })
  .map((d) => `q 0 0 420 595 re W* n\n${d.join('\n')}\nQ`)

test('every glyph stands where it stood, to a thousandth of its size', () => {
  fc.assert(
    fc.property(content, (before) => {
      const marks = read(before)
      const written = writeMarks(marks, owner)
      const [old, fresh] = [glyphsOf(marks), glyphsOf(read(written.content))]
      expect(fresh).toHaveLength(old.length)
      for (const [i, d] of old.entries()) {
        const e = fresh[i]
        if (!e) throw new Error('as many')
        expect([e.code, e.face, e.spoken, e.fill]).toEqual([d.code, d.face, d.spoken, d.fill])
        const group = e.content === undefined ? undefined : written.sequences[e.content]?.group
        expect(group).toBe(d.content)
        expect(Math.abs(e.x - d.x)).toBeLessThanOrEqual(0.001 * Math.abs(d.up) + 1e-3)
        expect(Math.abs(e.y - d.y)).toBeLessThanOrEqual(0.005)
        expect(Math.abs(e.across / d.across - 1)).toBeLessThan(1e-3)
      }
    }),
    { numRuns: RUNS }
  )
})

test('text objects and marked content are opened and closed in turn', () => {
  fc.assert(
    fc.property(content, (before) => {
      const open: string[] = []
      readOperations(rewrite(before), (operator) => {
        if (operator === 'BT') expect(open).not.toContain('BT')
        if (['BT', 'BDC', 'BMC', 'q'].includes(operator)) open.push(operator)
        if (operator === 'ET') expect(open.pop()).toBe('BT')
        if (operator === 'Q') expect(open.pop()).toBe('q')
        if (operator === 'EMC') expect(['BDC', 'BMC']).toContain(open.pop())
      })
      expect(open).toEqual([])
    }),
    { numRuns: RUNS }
  )
})

test('letters that Chromium spaces one by one are one string again', () => {
  const letters = ['A', 'B', 'C', 'D'].map((d, i) => {
    const before = 'ABC'.charCodeAt(i - 1)
    const step = i === 0 ? 0 : (widthOf(before) / 1000) * 10 + 0.2
    return `${step} 0 Td (\0${d}) Tj`
  })
  const page = `0 0 0 RG 0 0 0 rg /G3 gs /P <</MCID 0 >>BDC BT /F1 10 Tf 1 0 0 1 50 500 Tm ${letters.join('\n')} ET EMC`
  expect(rewrite(page)).toBe(
    '0 g\nBT\n/P<</MCID 0>>BDC\n/F1 10 Tf .2 Tc 50 500 Td\n(\0A\0B\0C\0D)Tj\nEMC\nET\n'
  )
})

test('a stretched line that is a form of its own is part of the page', () => {
  const page = `/P <</MCID 0 >>BDC q 1 0 0 1 50 500 cm /X1 Do Q EMC`
  expect(rewrite(page)).toBe(
    '0 g\nBT\n/P<</MCID 0>>BDC\n/F1 10 Tf 50 Tz 50 500 Td\n(\0A)Tj\nEMC\nET\n'
  )
})

test.each([
  ['a rule', '0 0 0 rg 50 60 100 1 re f', '/Artifact BMC\n50 60 100 1 re f\nEMC'],
  ['a picture', 'q 9 0 0 9 5 5 cm /X2 Do Q', '/Artifact BMC\nq 9 0 0 9 5 5 cm /X2 Do Q\nEMC'],
  ['a line', '2 w 0 0 m 9 9 l S', '/Artifact BMC\nq 1 0 0 1 0 0 cm 2 w 0 G 0 0 m 9 9 l S Q\nEMC'],
  [
    'a clip that cuts',
    '0 0 9 9 re W n 0 0 99 9 re f',
    'q 0 0 9 9 re W n\n/Artifact BMC\n0 0 99 9 re f\nEMC\nQ'
  ],
  ['a clip that cuts nothing', '0 0 9 9 re W n 1 1 5 5 re f', '/Artifact BMC\n1 1 5 5 re f\nEMC'],
  ['a veil', '/G4 gs 0 0 9 9 re f', 'q /G4 gs\n/Artifact BMC\n0 0 9 9 re f\nEMC\nQ'],
  ['a colour', '1 0 0 rg 0 0 9 9 re f', '1 0 0 rg\n/Artifact BMC\n0 0 9 9 re f\nEMC'],
  [
    'a colour of two plates',
    '/C1 cs .5 1 scn 0 0 9 9 re f',
    '/C1 cs .5 1 scn\n/Artifact BMC\n0 0 9 9 re f\nEMC'
  ]
])('%s', (_, before, after) => {
  expect(rewrite(before)).toBe(`0 g\n${after}\n`)
})

test('strings are read however they are spelt', () => {
  const marks = read(
    'BT /F1 9 Tf (\\000\\050\\0\\)\\000\\() Tj (\\000\\\\\\\n\0\\n) Tj <00 4 1> Tj ET % (end'
  )
  expect(glyphsOf(marks).map((d) => d.code)).toEqual([40, 41, 40, 92, 10, 65])
})

test.each(['BI', '(open', '<41', '<< /A', '1 Tj', 'BT (\0A) Tj ET', '}'])(
  'what is not known is refused: %s',
  (page) => {
    expect(() => read(`${page} ET q`)).toThrow(/Unexpected/u)
  }
)
