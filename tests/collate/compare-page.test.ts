// A page of the PDF beside the page of the layout, where the PDF cannot say all letters or has them in another order.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparePage } from '../../src/collate/compare-page.ts'
import { runsRightToLeft } from '../../src/collate/drawn-letters.ts'
import type { Page } from '../../src/pages.ts'

const ASCII = new Set(Array.from({ length: 127 }, (_, code) => code))
const ROMAN = new Set([...ASCII, 0xe9, 0x301, 0xb2])
const drawing = { faces: [ROMAN, ASCII], turned: runsRightToLeft }

function pageOf(text: string): Page {
  return { number: 1, folio: '1', side: 'recto', head: '', blocks: [text], notes: [] }
}

/** What the comparison says is lost or too many; nothing when the page shows what it should. */
function fault(text: string, shown: string): string | undefined {
  const difference = comparePage(pageOf(text), `${shown}\n1`, drawing)
  return difference && `-${difference.lost} +${difference.extra}`
}

describe('letters that no face has', () => {
  test.each([
    ['a box', 'See 漢字 here', 'See \uFFFC\uFFFC here'],
    ['nothing', 'See 漢字 here', 'See  here'],
    ['another face', 'See 漢字 here', 'See 漢字 here'],
    ['another letter than was meant', 'See \uE000 here', 'See \uE001 here'],
    [
      'several boxes for one',
      'See 👩\u200D👧 1\uFE0F\u20E3 here',
      'See \uFFFC\uFFFC\uFFFC 1\uFFFC here'
    ],
    ['beside one that only some faces have', 'See 漢x² end 12', 'See \uFFFCx\uFFFC end 12'],
    ['beside a direction mark', 'A \u202Db\u202C c', 'A b c'],
    ['a box for the letter too', 'Key 1\uFE0F\u20E3 here', 'Key \uFFFC\uFFFC here'],
    ['a letter and its accent', 'Cafe\u0301, café', 'Café, cafe\u0301']
  ])('may be %s on the paper', (_, text, shown) => {
    expect(fault(text, shown)).toBeUndefined()
  })

  test.each([
    ['before', 'One 漢字 three four', 'On \uFFFC\uFFFC three four', '-One +'],
    ['behind', 'One 漢字 three four', 'One \uFFFC\uFFFC four', '-three +'],
    ['doubled', 'One 漢字 three', 'One \uFFFC\uFFFC three three', '- +three']
  ])('hide no loss: %s', (_, text, shown, said) => {
    expect(fault(text, shown)).toBe(said)
  })
})

describe('lines from right to left', () => {
  test('are painted in another order', () => {
    expect(fault('Say \u202Eevil not\u202C end', 'Say ton live end')).toBeUndefined()
    expect(fault('שלום one עולם two', 'two \uFFFC one \uFFFC')).toBeUndefined()
    expect(fault('x² \u202Eevil\u202C x²', 'x\uFFFC live x\uFFFC')).toBeUndefined()
  })

  test('and hide no loss', () => {
    expect(fault('Say \u202Eevil not\u202C end', 'Say ton liv end')).toBeDefined()
    expect(fault('Say \u202Eevil not\u202C end', 'Say ton live live end')).toBeDefined()
    expect(fault('Say \u202Eevil not\u202C 漢 end', 'Say ton li \uFFFC end')).toBeDefined()
    expect(fault('Say evil not end', 'Say ton live end')).toBeDefined()
  })
})

test('a ligature that cannot be read is as many letters as it takes', () => {
  expect(fault('The offing', '\uFFFCe o\uFFFCng')).toBeUndefined()
  expect(fault('The offing is', '\uFFFCe o\uFFFCng')).toBe('-is +')
})

const word = fc.stringMatching(/^[a-j]{1,6}$/u)

test('a lost or doubled word is found on any page', () => {
  const words = fc.array(fc.oneof(word, fc.constantFrom('漢', 'שלום', '✓')), { minLength: 1 })
  fc.assert(
    fc.property(words, words, fc.stringMatching(/^[k-p]{1,6}$/u), (before, after, lost) => {
      const draw = (list: readonly string[]) => list.join(' ').replace(/[^ -~]/gu, '\uFFFC')
      const text = [...before, lost, ...after].join(' ')
      const whole = [draw(before), lost, draw(after)]
      expect(fault(text, whole.join(' '))).toBeUndefined()
      expect(fault(text, whole.toSpliced(1, 1).join(' '))).toBeDefined()
      expect(fault(text, whole.toSpliced(1, 0, lost).join(' '))).toBeDefined()
    })
  )
})
