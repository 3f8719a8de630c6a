// Where names and outline lead after the pages have moved.
import { expect, test } from 'vitest'
import type { Composition } from '../../src/composition.ts'
import { mendNames } from '../../src/finish/mend-names.ts'
import { mendOutline } from '../../src/finish/mend-outline.ts'
import { moveLinks } from '../../src/finish/move-links.ts'
import { newTag } from '../../src/finish/tags/kinds.ts'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef
} from '../../src/pdf.ts'
import type { PDFObject } from '../../src/pdf.ts'

/** A5 on a sheet of 6 × 9 inches. */
const COMPOSITION = { width: 4195.28, height: 5952.76, bleed: 0 } as Composition // all that a sheet needs

function lengths(list: PDFObject | undefined): readonly number[] {
  const all = list instanceof PDFArray ? list.asArray() : []
  return all.flatMap((d) => (d instanceof PDFNumber ? [d.asNumber()] : []))
}

async function named(places: readonly (readonly [number, number])[]) {
  const document = await PDFDocument.create({ updateMetadata: false })
  const page = document.addPage([432, 648]).ref
  const all = places.map(([x, y], i) => [`n${i}`, [page, 'XYZ', x, y, 0]] as const)
  const dests = document.context.obj(Object.fromEntries(all))
  document.catalog.set(PDFName.of('Dests'), document.context.register(dests))
  return { document, placesOf: () => dests.values().map((d) => lengths(d)) }
}

test('names that Chromium left at their full size come back to their pages', async () => {
  const { document, placesOf } = await named([
    [2395.5, -895.5],
    [46.5, 450.75]
  ])
  mendNames(document, COMPOSITION)
  expect(placesOf()[0]?.[0]).toBeCloseTo(319.4, 3)
  expect(placesOf()[0]?.[1]).toBeCloseTo(442.2, 3)
  expect(placesOf()[1]?.[1]).toBeCloseTo(621.7, 3)
})

test('names that stand on their sheets stay', async () => {
  const { document, placesOf } = await named([[319, 442]])
  mendNames(document, COMPOSITION)
  expect(placesOf()).toEqual([[319, 442, 0]])
})

test('names, links and the outline move with the page, each once', async () => {
  const { document, placesOf } = await named([[100, 200]])
  const { context } = document
  const [page] = document.getPages()
  if (!page) throw new Error('one page')
  const shared = context.register(context.obj([page.ref, 'FitH', 50]))
  const link = context.obj({ Subtype: 'Link', Rect: [10, 20, 30, 40], Dest: shared })
  page.node.set(PDFName.of('Annots'), context.obj([context.register(link)]))
  const item = context.obj({ Title: PDFHexString.fromText('A'), Dest: shared })
  context.register(item)
  moveLinks(document, [{ x: 6, y: 7, width: 420, height: 595, bleed: 0 }])
  expect(placesOf()).toEqual([[94, 193, 0]])
  expect(lengths(link.lookup(PDFName.of('Rect')))).toEqual([4, 13, 24, 33])
  expect(lengths(context.lookup(shared))).toEqual([43])
})

test('the title of a heading loses the number of its note, and keeps its own', async () => {
  const document = await PDFDocument.create({ updateMetadata: false })
  const { context } = document
  const [old, other, fresh] = [context.nextRef(), context.nextRef(), context.nextRef()]
  const items = [
    ['Part 11', old],
    ['Part 1', other]
  ].map(([title, SE]) => {
    const item = context.obj({ Title: PDFHexString.fromText(String(title)), SE })
    context.register(item)
    return item
  })
  const thing = { kind: 'thing', page: 0, ref: PDFRef.of(9) } as const
  const call = newTag('Reference', [newTag('Link', [thing])])
  const heading = { ...newTag('H1', [{ kind: 'content', page: 0, number: 0 }, call]), origin: old }
  mendOutline(document, [newTag('Document', [heading])], new Map([[old, fresh]]), () => '1')
  const seen = items.map((d: PDFDict) => [
    d.lookup(PDFName.of('Title'), PDFHexString).decodeText(),
    d.get(PDFName.of('SE'))
  ])
  expect(seen).toEqual([
    ['Part 1', fresh],
    ['Part 1', undefined]
  ])
})
