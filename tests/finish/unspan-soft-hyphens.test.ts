// What Chromium writes for a soft hyphen goes; what can be seen, and every move of the pen, stays.
import { expect, test } from 'vitest'
import { unspanSoftHyphens } from '../../src/finish/unspan-soft-hyphens.ts'
import { visibleHyphens } from '../../src/finish/visible-hyphens.ts'

const SPAN = '/Span<</ActualText <feff00ad> >> BDC'
const isVisible = (font: string, code: string) => font === 'F7' && code === '09ae'

test.each([
  [
    'a blank',
    `7.39 0 Td <01df> Tj\n${SPAN}\n7.39 0 Td (\\t1) Tj\nEMC\n0 0 Td <01ff> Tj\n`,
    '7.39 0 Td <01df> Tj\n7.39 0 Td 0 0 Td <01ff> Tj\n'
  ],
  ['a blank in digits', `${SPAN}\n<0931> Tj\nEMC\nET`, 'ET'],
  [
    'a blank in another font',
    `${SPAN}\n/F6 28 Tf\n6.86 0 Td (\\t1) Tj\nEMC\n/F5 28 Tf\n0 0 Td <aa> Tj\n`,
    '/F6 28 Tf\n6.86 0 Td /F5 28 Tf\n0 0 Td <aa> Tj\n'
  ],
  ['a bracket as the second byte', `${SPAN}\n1 0 Td (\\t\\)) Tj\nEMC\n2 0 Td`, '1 0 Td 2 0 Td'],
  ['spans that write EMC', `${SPAN}\n(EMC) Tj\nEMC\nET`, 'ET'],
  ['capital digits', `${SPAN.replace('feff00ad', 'FEFF00AD')}\n<09AE> Tj\nEMC\nET`, 'ET']
])('%s goes', (_, content, expected) => {
  expect(unspanSoftHyphens(content, isVisible)).toBe(expected)
})

test.each([
  ['a visible hyphen', `/F7 14 Tf\n${SPAN}\n1 0 Td <09ae> Tj\nEMC\nET`],
  [
    'a visible hyphen in a font of its own',
    `/F5 14 Tf ${SPAN}\n/F7 14 Tf\n1 0 Td <09AE> Tj\nEMC\nET`
  ],
  ['a visible hyphen spelt with escapes', `/F7 14 Tf\n${SPAN}\n1 0 Td (\\t\\256) Tj\nEMC\nET`],
  ['another span', '/Span<</ActualText <feff0041> >> BDC\n(a) Tj\nEMC\nET'],
  ['a span of two blanks', `${SPAN}\n(a) Tj (b) Tj\nEMC\nET`],
  ['plain text', 'BT /F1 9 Tf (one) Tj ET']
])('%s stays', (_, content) => {
  expect(unspanSoftHyphens(content, isVisible)).toBe(content)
})

test('the hyphens of a font are known by its map', () => {
  const map = `2 beginbfchar <0931> <0020> <09AE> <2010> endbfchar
    3 beginbfrange <0010> <0020> <0028> <0100> <0102> <2010> <0200> <0210> <0041> endbfrange`
  expect([...visibleHyphens(map)].toSorted()).toEqual(['0015', '0100', '0101', '09ae'])
  expect([...visibleHyphens('')]).toEqual([])
})
