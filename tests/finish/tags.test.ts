// Tags as Chromium makes them, tags as they must be: written in one line a tree, `P 0 1` for a paragraph of two pieces.
import * as fc from 'fast-check'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { finish } from '../../src/finish.ts'
import { joinContinued } from '../../src/finish/tags/join-continued.ts'
import { newTag } from '../../src/finish/tags/kinds.ts'
import { mendFigures } from '../../src/finish/tags/mend-figures.ts'
import { mendLists } from '../../src/finish/tags/mend-lists.ts'
import { placeNotes } from '../../src/finish/tags/place-notes.ts'
import { pruneWrappers } from '../../src/finish/tags/prune-wrappers.ts'
import type { Kid, Tag } from '../../src/finish/tags/read-tags.ts'
import {
  openPdf,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
  unpack
} from '../../src/pdf.ts'
import type { PDFContext, PDFObject } from '../../src/pdf.ts'
import { EDITION } from './edition.ts'

/** A tag: its type, then its kids; numbers are content, and strings lead to the place of that name. */
type Tree = readonly [string, ...(Tree | number | string)[]]

const links = new Map<PDFRef, string>()

/** `Note:12` is the tag of note 12, `P+` a paragraph that goes on, `Figure!` one with a description. */
function tagOf([name, ...kids]: Tree): Tag {
  const [type = '', note] = name.replace(/[+!]$/u, '').split(':')
  return {
    ...newTag(type, kids.map(kidOf)),
    note,
    continued: name.endsWith('+'),
    entries: new Map(name.endsWith('!') ? [['Alt', PDFString.of('a dot')]] : [])
  }
}

function kidOf(kid: Tree | number | string): Kid {
  if (typeof kid === 'number') return { kind: 'content', page: 0, number: kid }
  if (typeof kid !== 'string') return tagOf(kid)
  const ref = PDFRef.of(links.size + 1)
  links.set(ref, kid)
  return { kind: 'thing', page: 0, ref }
}

function lineOf(kid: Kid): string {
  if (kid.kind === 'content') return String(kid.number)
  if (kid.kind === 'thing') return `→${links.get(kid.ref) ?? ''}`
  const alt = kid.entries.has('Alt') ? '!' : ''
  return `${kid.type}${alt}(${kid.kids.map(lineOf).join(' ')})`
}

const written = (tags: readonly Kid[]) => tags.map(lineOf).join(' ')

test.each<[string, Tree, string]>([
  ['a paragraph of lines', ['P', ['NonStruct', 0], ['NonStruct', 1]], 'P(0 1)'],
  ['a page', ['Document', ['NonStruct', ['P', 0], ['H1', 1]]], 'Document(P(0) H1(1))'],
  [
    'bare words',
    ['Document', ['NonStruct', ['NonStruct', 0], ['NonStruct', 1]]],
    'Document(P(0 1))'
  ],
  [
    'words by blocks',
    ['Document', ['NonStruct', ['P', 0], ['NonStruct', 1]]],
    'Document(P(0) P(1))'
  ],
  ['two bare boxes', ['Document', ['NonStruct', 0], ['NonStruct', 1]], 'Document(P(0) P(1))'],
  ['a call', ['P', ['NonStruct', ['NonStruct', 0], 'note-1']], 'P(Link(0 →note-1))'],
  ['a note', ['Document', ['NonStruct:1', ['P', 0]]], 'Document(Note(P(0)))'],
  ['code', ['Document', ['NonStruct', ['Code', ['NonStruct', 0]]]], 'Document(P(Code(0)))'],
  ['a cell', ['TR', ['TD', ['NonStruct', 0]], ['TD']], 'TR(TD(0) TD())']
])('wrappers: %s', (_, tree, expected) => {
  expect(written(pruneWrappers([tagOf(tree)]))).toBe(expected)
})

test.each<[string, Tree, string]>([
  ['a bullet', ['LI', ['Lbl', 0], ['P', 1]], 'LI(Lbl(0) LBody(P(1)))'],
  ['a label that was set', ['LI', ['NonStruct', 0], ['P', 1]], 'LI(Lbl(0) LBody(P(1)))'],
  ['no label', ['LI', ['P', 0], ['L', ['LI', ['P', 1]]]], 'LI(LBody(P(0) L(LI(LBody(P(1))))))'],
  ['words alone', ['LI', ['NonStruct', 0]], 'LI(LBody(NonStruct(0)))'],
  ['a link is no label', ['LI', ['NonStruct', 0, 'x'], ['P', 1]], 'LI(LBody(NonStruct(0 →x) P(1)))']
])('lists: %s', (_, tree, expected) => {
  expect(lineOf(mendLists(tagOf(tree)))).toBe(expected)
})

test.each<[string, Tree, string]>([
  ['a picture', ['Figure!', 0], 'Figure!(0)'],
  ['with a caption', ['Figure', ['Figure!', 0], ['P', 1]], 'Figure!(0 Caption(1))'],
  ['two pictures', ['Figure', ['Figure!', 0], ['Figure!', 1]], 'Div(Figure!(0) Figure!(1))']
])('figures: %s', (_, tree, expected) => {
  expect(lineOf(mendFigures(tagOf(tree)))).toBe(expected)
})

test.each<[string, readonly Tree[], string]>([
  [
    'a paragraph',
    [
      ['P', 0],
      ['P+', 1]
    ],
    'P(0 1)'
  ],
  [
    'over three pages',
    [
      ['P', 0],
      ['P+', 1],
      ['P+', 2],
      ['P', 3]
    ],
    'P(0 1 2) P(3)'
  ],
  [
    'a quotation',
    [
      ['BlockQuote', ['P', 0]],
      ['BlockQuote', ['P+', 1], ['P', 2]]
    ],
    'BlockQuote(P(0 1) P(2))'
  ],
  [
    'a list at an item',
    [
      ['L', ['LI', 0]],
      ['L+', ['LI', 1]]
    ],
    'L(LI(0) LI(1))'
  ],
  [
    'a list within an item',
    [
      ['L', ['LI', ['LBody', ['P', 0]]]],
      ['L+', ['LI+', ['LBody', ['P+', 1]]], ['LI', 2]]
    ],
    'L(LI(LBody(P(0 1))) LI(2))'
  ],
  [
    'the rest of a quotation',
    [
      ['BlockQuote', ['P', 0]],
      ['P+', 1]
    ],
    'BlockQuote(P(0 1))'
  ],
  [
    'nothing before',
    [
      ['P+', 0],
      ['P', 1]
    ],
    'P(0) P(1)'
  ],
  [
    'another kind',
    [
      ['H1', 0],
      ['P+', 1]
    ],
    'H1(0) P(1)'
  ]
])('page turns: %s', (_, trees, expected) => {
  expect(written(joinContinued(trees.map(tagOf)))).toBe(expected)
})

const CALL: Tree = ['Link', 1, 'note-1']
const NOTE: Tree = ['Note:1', ['P', ['Link', 8, 'call-1'], 9]]
test.each<[string, Tree, string]>([
  [
    'behind the paragraph',
    ['Document', ['P', 0, CALL, 2], ['P', 3], NOTE],
    'Document(P(0 Reference(Link(1 →note-1)) 2) Note(Lbl(Link(8 →call-1)) P(9)) P(3))'
  ],
  [
    'behind a paragraph that goes on, of which it stood in the middle',
    ['Document', ['P', 0, CALL], NOTE, ['P+', 2]],
    'Document(P(0 Reference(Link(1 →note-1)) 2) Note(Lbl(Link(8 →call-1)) P(9)))'
  ],
  [
    'in one, of two parts',
    ['Document', ['P', CALL], NOTE, ['P', 2], ['Note:1', ['P+', 10], ['P', 11]]],
    'Document(P(Reference(Link(1 →note-1))) Note(Lbl(Link(8 →call-1)) P(9 10) P(11)) P(2))'
  ],
  [
    'out of a quotation and a table',
    ['Document', ['BlockQuote', ['P', CALL], ['P', 2]], NOTE],
    'Document(BlockQuote(P(Reference(Link(1 →note-1))) P(2)) Note(Lbl(Link(8 →call-1)) P(9)))'
  ],
  [
    'within an item',
    ['Document', ['L', ['LI', ['LBody', ['P', CALL]]], ['LI', ['LBody', ['P', 2]]]], NOTE],
    'Document(L(LI(LBody(P(Reference(Link(1 →note-1))) Note(Lbl(Link(8 →call-1)) P(9)))) LI(LBody(P(2)))))'
  ],
  [
    'at the end without a call',
    ['Document', NOTE, ['P', ['Link', 1, 'note-11']]],
    'Document(P(Link(1 →note-11)) Note(Lbl(Link(8 →call-1)) P(9)))'
  ]
])('notes: %s', (_, tree, expected) => {
  const placed = placeNotes([tagOf(tree)], ({ ref }) => links.get(ref))
  expect(written(placed)).toBe(expected)
})

const TYPES = ['NonStruct', 'P', 'BlockQuote', 'L', 'LI', 'Link', 'Table', 'TD', 'Figure', 'H1']
const LANGUAGES = ['', '', '', 'en-GB', 'de', 'en-GB-x-cont', 'de-x-note-1', 'en-GB-x-note-2']
const PAGES = 3

const isContent = (choice: number) => choice % 3 === 0
const isLost = (choice: number) => choice % 7 === 0

/** A PDF whose marked content, one letter each, hangs somewhere in a tree; some hangs nowhere. */
async function pdfOf(choices: readonly number[]): Promise<VFile> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const { context, catalog } = document
  const root = context.register(context.obj({ Type: 'StructTreeRoot' }))
  const tags = [context.obj({ S: 'Document', P: root, K: [] })]
  const refs = [context.register(tags[0] ?? context.obj({}))]
  const pages = Array.from({ length: PAGES }, () => document.addPage([432, 648]))
  const shown: string[][] = pages.map(() => [])
  for (const [i, choice] of choices.entries()) {
    const parent = choice % tags.length
    const kids = tags[parent]?.lookup(PDFName.of('K'), PDFArray)
    const page = (choice >> 4) % PAGES
    if (isContent(choice)) {
      const number = shown[page]?.length ?? 0
      shown[page]?.push(`/P <</MCID ${number}>>BDC BT /F1 9 Tf ${i} 9 Td (a) Tj ET EMC`)
      if (!isLost(choice))
        kids?.push(context.obj({ Type: 'MCR', Pg: pages[page]?.ref, MCID: number }))
    } else {
      const language = LANGUAGES[(choice >> 8) % LANGUAGES.length] ?? ''
      const tag = context.obj({
        S: TYPES[(choice >> 6) % TYPES.length],
        P: refs[parent],
        K: [],
        ...(language && { Lang: PDFString.of(language) })
      })
      const ref = context.register(tag)
      tags.push(tag)
      refs.push(ref)
      kids?.push(ref)
    }
  }
  const letter = { Type: 'Font', Subtype: 'Type1', FirstChar: 97, LastChar: 97, Widths: [500] }
  for (const [i, { node }] of pages.entries()) {
    node.set(PDFName.of('Resources'), context.obj({ Font: { F1: letter } }))
    const stream = context.flateStream(shown[i]?.join('\n') ?? '')
    node.set(PDFName.of('Contents'), context.register(stream))
  }
  context.lookup(root, PDFDict).set(PDFName.of('K'), refs[0] ?? context.obj([]))
  catalog.set(PDFName.of('StructTreeRoot'), root)
  const value = await document.save({ addDefaultPage: false })
  return new VFile({ path: 'read.pdf', value, data: { edition: EDITION } })
}

/** The pieces that hang in a tree, as `page:number`, with the tag of each. */
function reached(context: PDFContext, tag: PDFDict, ref: PDFRef): [string, PDFRef][] {
  const kids = tag.lookup(PDFName.of('K'))
  const list = kids instanceof PDFArray ? kids.asArray() : [tag.get(PDFName.of('K'))]
  return list.flatMap((kid): [string, PDFRef][] => {
    const own = tag.get(PDFName.of('Pg'))
    if (kid instanceof PDFNumber) return [[`${String(own)}:${kid.asNumber()}`, ref]]
    const dict = kid instanceof PDFRef ? context.lookup(kid) : kid
    if (!(dict instanceof PDFDict)) return []
    if (kid instanceof PDFRef) {
      expect(dict.get(PDFName.of('P'))).toBe(ref)
      return reached(context, dict, kid)
    }
    const number = dict.lookup(PDFName.of('MCID'), PDFNumber).asNumber()
    return [[`${String(dict.get(PDFName.of('Pg')) ?? own)}:${number}`, ref]]
  })
}

test('every piece of a page hangs in the tree once, and leads to its tag', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(4095), { maxLength: 40 }), async (choices) => {
      const file = await finish(await pdfOf(choices), new Date(0))
      const document = await openPdf(file)
      const { context, catalog } = document
      const ref = catalog.get(PDFName.of('StructTreeRoot')) as PDFRef // finish has registered it
      const root = context.lookup(ref, PDFDict)
      const found = new Map(reached(context, root, ref))
      expect(found.size).toBe(reached(context, root, ref).length)
      const parents = numbersOf(root.lookup(PDFName.of('ParentTree'), PDFDict))
      const pieces = document.getPages().flatMap((page) => {
        const own = page.node.lookup(PDFName.of('StructParents'))
        const list = own instanceof PDFNumber ? parents.get(own.asNumber()) : undefined
        return numbersIn(page.node.Contents()).map((number) => {
          const parent = list instanceof PDFRef ? context.lookup(list, PDFArray).get(number) : list
          return [`${String(page.ref)}:${number}`, parent] as const
        })
      })
      expect(new Map(pieces)).toEqual(found)
      const tagged = choices.filter((d) => isContent(d) && !isLost(d))
      const letters = document.getPages().map(({ node }) => lettersIn(node.Contents()))
      expect(letters.reduce((sum, d) => sum + d, 0)).toBe(tagged.length)
    }),
    { numRuns: 60 }
  )
})

function numbersOf(tree: PDFDict): ReadonlyMap<number, PDFObject> {
  const list = tree.lookup(PDFName.of('Nums'), PDFArray).asArray()
  return new Map(
    list.flatMap((d, i) => {
      const value = list[i + 1]
      return i % 2 === 0 && d instanceof PDFNumber && value ? [[d.asNumber(), value] as const] : []
    })
  )
}

function textOf(contents: PDFObject | undefined): string {
  return contents instanceof PDFRawStream ? Buffer.from(unpack(contents)).toString('latin1') : ''
}

function numbersIn(contents: PDFObject | undefined): readonly number[] {
  return [...textOf(contents).matchAll(/\/MCID (\d+)/gu)].map((d) => Number(d[1]))
}

/** How many letters have a tag. */
function lettersIn(contents: PDFObject | undefined): number {
  const pieces = [...textOf(contents).matchAll(/\/MCID \d+>>BDC(.*?)EMC/gsu)]
  const strings = pieces.flatMap((d) => [...(d[1] ?? '').matchAll(/\(([^)]*)\)/gu)])
  return strings.reduce((sum, d) => sum + (d[1] ?? '').length, 0)
}
