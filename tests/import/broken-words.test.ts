import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../src/import/broken-words.ts'
import { judgeBreak } from '../../src/import/broken-words.ts'
import { englishWords } from '../../src/import/english-words.ts'
import { countWords } from '../../src/import/word-evidence.ts'

const lexicon = await englishWords()

function judge(left: string, right: string, text = '', list = lexicon): Verdict {
  return judgeBreak(left, right, countWords([text]), list)
}

describe('breaks that any English text shows', () => {
  it.each([
    ['lost her bal', 'ance on', 'join'],
    ['the regis', 'tration of', 'join'],
    ['the morn', 'ing post', 'join'],
    ['they went with', 'out a word', 'join'],
    ['he could not under', 'stand', 'join'],
    ['of noth', 'ing else', 'join'],
    ['a gentle', 'man of', 'join'],
    ['the lat', 'ter half', 'join'],
    ['unaccount', 'ably late', 'join'],
    ['her self', 'interest', 'keep'],
    ['a well', 'known road', 'keep'],
    ['the blue', 'eyed boy', 'keep'],
    ['a half', 'eaten loaf', 'keep'],
    ['my mother-in', 'law', 'keep'],
    ['a self', 'devouring-thing', 'keep'],
    ['some twenty', 'one days', 'keep'],
    ['about one', 'third of', 'keep'],
    ['in 1960', 'era dress', 'keep'],
    ['the Anglo', 'Saxon name', 'keep'],
    ['poor Jean', 'Jacques', 'keep'],
    ['an un', 'American act', 'keep'],
    ['a b', 'b-but', 'keep'],
    ['the AFL', 'CIO', 'keep'],
    ['an un', 'explored cave', 'join'],
    ['its capa', 'city', 'join'],
    ['an ig', 'noble end', 'join'],
    ['the sol', 'diery', 'join'],
    ['a counter', 'feit coin', 'join'],
    ['the work', 'shop', 'join'],
    ['he asked them', 'selves', 'join']
  ])('%s- | %s: %s, and sure', (left, right, form) => {
    expect(judge(left, right)).toMatchObject({ form, sure: true })
  })
})

describe('the words of the text speak first', () => {
  it.each([
    ['bed', 'room', 'join', 'Her bedroom was cold, and every bedroom was.'],
    ['bed', 'room', 'keep', 'Her bed-room was cold, and every bed-room was.'],
    ['to', 'day', 'keep', 'Not to-day, she said; to-day is for tea.'],
    ['Ro', 'wanoak', 'join', 'So Rowanoak stood; Rowanoak never fell.'],
    ['quin', 'quomp', 'join', 'A quinquomp is a quinquomp.']
  ])('%s- | %s: %s', (left, right, form, text) => {
    const verdict = judge(left, right, text)
    expect(verdict).toMatchObject({ form, sure: true })
    expect(verdict.why).toMatch(/stands elsewhere in the text$/u)
  })

  it('asks where both forms are usual and the text has neither, and names the likelier', () => {
    const verdict = judge('the plough', 'share rusts')
    expect(verdict.sure).toBe(false)
    expect(['join', 'keep']).toContain(verdict.form)
    expect(verdict.why).not.toBe('')
  })

  it.each([
    ['a modern text', 'Today anyone may call, but someone must tonight.', true],
    ['an old text', 'A bed-room, a down-stair hall, a to-night, and a bed-side door-way.', false]
  ])('joins `every-one` surely in %s: %s', (_, text, sure) => {
    expect(judge('not every', 'one came', text).sure).toBe(sure)
    expect(judge('not every', 'one came', text).form).toBe('join')
  })

  it('does not count the broken word itself', () => {
    const words = countWords(['the bal-\nance of a self-', 'interest'])
    expect([...words.closed.keys()]).toEqual(['the', 'of', 'a'])
    expect(words.hyphenated.size).toBe(0)
  })
})

describe('a language whose words are not known', () => {
  const none: ReadonlySet<string> = new Set()
  it.each([
    ['Abend', 'brot', 'Das Abendbrot war kalt.', 'join', true],
    ['Nord', 'Ost', 'Nach Nordost.', 'keep', true],
    ['vis-à', 'vis', 'Er saß vis-à-vis.', 'keep', true],
    ['Schnee', 'eule', 'Der Winter kam.', 'join', false],
    ['peut', 'être', 'On peut y être.', 'keep', false]
  ] as const)('%s- | %s in %s: %s', (left, right, text, form, sure) => {
    expect(judge(left, right, text, none)).toMatchObject({ form, sure })
  })
})

describe('any two strings', () => {
  it('are judged without an error, and alike each time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.boolean(),
        (left, right, english) => {
          const list = english ? lexicon : new Set<string>()
          const verdict = judge(left, right, `${left} ${right}`, list)
          expect(['join', 'keep']).toContain(verdict.form)
          expect(judge(left, right, `${left} ${right}`, list)).toEqual(verdict)
        }
      ),
      { numRuns: 500 }
    )
  })

  it('are judged by their ends alone, however long they are', () => {
    const [left, right] = ['a'.repeat(1_000_000), 'b'.repeat(1_000_000)]
    expect(judge(`${left} bal`, `ance ${right}`)).toEqual(judge('bal', 'ance'))
    expect(judge(left, right).form).toMatch(/join|keep/u)
    expect(countWords([left + '-'.repeat(1_000_000) + right]).closed.size).toBe(2)
  })
})
