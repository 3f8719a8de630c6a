// Lines: whatever the words and the measure, all words are there, in lines that fit, and no other breaks are better.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Run, Setting, Style } from '../../src/composition.ts'
import { faceBytes } from '../../src/faces.ts'
import type { FaceName } from '../../src/faces.ts'
import { findPoints, POINT } from '../../src/typeset/break-points.ts'
import { openHyphenation } from '../../src/typeset/hyphenation.ts'
import { layLetters } from '../../src/typeset/letters.ts'
import { openLines } from '../../src/typeset/lines.ts'
import type { Paragraph } from '../../src/typeset/paragraph.ts'
import { contrast, ladder, linePricer } from '../../src/typeset/price-line.ts'
import type { Pricer } from '../../src/typeset/price-line.ts'
import { openShaper } from '../../src/typeset/shape.ts'
import { totalFit } from '../../src/typeset/total-fit.ts'
import { placesInWord } from '../../src/typeset/word-places.ts'

const NAMES: readonly FaceName[] = ['EB Garamond roman', 'EB Garamond italic']
const faces = new Map(
  await Promise.all(NAMES.map(async (name) => [name, await faceBytes(name)] as const))
)
const roman = style('EB Garamond roman')
const italic = style('EB Garamond italic')
const lines = await openLines({ language: 'en-GB', faces, exceptions: [], purist: false })
const shaper = await openShaper(faces, 'en-GB')
const hyphenation = await openHyphenation('en-GB', [])

const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('the', 'revolution', 'of', 'bureaucracy', 'a', 'workers’')
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('self-determination', '1936–8', '–', '…', '“office”,', 'CPSU(B)')
  },
  fc.stringMatching(/^[a-z]{1,40}$/u),
  fc.constantFrom('https://example.org/a/b?c=d', '☃', '漢字', 'fi\u00A0fl', 'word—word')
)
const words = fc.array(word, { maxLength: 40 })
const measure = fc.oneof(fc.integer({ min: 210, max: 3300 }), fc.constantFrom(210, 3231.6))
const align = fc.constantFrom('justify', 'left', 'center', 'right') satisfies fc.Arbitrary<string>

test('any words in any measure are all there, in lines that fit', () => {
  const given = fc.tuple(words, measure, align, fc.boolean(), fc.integer({ min: 0, max: 140 }))
  fc.assert(
    fc.property(given, ([list, width, side, variants, indent]) => {
      const paragraph = { ...paragraphOf(list, width), align: side, variants, indent }
      for (const setting of lines.set(paragraph)) {
        expect(textOf(setting)).toBe(list.join(' '))
        expectFits(setting, paragraph)
      }
    }),
    { numRuns: 150, seed: 4 }
  )
})

test('the same paragraph is the same settings', () => {
  const list = ['one', 'two', 'three']
  expect(lines.set(paragraphOf(list, 800))).toBe(lines.set(paragraphOf(list, 800)))
  expect(lines.set(paragraphOf(list, 800))).not.toBe(lines.set(paragraphOf(list, 801)))
})

test('no set of breaks is cheaper than the one that is found', () => {
  const given = fc.tuple(
    fc.array(word, { minLength: 1, maxLength: 7 }),
    fc.integer({ min: 500, max: 1600 })
  )
  fc.assert(
    fc.property(given, ([list, width]) => {
      const letters = layLetters(runsOf(list), shaper, false)
      const points = findPoints(letters, {
        preformatted: false,
        places: (d) => placesInWord(d, hyphenation),
        shaper,
        language: 'en-GB',
        hangs: [true, true],
        fits: Infinity
      })
      if (points.count > 13) return
      const limits = { stretch: 0.02, tracking: 0.006, tightest: -0.3, loosest: 3, anyway: true }
      const room = { measure: width, indent: 40, align: 'justify', inNote: false } as const
      const pricer = linePricer(points, room, limits, letters.em)
      const [best] = totalFit({ points, pricer, byCount: true, narrow: 0 })
      const all = everyBreaks(points.count).map((d) => priceOf(d, pricer, points.kind))
      const least = Math.min(...all)
      expect(best?.cost ?? Infinity).toBeCloseTo(least, 6)
    }),
    { numRuns: 60, seed: 4 }
  )
})

test('an empty paragraph is one empty line', () => {
  const [setting] = lines.set({ ...paragraphOf([], 1000), runs: [] })
  expect(setting?.lines().map((d) => d.pieces)).toEqual([[]])
})

test('forced ends, soft hyphens and calls', () => {
  const runs = [run('Verse one\nco\u00ADoperate'), { ...run('12'), call: 12 }]
  const [setting] = lines.set({ ...paragraphOf([], 500), runs })
  const made = setting?.lines() ?? []
  expect(made[0]).toMatchObject({ end: 'break', wordSpace: 0, stretch: 1 })
  expect(made.flatMap((d) => d.pieces.map((p) => p.text)).join('|')).not.toContain('\u00AD')
  expect([...(setting?.calls.values() ?? [])].flat()).toEqual([12])
})

test('a word that does not fit is broken anywhere, and told', () => {
  const [setting] = lines.set(paragraphOf(['x'.repeat(50)], 300))
  expect(setting?.forced).toBeGreaterThan(3)
})

test('a hyphen that is put in is U+002D, the text’s own at a line end U+2010', () => {
  const [setting] = lines.set({ ...paragraphOf(['self-determination'], 600), hyphenate: false })
  expect(setting?.lines()[0]).toMatchObject({ end: 'hard', pieces: [{ text: 'self‐' }] })
  const [other] = lines.set(paragraphOf(['the', 'revolution'], 520))
  expect(
    other
      ?.lines()[0]
      ?.pieces.map((d) => d.text)
      .join('')
  ).toMatch(/-$/u)
})

test('letters that a face has not are told and stand alone', () => {
  expect(lines.missing('a☃b', 'EB Garamond roman')).toEqual([0x2603])
  const made = lines.set(paragraphOf(['a☃b'], 3000))[0]?.lines() ?? []
  expect(made[0]?.pieces.map((d) => [d.text, d.missing ?? false])).toEqual([
    ['a', false],
    ['☃', true],
    ['b', false]
  ])
})

function style(face: FaceName): Style {
  return { face, size: 105, features: ['onum'], tracking: 0, raise: 0 }
}

function run(text: string, by: Style = roman): Run {
  return { text, style: by, wraps: [] }
}

function runsOf(list: readonly string[]): Run[] {
  return list.map((d, k) => run(k === 0 ? d : ` ${d}`, k % 5 === 4 ? italic : roman))
}

function paragraphOf(list: readonly string[], width: number): Paragraph {
  return {
    runs: runsOf(list),
    measure: width,
    indent: 0,
    align: 'justify',
    hyphenate: true,
    variants: false,
    leading: 140
  }
}

/** The paragraph again, from its lines. */
function textOf(setting: Setting): string {
  return setting
    .lines()
    .map(({ pieces, end }) => {
      const text = pieces.map((d) => d.text).join('')
      if (end === 'soft') return text.slice(0, -1)
      if (end === 'hard') return text.replace(/‐$/u, '-')
      return end === 'space' ? `${text} ` : text
    })
    .join('')
}

function expectFits(setting: Setting, { measure: width, align: side }: Paragraph): void {
  for (const { left, width: wide, pieces, wordSpace, stretch, tracking } of setting.lines()) {
    const whole = pieces.map((d) => d.text).join('')
    if ([...whole].length > 1) expect(left + wide).toBeLessThan(width + 0.16 * 105 + 0.5)
    const changed = wordSpace !== 0 || stretch !== 1 || tracking !== 0
    if (side === 'justify' && changed) expect(left + wide).toBeGreaterThan(width - 0.5)
  }
}

function everyBreaks(count: number): number[][] {
  const inner = count - 2
  return Array.from({ length: 2 ** inner }, (_, bits) => [
    0,
    ...Array.from({ length: inner }, (_unused, k) => k + 1).filter((k) => (bits >> (k - 1)) & 1),
    count - 1
  ])
}

function priceOf(breaks: readonly number[], pricer: Pricer, kind: Uint8Array): number {
  let [all, hyphens, x, v] = [0, 0, 0, 0]
  for (let k = 1; k < breaks.length; k++) {
    const j = breaks[k] ?? 0
    if (!pricer.judge(breaks[k - 1] ?? 0, j, false)) return Infinity
    hyphens = kind[j] === POINT.soft || kind[j] === POINT.hard ? Math.min(3, hyphens + 1) : 0
    all += pricer.price.cost + ladder(hyphens)
    if (k > 1) all += contrast(pricer.price.x, pricer.price.v, x, v)
    x = pricer.price.x
    v = pricer.price.v
  }
  return all
}
