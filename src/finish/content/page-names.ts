// The resources of pages in, new names out: the same thing has the same short name on every page, so that forms can
// become part of their page. Each page is given only what it uses.
import { createHash } from 'node:crypto'
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef, unpack } from '../../pdf.ts'
import type { PDFDocument, PDFObject } from '../../pdf.ts'
import { glyphWidths } from './glyph-widths.ts'
import type { Face } from './graphics-state.ts'
import type { Matrix } from './matrix.ts'
import { IDENTITY } from './matrix.ts'
import type { Form, Named } from './reader.ts'

/** The names of a document. */
export interface Names {
  document: PDFDocument
  /** New name of each thing. */
  given: Map<PDFObject, string>
  faces: Map<PDFObject, Omit<Face, 'name'> | undefined>
  counts: Map<string, number>
}

/** What a page uses: things by category and new name. */
export type Used = Map<string, Map<string, PDFObject>>

const PREFIX: Readonly<Record<string, string>> = {
  Font: 'F',
  XObject: 'X',
  ExtGState: 'G',
  ColorSpace: 'C',
  Pattern: 'P',
  Shading: 'S'
}
/** The letters before the name of a font that is cut down. */
const SUBSET = /^\/[A-Z]{6}\+/u
/** Digits that tell the few faces and pictures of a document apart. */
const DIGITS = 3
/** Entries of a setting that leave all opaque where they have this value. */
const OPAQUE: ReadonlyMap<string, string> = new Map([
  ['/Type', '/ExtGState'],
  ['/BM', '/Normal'],
  ['/ca', '1'],
  ['/CA', '1'],
  ['/SMask', '/None'],
  ['/AIS', 'false']
])

/** Names for a document, none given yet. */
export function newNames(document: PDFDocument): Names {
  return { document, given: new Map(), faces: new Map(), counts: new Map() }
}

/** The names in one dictionary of resources; what is asked for is entered in `used`. */
export function namesIn(names: Names, resources: PDFDict | undefined, used: Used): Named {
  const find = (category: string, name: string): PDFObject => {
    const found = resources?.lookup(PDFName.of(category))
    const object = found instanceof PDFDict ? found.get(PDFName.of(name.slice(1))) : undefined
    if (!object) throw new Error(`Unexpected name \`${name}\`, expected one of the resources`)
    return object
  }
  const rename = (category: string, name: string) => {
    const object = find(category, name)
    const fresh = nameOf(names, category, object, used)
    used.set(category, (used.get(category) ?? new Map<string, PDFObject>()).set(fresh, object))
    return fresh
  }
  return {
    rename,
    face: (name) => faceOf(names, find('Font', name), rename('Font', name)),
    isOpaque: (name) => {
      const setting = names.document.context.lookup(find('ExtGState', name))
      return setting instanceof PDFDict && leavesOpaque(setting)
    },
    form: (name) => {
      const object = names.document.context.lookup(find('XObject', name))
      return object instanceof PDFRawStream ? formOf(names, object, used) : undefined
    }
  }
}

function give(names: Names, category: string, object: PDFObject): string {
  const before = names.given.get(object)
  if (before !== undefined) return before
  const count = (names.counts.get(category) ?? 0) + 1
  names.counts.set(category, count)
  const name = `/${PREFIX[category] ?? category}${count}`
  names.given.set(object, name)
  return name
}

/**
 * The name of a thing, which goes by what it is: pages that are drawn alike are equal bytes, whatever faces and pictures the
 * pages before them have. Where a page has two that are the same, as fonts of one face, the second has a longer name.
 */
function nameOf(names: Names, category: string, object: PDFObject, used: Used): string {
  const known = names.given.get(object) ?? nameBySelf(names.document, category, object)
  if (known === undefined) return give(names, category, object)
  names.given.set(object, known)
  const taken = used.get(category)
  let name = known
  while (taken?.has(name) && taken.get(name) !== object) name += 'a'
  return name
}

function nameBySelf(
  { context }: PDFDocument,
  category: string,
  object: PDFObject
): string | undefined {
  const thing = context.lookup(object)
  const hash = createHash('sha256')
  if (thing instanceof PDFRawStream) hash.update(thing.contents)
  else if (!(thing instanceof PDFDict)) return undefined
  else if (category === 'Font')
    hash.update(String(thing.lookup(PDFName.of('BaseFont'))).replace(SUBSET, '/'))
  else if (thing.values().some((d) => d instanceof PDFRef)) return undefined
  else hash.update(String(thing))
  return `/${PREFIX[category] ?? category}${hash.digest('hex').slice(0, DIGITS)}`
}

function faceOf({ document, faces }: Names, object: PDFObject, name: string): Face | undefined {
  if (!faces.has(object)) {
    const font = document.context.lookup(object)
    faces.set(object, font instanceof PDFDict ? glyphWidths(font) : undefined)
  }
  const widths = faces.get(object)
  return widths && { ...widths, name }
}

function leavesOpaque(setting: PDFDict): boolean {
  return setting
    .entries()
    .every(([key, value]) => OPAQUE.get(key.toString()) === String(setting.context.lookup(value)))
}

/** A form that may be drawn as part of the page: nothing in it is seen through. */
function formOf(names: Names, stream: PDFRawStream, used: Used): Form | undefined {
  const { dict } = stream
  const box = numbersOf(dict.lookup(PDFName.of('BBox')))
  const isForm = dict.get(PDFName.of('Subtype')) === PDFName.of('Form')
  if (!isForm || box.length !== 4 || dict.has(PDFName.of('OC'))) return undefined
  const resources = dict.lookup(PDFName.of('Resources'))
  const own = resources instanceof PDFDict ? resources : undefined
  const settings = own?.lookup(PDFName.of('ExtGState'))
  const all = settings instanceof PDFDict ? settings.values() : []
  const isSolid = all.every((d) => {
    const setting = dict.context.lookup(d)
    return setting instanceof PDFDict && leavesOpaque(setting)
  })
  if (!isSolid) return undefined
  const matrix = numbersOf(dict.lookup(PDFName.of('Matrix')))
  const [left = 0, bottom = 0, right = 0, top = 0] = box
  return {
    content: contentOf(stream),
    matrix: matrix.length === 6 ? (matrix as unknown as Matrix) : IDENTITY, // six of them
    resources: namesIn(names, own, used),
    box: [left, bottom, right, top]
  }
}

/** What a stream holds, one character a byte. */
export function contentOf(stream: PDFRawStream): string {
  return Buffer.from(unpack(stream)).toString('latin1')
}

function numbersOf(object: PDFObject | undefined): readonly number[] {
  if (!(object instanceof PDFArray)) return []
  return object.asArray().map((_, i) => {
    const item = object.lookup(i)
    return item instanceof PDFNumber ? item.asNumber() : Number.NaN
  })
}
