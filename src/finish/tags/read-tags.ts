// The structure tree of a document in (ISO 32000-1, 14.7), plain tags out. Print tells by the language of an element
// what no tag of Chromium says: `en-GB-x-note-12` is note 12, `en-GB-x-cont` goes on from the page before. Both are read
// off and taken away.
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString
} from '../../pdf.ts'
import type { PDFDocument, PDFObject } from '../../pdf.ts'

/** What stands in a tag. */
export type Kid = Tag | Content | Thing

/** A tag, such as a paragraph. */
export interface Tag {
  kind: 'tag'
  type: string
  /** BCP 47 tag of its language, where it is not that of the tag around it. */
  language: string | undefined
  /** Label of the note that it is, or of which it is a part. */
  note: string | undefined
  /** It goes on from the page before. */
  continued: boolean
  /** Entries that are kept as they are: attributes, `Alt`, `ID`. */
  entries: ReadonlyMap<string, PDFObject>
  /** By which the outline knows it; undefined for one that was made here. */
  origin: PDFRef | undefined
  kids: readonly Kid[]
}

/** A piece of marked content. */
export interface Content {
  kind: 'content'
  /** Page from 0, and its number there (MCID). */
  page: number
  number: number
}

/** A thing that is no content, such as the area of a link. */
export interface Thing {
  kind: 'thing'
  page: number
  ref: PDFRef
}

const KEPT = ['A', 'C', 'Alt', 'ActualText', 'E', 'ID', 'T', 'R'].map((d) => PDFName.of(d))
const MARK = /-x-(?:note-(?<note>[A-Za-z\d-]+)|(?<cont>cont(?:-\d+)?))$/u
const [K, PG, S] = ['K', 'Pg', 'S'].map((d) => PDFName.of(d)) as [PDFName, PDFName, PDFName] // three in, three out
const DEEPEST = 500

/** The tags at the root of a document; undefined when it has no tree. */
export function readTags(document: PDFDocument): readonly Tag[] | undefined {
  const { context, catalog } = document
  const root = catalog.lookup(PDFName.of('StructTreeRoot'))
  if (!(root instanceof PDFDict)) return undefined
  const pages = new Map(document.getPages().map((d, i) => [d.ref, i]))
  const seen = new Set<PDFObject>()
  return kidsOf(root, -1, 0).filter((d) => d.kind === 'tag')

  function kidsOf(dict: PDFDict, page: number, depth: number): readonly Kid[] {
    const object = dict.lookup(K)
    const list = object instanceof PDFArray ? object.asArray() : [dict.get(K)]
    return list.flatMap((d) => readKid(d, page, depth + 1) ?? [])
  }

  function readKid(object: PDFObject | undefined, page: number, depth: number): Kid | undefined {
    const dict = object instanceof PDFRef ? context.lookup(object) : object
    if (dict instanceof PDFNumber) return { kind: 'content', page, number: dict.asNumber() }
    if (!(dict instanceof PDFDict) || seen.has(dict) || depth > DEEPEST) return undefined
    seen.add(dict)
    const own = dict.get(PG)
    const here = own instanceof PDFRef ? (pages.get(own) ?? page) : page
    const number = dict.lookup(PDFName.of('MCID'))
    if (number instanceof PDFNumber)
      return { kind: 'content', page: here, number: number.asNumber() }
    const ref = dict.get(PDFName.of('Obj'))
    if (ref instanceof PDFRef) return { kind: 'thing', page: here, ref }
    const type = dict.lookup(S)
    if (!(type instanceof PDFName)) return undefined
    return {
      kind: 'tag',
      type: type.decodeText(),
      ...marksOf(dict),
      origin: object instanceof PDFRef ? object : undefined,
      entries: new Map(
        KEPT.flatMap((key) => {
          const value = dict.get(key)
          return value ? [[key.decodeText(), value] as const] : []
        })
      ),
      kids: kidsOf(dict, here, depth)
    }
  }
}

function marksOf(dict: PDFDict): Pick<Tag, 'language' | 'note' | 'continued'> {
  const value = dict.lookup(PDFName.of('Lang'))
  const text =
    value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined
  const mark = MARK.exec(text ?? '')?.groups
  return {
    language: text?.replace(MARK, ''),
    note: mark?.note,
    continued: mark?.cont !== undefined
  }
}
