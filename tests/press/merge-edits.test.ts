// An edited manuscript and a new import, merged: what only one side changed is taken, what both changed alike is one, and
// what they changed differently stands there twice, between marks.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CONFLICT_MARKS as MARKS } from '../../src/manuscript/conflict-marks.ts'
import { mergeEdits } from '../../src/press/merge-edits.ts'

const BASE =
  '---\ntitle: Ink\n---\n\nThe ink is black.\n\nThe paper is white and the press is old.\n\nThe end.\n'

describe('by example', () => {
  test('changes in different paragraphs are both kept', () => {
    const edited = BASE.replace('black', 'blue')
    const fresh = BASE.replace('The end.', 'The last line.')
    const merged = mergeEdits(BASE, edited, fresh)
    expect(merged).toEqual({
      text: edited.replace('The end.', 'The last line.'),
      conflicts: [],
      taken: 1
    })
  })

  test('changes of different words of one paragraph are both kept', () => {
    const edited = BASE.replace('white', 'grey')
    const fresh = BASE.replace('old', 'new')
    expect(mergeEdits(BASE, edited, fresh)).toEqual({
      text: edited.replace('old', 'new'),
      conflicts: [],
      taken: 1
    })
  })

  test('different changes of one word are a conflict with its line', () => {
    const merged = mergeEdits(BASE, BASE.replace('black', 'blue'), BASE.replace('black', 'red'))
    expect(merged.conflicts).toEqual([5])
    expect(merged.text.split('\n').slice(4, 14)).toEqual([
      MARKS.edited,
      '',
      'The ink is blue.',
      '',
      MARKS.imported,
      '',
      'The ink is red.',
      '',
      MARKS.end,
      ''
    ])
  })

  test('a paragraph that the editor took out stays out', () => {
    const edited = BASE.replace('The ink is black.\n\n', '')
    expect(mergeEdits(BASE, edited, BASE.replace('old', 'new')).text).not.toContain('ink')
  })
})

const word = fc.constantFrom('ink', 'type', 'paper', 'bar', 'bed', 'frisket', 'tympan', 'galley')
const paragraph = fc.array(word, { minLength: 1, maxLength: 8 }).map((d) => d.join(' '))
const text = fc.array(paragraph, { minLength: 1, maxLength: 8 }).map((d) => `${d.join('\n\n')}\n`)

describe('of any three texts', () => {
  test('one that is as it was gives way to the other', () => {
    fc.assert(
      fc.property(text, text, (base, other) => {
        expect(mergeEdits(base, other, base).text).toBe(other)
        expect(mergeEdits(base, base, other).text).toBe(other)
        expect(mergeEdits(base, other, other).text).toBe(other)
      }),
      { numRuns: 500 }
    )
  })

  test('no word that the editor brought in is lost', () => {
    const added = fc.tuple(text, text, fc.nat(20)).map(([base, fresh, at]) => {
      const words = base.split(/(?<= |\n)/u)
      const edited = words.toSpliced(Math.min(at, words.length - 1), 0, 'errata ').join('')
      return [base, edited, fresh] as const
    })
    fc.assert(
      fc.property(added, ([base, edited, fresh]) => {
        expect(mergeEdits(base, edited, fresh).text).toContain('errata')
      }),
      { numRuns: 500 }
    )
  })
})
