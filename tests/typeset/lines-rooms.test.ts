// Lines in other rooms than a plain column: beside a drop cap, ragged, as they are written; and what no way to set a paragraph
// may have.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Run, Setting, Style } from '../../src/composition.ts'
import { faceBytes } from '../../src/faces.ts'
import type { FaceName } from '../../src/faces.ts'
import { openLines } from '../../src/typeset/lines.ts'
import type { Paragraph } from '../../src/typeset/paragraph.ts'

const SIZE = 100
const face: FaceName = 'EB Garamond roman'
const faces = new Map([[face, await faceBytes(face)]])
const style: Style = { face, size: SIZE, features: [], tracking: 0, raise: 0 }
const setting = { language: 'en-GB', faces, exceptions: [], purist: false }
const lines = await openLines(setting)

const PROSE =
  'Whoever prints a pamphlet wants it read, and nothing is read that is not first seen: so the lines are even, the ' +
  'margins wide, and the paper is no greyer than it has to be. The reader, who knows none of this, turns the page.'

test('lines beside a drop cap are narrower, begin further right, and the others do not', () => {
  const beside = { lines: 2, width: 300 }
  const made = linesOf({ ...prose(2000), beside })
  expect(made.length).toBeGreaterThan(3)
  made.forEach(({ left, width, end }, index) => {
    const inset = index < beside.lines ? beside.width : 0
    expect(Math.abs(left - inset)).toBeLessThan(0.2 * SIZE)
    if (end !== 'end') expect(Math.abs(left + width - 2000)).toBeLessThan(0.2 * SIZE)
  })
})

test('code keeps its spaces and its lines; what is too long ends anywhere', () => {
  const text = `if (a  >  b) {\n    ${'x'.repeat(80)}\n}`
  const given = { runs: [run(text)], align: 'left', hyphenate: false, preformatted: true } as const
  const made = linesOf({ ...prose(1500), ...given })
  const texts = made.map((d) => d.pieces.map(({ text: own }) => own).join(''))
  expect(texts[0]).toBe('if (a  >  b) {')
  expect(texts[1]).toMatch(/^ {4}x+$/u)
  expect(made[1]?.end).toBe('inside')
  expect(texts.join('')).toBe(text.replaceAll('\n', ''))
})

test('ragged lines keep their natural spaces; centred ones stand in the middle, right ones at the right', () => {
  for (const align of ['left', 'center', 'right'] as const) {
    for (const line of linesOf({ ...prose(1500), align })) {
      const { left, width, wordSpace, tracking, stretch } = line
      expect([wordSpace, tracking, stretch]).toEqual([0, 0, 1])
      const room = 1500 - width
      const wanted = align === 'left' ? 0 : align === 'right' ? room : room / 2
      expect(Math.abs(left - wanted)).toBeLessThan(0.2 * SIZE)
    }
  }
})

test('no ragged line of plain words looks like the end of a paragraph', () => {
  for (let measure = 1020; measure <= 3000; measure += 20) {
    const made = linesOf({ ...prose(measure), align: 'left' })
    for (const { width } of made.slice(0, -1)) expect(width).toBeGreaterThan(0.8 * measure)
  }
})

test('where words do not fit, lines end anywhere, and the setting says how many', () => {
  const [made] = lines.set({
    ...prose(200),
    runs: [run('incomprehensibilities')],
    hyphenate: false
  })
  expect(made?.forced).toBe((made?.lines().length ?? 0) - 1)
})

test('a letter without a drawing takes six tenths of its size and stays at its place', () => {
  const [line] = linesOf({ ...prose(3000), runs: [run('漢')] })
  expect(line?.width).toBeCloseTo(0.6 * SIZE, 6)
  expect(line?.pieces).toMatchObject([{ text: '漢', missing: true }])
})

test('no setting of a paragraph ends in a runt, and of a note at most the best', () => {
  const words = fc.array(fc.constantFrom(...PROSE.split(' ')), { minLength: 25, maxLength: 70 })
  fc.assert(
    fc.property(words, fc.boolean(), (list, inNote) => {
      const runs = [run(list.join(' '))]
      const settings = lines.set({ ...prose(2800), runs, variants: true, inNote })
      expect(settings.slice(inNote ? 1 : 0).some(isRunt)).toBe(false)
    }),
    { numRuns: 80, seed: 4 }
  )
})

test('in a note a short last line is better than a broken word before it', () => {
  const note = prose(2000, 'A note that says where it is from, and how old that is, London 1975.')
  const measures = Array.from({ length: 60 }, (_, k) => 1900 + 20 * k)
  const broken = (inNote: boolean) =>
    measures.filter((measure) =>
      linesOf({ ...note, measure, inNote }).some((d) => d.end === 'soft')
    )
  expect(broken(true).length).toBeLessThan(broken(false).length / 3)
})

test('words of another language are shaped in it, and broken only where it has the same patterns', () => {
  const speak = (text: string, lang: string): Run => ({
    ...run(text),
    wraps: [{ tagName: 'span', properties: { lang } }]
  })
  const soft = (lang: string) => {
    const runs = [speak('the revolution of the revolutionaries '.repeat(5), lang)]
    return linesOf({ ...prose(1200), runs }).some((d) => d.end === 'soft')
  }
  expect([soft('en'), soft('pl'), soft('tlh')]).toEqual([true, false, false])
  const wide = (lang: string) => linesOf({ ...prose(3000), runs: [speak('fi', lang)] })[0]?.width
  expect(wide('en')).toBe(lines.width('fi', style))
  expect(wide('tr')).not.toBe(wide('en')) // where i and ı are two letters, f and i are no ligature
  const [whole] = linesOf({ ...prose(3000, 'fi'), language: 'tr' })
  expect(whole?.width).toBe(wide('tr'))
})

test('whoever opens the same lines again finds what they know', async () => {
  expect(await openLines({ ...setting })).toBe(lines)
  expect(await openLines({ ...setting, purist: true })).not.toBe(lines)
})

function run(text: string): Run {
  return { text, style, wraps: [] }
}

function prose(measure: number, text = PROSE): Paragraph {
  const runs = [run(text)]
  const shape = { indent: 0, align: 'justify', hyphenate: true, variants: false } as const
  return { runs, measure, ...shape, leading: 140 }
}

function linesOf(paragraph: Paragraph): ReturnType<Setting['lines']> {
  return lines.set(paragraph)[0]?.lines() ?? []
}

function isRunt(made: Setting): boolean {
  const all = made.lines()
  return all.length > 1 && (all.at(-1)?.width ?? 0) < 3 * SIZE
}
