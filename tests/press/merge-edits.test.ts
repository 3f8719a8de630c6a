// An edited manuscript and a new import, merged: what only one side changed is taken, what both changed alike is one, and
// what they changed differently stands there twice, between marks.
import fc from 'fast-check'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { parseManuscript } from '../../src/manuscript.ts'
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
    expect(merged.conflicts).toEqual([{ line: 5, imported: undefined }])
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

test('what the editor says a note stands for outlives a new import of its words', () => {
  const base = BASE.replace('The end.', 'The end.[^1]\n\n[^1]: *ibid*, p. 7.')
  const edited = base.replace('p. 7.', 'p. 7. <!-- source: A. Marlow, *Tides* -->')
  const fresh = base.replace('*ibid*', '*Ibid.*')
  const { text, conflicts } = mergeEdits(base, edited, fresh)
  expect(conflicts).toEqual([])
  expect(text).toContain('[^1]: *Ibid.*, p. 7. <!-- source: A. Marlow, *Tides* -->')
  expect(mergeEdits(fresh, text, base).text).toBe(edited)
})

describe('the front matter', () => {
  const of = (title: string, more = '') => BASE.replace('title: Ink', `title: ${title}${more}`)

  test('a key that both changed keeps the edited line, without marks', () => {
    const merged = mergeEdits(BASE, of('Inks'), of('Of ink').replace('black', 'red'))
    expect(merged.text).toBe(of('Inks').replace('black', 'red'))
    expect(merged.conflicts).toEqual([{ line: 2, imported: 'title: Of ink' }])
  })

  test('different keys are both kept', () => {
    const merged = mergeEdits(BASE, of('Inks'), of('Ink', '\nauthor: A. Printer'))
    expect(merged).toEqual({ text: of('Inks', '\nauthor: A. Printer'), conflicts: [], taken: 1 })
  })
})

describe('what is indented', () => {
  const note = (end: string) => `---\ntitle: Ink\n---\n\nA.[^1]\n\n[^1]: One.\n\n    ${end}.\n`

  test('a note of two paragraphs is one piece', () => {
    const { conflicts, text } = mergeEdits(note('Two'), note('Twx'), note('Twy'))
    expect(conflicts).toHaveLength(1)
    expect(text).toContain(`${MARKS.edited}\n\n[^1]: One.\n\n    Twx.\n\n${MARKS.imported}`)
  })

  test('code keeps the spaces of its first line', () => {
    const code = (d: string) => `    ${d}\n\n    b\n`
    expect(mergeEdits(code('a'), code('c'), code('d')).text).toContain(
      `${MARKS.edited}\n\n    c\n\n    b\n\n${MARKS.imported}`
    )
  })

  test('fenced code is one piece', () => {
    const code = (d: string) => `\`\`\`\na\n\n${d}\n\`\`\`\n\nThe end.\n`
    expect(mergeEdits(code('b'), code('c'), code('d')).text).toContain(
      `a\n\nc\n\`\`\`\n\n${MARKS.imported}`
    )
  })
})

describe('paragraphs that are repeated', () => {
  const many = Array.from({ length: 4000 }, () => 'The same.')
  const join = (d: readonly string[]) => `${d.join('\n\n')}\n`
  const base = join(many)

  test('far from each other, both changes stand or are said', () => {
    const edited = join(many.toSpliced(1000, 1, 'Edited.'))
    const merged = mergeEdits(base, edited, join(many.toSpliced(3000, 0, 'Fresh.')))
    expect(merged.text).toContain('Edited.')
    expect(merged.text).toContain('Fresh.')
  }, 2000)

  test('all over the text', () => {
    const every = (n: number, d: string) => join(many.map((old, i) => (i % n === 0 ? d : old)))
    const merged = mergeEdits(base, every(7, 'Edited.'), every(11, 'Fresh.'))
    expect(merged.conflicts.length).toBeGreaterThan(0)
    expect(merged.text).toContain('Fresh.')
  }, 2000)

  test('words of one long paragraph', () => {
    const words = (d: string) => `${`${'so '.repeat(900)}${d} `.repeat(2)}\n`
    expect(mergeEdits(words('x'), words('y'), words('z')).text).toContain('y')
  }, 2000)
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

  test('the manuscript can be read, with front matter, whatever was changed', () => {
    const title = fc.constantFrom('Ink', 'Type', 'Paper')
    const whole = fc.tuple(title, text).map(([t, d]) => `---\ntitle: ${t}\n---\n\n${d}`)
    let conflicts = 0
    fc.assert(
      fc.property(whole, whole, whole, (base, edited, fresh) => {
        const merged = mergeEdits(base, edited, fresh)
        conflicts += merged.conflicts.length
        const file = new VFile(merged.text)
        parseManuscript(file)
        expect(file.data.edition?.title).toMatch(/^(?:Ink|Type|Paper)$/u)
      }),
      { numRuns: 200 }
    )
    expect(conflicts).toBeGreaterThan(0)
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
