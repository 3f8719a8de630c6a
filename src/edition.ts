// The front matter: YAML text in, an `Edition` out. It is the edition's only record; what a page looks like belongs to
// styles/. Nothing in it can name a program, an address to fetch or a file to write (promise P4), so every key is
// known, every value is plain text or a list of it, and YAML's tags are refused.
import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import type { Document } from 'yaml'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { KEYS } from './edition/keys.ts'
import type { Key } from './edition/keys.ts'
import {
  readBleed,
  readDesignName,
  readFit,
  readHyphenation,
  readPurist
} from './edition/setting.ts'
import type { StopKey } from './edition/stop.ts'
import { readTrim } from './edition/trim.ts'
import type { Trim } from './edition/trim.ts'
import { failAt } from './failure.ts'
import { nearest } from './nearest.ts'

export type { Trim } from './edition/trim.ts'

/** What the title page, the imprint and the catalogue say of an edition. */
export interface Edition {
  /** The title, without its note call. */
  title: string
  /** What stands under the title. */
  subtitle?: string
  /** The number of the part, where the text is one of several. */
  part?: string
  /** Who wrote the text, in the order of the title page. */
  authors: readonly string[]
  /** BCP 47 tag of the text's language, such as `en-GB`. */
  language: string
  /** Day of the edition, `YYYY-MM-DD`, or only its month or year; read in UTC. */
  date?: string
  /** Who publishes the edition. */
  publisher?: string
  /** Town of the publisher. */
  place?: string
  /** What the imprint says of copying; nothing is said when this is missing. */
  rights?: string
  /** ISBN or URN; made from title and authors when missing. */
  identifier?: string
  /** Where the text stood before. */
  sourcePublication?: string
  /** Label of the note that the title calls. */
  titleNote?: string
  /** The mark after the last word, such as `●`. */
  endMark?: string
  /** Sentences that the source set apart from the text that also says them; kept, not printed twice. */
  pullQuotes: readonly PullQuote[]
  /** Page size after trimming. */
  trim: Trim
  /** What is printed beyond each edge of the page and cut off, in millimetres; 0 for nothing. */
  bleed: number
  /** A sheet in styles/designs/, by its name. */
  design: string
  /** The picture on the cover of the e-book; the press sets one when it is missing. */
  cover?: NamedPicture
  /** The number of pages is a multiple of it, up to 8; above, it is the number of pages. */
  fit?: number
  /** Words divided otherwise than the language has it: `pam-phlet`; without a hyphen, not at all. */
  hyphenation: readonly string[]
  /** Letters are neither stretched nor spaced to fill a line. */
  purist: boolean
}

/** A picture by its path, from the folder of the manuscript, and where that was written. */
export interface NamedPicture {
  url: string
  place: Point
}

/** A sentence of the text that the source also showed in large type. */
export interface PullQuote {
  /** The first words of the paragraph beside which it stood. */
  after: string
  text: string
}

declare module 'vfile' {
  interface DataMap {
    edition: Edition
  }
}

const LARGEST = 64 * 1024
const MOST_ALIASES = 100
/** From 1000 on, so that a slip such as `26` is no year. */
const DATE = /^[1-9]\d{3}(?:-\d\d(?:-\d\d)?)?$/u
/** A control, half a letter or no character at all: XML takes none of them. */
const UNFIT = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u
/** A letter that leaves a trace on paper. */
const SEEN = /[^\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u
type Fields = Partial<Record<Key, unknown>>

/**
 * Read the front matter of a manuscript.
 *
 * @param yaml the text between the `---` lines
 * @param line the manuscript line of its first line
 * @throws {VFileMessage} exit 3, with line and column, when it is not a valid record of an edition
 */
export function readEdition(file: VFile, yaml: string, line: number): Edition {
  const lines = new LineCounter()
  const at = (offset: number) => {
    const point = lines.linePos(offset)
    return { line: point.line + line - 1, column: Math.max(point.col, 1) }
  }
  const stop = (offset: number, reason: string): never =>
    failAt(file, at(offset), 'front-matter', reason, 3)
  if (Buffer.byteLength(yaml) > LARGEST) stop(0, 'Unexpected front matter over 64 kB')
  const parsed = parseDocument(yaml, { schema: 'core', lineCounter: lines, prettyErrors: false })
  const fault = parsed.errors[0] ?? parsed.warnings[0]
  if (fault) stop(fault.pos[0], `Unexpected YAML: ${fault.message}`)
  const stopAt: StopKey = (key, reason, text) => stop(offsetOf(parsed, key, text), reason)
  return fill(knownFields(parsed, stop), stopAt, (key) => at(offsetOf(parsed, key)))
}

/** Stop reading at an offset into the YAML. */
type Stop = (offset: number, reason: string) => never

function knownFields(parsed: Document.Parsed, stop: Stop): Fields {
  const { contents } = parsed
  if (!isMap(contents)) return stop(0, 'Unexpected front matter, expected lines such as `title: …`')
  for (const pair of contents.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : ''
    if ((KEYS as readonly string[]).includes(key)) continue
    const offset = pair.key.range?.[0] ?? 0
    stop(
      offset,
      `Unexpected key \`${key}\`, expected \`${nearest(key, KEYS)}\` or another known key`
    )
  }
  try {
    keepNumbersAsWritten(parsed)
    return parsed.toJS({ maxAliasCount: MOST_ALIASES }) as Fields
  } catch {
    return stop(0, `Unexpected number of aliases, expected at most ${MOST_ALIASES}`)
  }
}

/** Part `1.10` is not part 1.1, and a long identifier keeps all its digits. */
function keepNumbersAsWritten(parsed: Document.Parsed): void {
  visit(parsed, {
    Scalar: (_, node) => {
      if (typeof node.value === 'number') node.value = node.source ?? String(node.value)
    }
  })
}

/** Where the value of a key begins, or the item of its list that is this text. */
function offsetOf(parsed: Document.Parsed, key: Key, text?: string): number {
  if (!isMap(parsed.contents)) return 0
  const pair = parsed.contents.items.find((d) => isScalar(d.key) && d.key.value === key)
  const items = isSeq(pair?.value) ? pair.value.items : []
  const item = items.find((d) => isScalar(d) && d.value === text)
  const range = isScalar(item) ? item.range : pair?.value?.range
  return range?.[0] ?? pair?.key.range?.[0] ?? 0
}

function fill(fields: Fields, stop: StopKey, placeOf: (key: Key) => Point): Edition {
  const text = (key: Key): string | undefined => plain(fields[key], key, stop)
  const texts = (key: Key): readonly string[] => list(fields[key], key, stop)
  const title = text('title')
  if (title === undefined) return stop('title', 'Unexpected front matter without `title`')
  const edition: Edition = {
    title,
    authors: texts('author'),
    language: language(text('language'), stop),
    pullQuotes: pullQuotes(fields['pull-quotes'], stop),
    trim: readTrim(text('trim'), stop),
    bleed: readBleed(text('bleed'), stop),
    design: readDesignName(text('design'), stop),
    hyphenation: readHyphenation(texts('hyphenation'), stop),
    purist: readPurist(fields.purist, stop)
  }
  const cover = text('cover')
  const rest = {
    cover: cover === undefined ? undefined : { url: cover, place: placeOf('cover') },
    fit: readFit(text('fit'), stop),
    date: date(text('date'), stop),
    subtitle: text('subtitle'),
    part: text('part'),
    publisher: text('publisher'),
    place: text('place'),
    rights: text('rights'),
    identifier: text('identifier'),
    sourcePublication: text('source-publication'),
    titleNote: text('title-note'),
    endMark: text('end-mark')
  }
  const said = Object.entries(rest).filter(([, value]) => value !== undefined)
  return Object.assign(edition, Object.fromEntries(said))
}

function plain(value: unknown, key: Key, stop: StopKey): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value === 'string') {
    const text = value.normalize('NFC').replace(/\s+/gu, ' ').trim()
    const unfit = UNFIT.exec(text)?.[0].codePointAt(0)
    if (unfit === undefined) return SEEN.test(text) ? text : undefined
    const code = unfit.toString(16).toUpperCase().padStart(4, '0')
    return stop(
      key,
      `Unexpected control character U+${code} in \`${key}\`, expected text: delete it`
    )
  }
  return stop(key, `Unexpected value of \`${key}\`, expected a line of text`)
}

/** One text, or a list of them. */
function list(value: unknown, key: Key, stop: StopKey): readonly string[] {
  const items: unknown[] = Array.isArray(value) ? value : [value]
  return items.map((d) => plain(d, key, stop)).filter((d) => d !== undefined)
}

function language(value: string | undefined, stop: StopKey): string {
  if (value === undefined) return 'en-GB'
  if (/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/iu.test(value)) return value
  return stop('language', `Unexpected language \`${value}\`, expected a tag such as \`en-GB\``)
}

/** A day, month or year of the calendar; `2026-02-30` would slip into March. */
function date(value: string | undefined, stop: StopKey): string | undefined {
  if (value === undefined) return undefined
  const day = DATE.test(value) ? new Date(value) : undefined
  if (day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)) return value
  const forms = '`2026-11-22`, `2026-11` or `2026`'
  return stop('date', `Unexpected date \`${value}\`, expected a day of the calendar as ${forms}`)
}

function pullQuotes(value: unknown, stop: StopKey): readonly PullQuote[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) return stop('pull-quotes', 'Unexpected `pull-quotes`, expected a list')
  return value.map((item: { after?: unknown; text?: unknown } | null) => {
    const after = plain(item?.after, 'pull-quotes', stop)
    const text = plain(item?.text, 'pull-quotes', stop)
    if (after !== undefined && text !== undefined) return { after, text }
    return stop('pull-quotes', 'Unexpected pull quote, expected `after: …` and `text: …`')
  })
}
