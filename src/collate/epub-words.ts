// The words of an e-book, read from the finished file in the order of its spine: the text of its chapters with the note
// calls in it, and each note. Title page, imprint, contents and colophon are ours and stand apart.
import JSZip from 'jszip'
import { callMark, cutWords, lettersOf } from './words.ts'
import type { Word } from './words.ts'
import { walkXml } from './xml-text.ts'
import type { Tag } from './xml-text.ts'

/** What the e-book says. */
export interface EpubWords {
  body: readonly Word[]
  /** By the number that the reader sees at its first call. */
  notes: ReadonlyMap<number, readonly Word[]>
  /** By the same number, the words in brackets that tell the source of a note: the EPUB alone has them. */
  sources: ReadonlyMap<number, readonly Word[]>
  /** Names of notes that no call leads to. */
  uncalled: readonly string[]
  /** Letters of the pages that the front matter made. */
  front: string
}

/** One element that is open: what its text is part of. */
interface Frame {
  part: 'nothing' | 'text' | 'call' | 'note' | 'source'
  note?: string
}

/** One file of the spine, read. */
interface Chapter {
  isBody: boolean
  text: string
  /** Text of each note, by `file#id`. */
  notes: ReadonlyMap<string, string>
  /** Text of the sources in each note. */
  sources: ReadonlyMap<string, string>
  /** Where each call leads, and the number it shows, in order. */
  calls: readonly { target: string; number: string }[]
}

const INLINE = new Set(
  'a abbr b bdi bdo cite code del dfn em i img ins kbd mark q s samp small span strong sub sup u var wbr'.split(
    ' '
  )
)
const CHAPTER = /(?:^|\s)(?:chapter|bodymatter)(?:\s|$)/u
const NOTE = /(?:^|\s)(?:footnote|endnote|rearnote)(?:\s|$)/u
const SOURCE = /(?:^|\s)source(?:\s|$)/u
const APART = /(?:^|\s)(?:footnotes|endnotes|rearnotes|backlink|doc-backlink)(?:\s|$)/u

/** @param bytes an EPUB that the press has made */
export async function epubWords(bytes: Uint8Array): Promise<EpubWords> {
  const zip = await JSZip.loadAsync(bytes)
  const read = async (path: string): Promise<string> => {
    const entry = zip.file(path)
    if (!entry) throw new Error(`The e-book has no file ${path}`)
    return entry.async('string')
  }
  const chapters: Chapter[] = []
  for (const path of await spineOf(read)) chapters.push(readChapter(await read(path), path))
  const body = chapters.filter((d) => d.isBody)
  const front = chapters.filter((d) => !d.isBody)
  const texts = new Map(chapters.flatMap((d) => [...d.notes]))
  const told = new Map(chapters.flatMap((d) => [...d.sources]))
  const notes = new Map<number, readonly Word[]>()
  const sources = new Map<number, readonly Word[]>()
  for (const { target, number } of [...front, ...body].flatMap((d) => d.calls)) {
    const text = texts.get(target)
    if (text !== undefined) {
      notes.set(Number(number), cutWords(text))
      sources.set(Number(number), cutWords(told.get(target) ?? ''))
    }
    texts.delete(target)
  }
  return {
    body: body.flatMap((d) => cutWords(d.text)),
    notes,
    sources,
    uncalled: [...texts.keys()],
    front: front.map((d) => lettersOf(d.text)).join(' ')
  }
}

/** Paths of the chapters, in reading order. */
async function spineOf(read: (path: string) => Promise<string>): Promise<string[]> {
  let record = ''
  const paths = new Map<string, string>()
  const spine: string[] = []
  const open = ({ name, attributes }: Tag) => {
    const value = (key: string) => attributes.get(key) ?? ''
    if (name === 'rootfile') record ||= value('full-path')
    if (name.endsWith('item')) paths.set(value('id'), resolve(value('href'), record))
    if (name.endsWith('itemref')) spine.push(paths.get(value('idref')) ?? value('idref'))
  }
  const listener = { open, close: () => undefined, text: () => undefined }
  walkXml(await read('META-INF/container.xml'), listener)
  walkXml(await read(record), listener)
  return spine
}

/** The path inside the zip that an address leads to, `#…` included. */
function resolve(address: string, from: string): string {
  const url = new URL(address, new URL(encodeURI(from), 'epub:/'))
  return `${decodeURIComponent(url.pathname.slice(1))}${decodeURIComponent(url.hash)}`
}

function readChapter(xml: string, path: string): Chapter {
  const frames: Frame[] = []
  const notes = new Map<string, string>()
  const sources = new Map<string, string>()
  const calls: { target: string; number: string }[] = []
  let text = ''
  let isBody = false
  const here = (): Frame => frames.at(-1) ?? { part: 'text' }
  const add = (piece: string): void => {
    const { part, note } = here()
    const call = calls.at(-1)
    if (part === 'text') text += piece
    if (part === 'note' && note !== undefined) notes.set(note, (notes.get(note) ?? '') + piece)
    if (part === 'source' && note !== undefined)
      sources.set(note, (sources.get(note) ?? '') + piece)
    if (part === 'call' && call) call.number += piece.trim()
  }
  walkXml(xml, {
    open(tag) {
      const type = tag.attributes.get('epub:type') ?? ''
      isBody ||= tag.name !== 'a' && CHAPTER.test(type) // A landmark is an `a` of the same type.
      if (!INLINE.has(tag.name)) add('\n')
      const frame = frameOf(tag, type, here(), path)
      if (frame.part === 'note' && frame.note !== undefined && !notes.has(frame.note))
        notes.set(frame.note, '')
      if (frame.part === 'call' && here().part !== 'call') {
        const target = resolve(tag.attributes.get('href') ?? '', path)
        calls.push({ target, number: '' })
      }
      frames.push(frame)
    },
    close(name) {
      const closed = frames.pop()
      if (closed?.part === 'call' && here().part !== 'call')
        add(callMark(calls.at(-1)?.number ?? ''))
      if (!INLINE.has(name)) add('\n')
    },
    text: add
  })
  return { isBody, text, notes, sources, calls }
}

/** What an element's text is part of, by its type and by the element around it. */
function frameOf({ name, attributes }: Tag, type: string, around: Frame, path: string): Frame {
  if (around.part === 'call' || name === 'head')
    return name === 'head' ? { part: 'nothing' } : around
  if (NOTE.test(type)) return { part: 'note', note: `${path}#${attributes.get('id') ?? ''}` }
  if (APART.test(type) || APART.test(attributes.get('role') ?? '')) return { part: 'nothing' }
  if (/(?:^|\s)noteref(?:\s|$)/u.test(type) && around.part !== 'nothing') return { part: 'call' }
  if (name === 'span' && around.part === 'note' && SOURCE.test(attributes.get('class') ?? ''))
    return { ...around, part: 'source' }
  return around
}
