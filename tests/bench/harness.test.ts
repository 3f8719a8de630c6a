// What the benches make of a text before they measure it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exponent } from '../../bench/growth/exponent.ts'
import { repeatText } from '../../bench/growth/repeat-text.ts'
import { plainHtml } from '../../bench/typeset/plain-html.ts'
import { withLook } from '../../bench/typeset/texts.ts'
import { oneWordEdits, timeTypeset } from '../../bench/typeset/time-typeset.ts'

const MANUSCRIPT = `---
title: Measured
title-note: t
---

## One

Some words with a call[^a] and another call.[^b]

[^t]: Of the title.

    And its second paragraph.

[^a]: First.
[^b]: Second.
`

describe('one-word edits', () => {
  test('change one word of the text each, and nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        let before = MANUSCRIPT
        for (const edited of oneWordEdits(MANUSCRIPT, 5, seed)) {
          const [a, b] = [before.split(/\b/u), edited.split(/\b/u)]
          expect(b).toHaveLength(a.length)
          expect(a.filter((d, i) => d !== b[i])).toHaveLength(1)
          expect(edited.slice(0, 40)).toBe(MANUSCRIPT.slice(0, 40))
          before = edited
        }
      }),
      { numRuns: 50 }
    )
  })

  test('are timed behind a warm-up, and the median counts', async () => {
    let now = 0
    const calls: string[] = []
    const times = await timeTypeset(
      MANUSCRIPT,
      {
        compose: async (d) => d,
        typeset: () => (now += calls.push('full') <= 3 ? 1000 : 7),
        correct: () => (now += calls.push('edit') % 2 === 0 ? 3 : 4)
      },
      () => now
    )
    expect(calls.filter((d) => d === 'full')).toHaveLength(18)
    expect(calls.filter((d) => d === 'edit')).toHaveLength(21)
    expect(times.full).toBe(7)
    expect(times.slowest).toBe(4)
  })
})

test('a text so many times has every label once, and the note of the title once', () => {
  const text = repeatText(MANUSCRIPT, 3)
  const labels = [...text.matchAll(/^\[\^(.+?)\]:/gmu)].map((d) => d[1])
  expect(labels).toEqual(['t', 'a', 'b', '2-a', '2-b', '3-a', '3-b'])
  expect(text.match(/And its second/gu)).toHaveLength(1)
  expect(text.match(/\[\^3-b\]/gu)).toHaveLength(2)
  expect(text.match(/^## One/gmu)).toHaveLength(3)
})

test('the exponent of a cost that grows as a power is that power', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 2.5, noNaN: true }), (power) => {
      const points = [1, 5, 20, 50].map((d) => [d, 3 * d ** power] as const)
      expect(exponent(points)).toBeCloseTo(power, 6)
    }),
    { numRuns: 20 }
  )
  expect(exponent([[1, 1]])).toBeUndefined()
})

test('plain HTML has each note once, at its first call', () => {
  const html = plainHtml(MANUSCRIPT.replace('another call.[^b]', 'another call.[^b] Again.[^a]'))
  expect(html.match(/class="note"/gu)).toHaveLength(3)
  expect(html).toContain('call<span class="note">First. </span> and')
  expect(html).toContain(
    'Measured<span class="note">Of the title. And its second paragraph. </span>'
  )
})

test('a look changes trim and design, and leaves the text alone', () => {
  const text = withLook(MANUSCRIPT.replace('title-note: t', 'trim: a4\ntitle-note: t'), {
    design: 'modern',
    trim: '139.7 x 215.9',
    purist: true
  })
  expect(text).toContain('title-note: t\ntrim: 139.7 x 215.9\ndesign: modern\npurist: true\n---\n')
  expect(text).not.toContain('a4')
  expect(text.endsWith(MANUSCRIPT.slice(MANUSCRIPT.indexOf('## One')))).toBe(true)
})
