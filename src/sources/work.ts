// A work as one note cites it, in its words and italics: author, title and publication apart, without the page of that note
// and without what it says about it.
import type { PhrasingContent } from 'mdast'
import { PAGE, VOLUME, YEAR } from '../queries/citations.ts'
import type { Citation } from '../queries/citations.ts'
import type { Passage } from '../queries/copy.ts'
import { authorBefore, namesIn } from './author.ts'
import { publicationEnd } from './publication.ts'

/** A cited work. */
export interface Work {
  /** Number of the note that cites it. */
  note: number
  author: readonly PhrasingContent[]
  names: ReadonlySet<string>
  title: string
  /** Author and title. */
  base: readonly PhrasingContent[]
  /** Volume, place and year, with what parts them from the title. */
  rest: readonly PhrasingContent[]
  /** As the note counts it. */
  volume: string | undefined
  /** Where it begins and ends in its passage. */
  from: number
  to: number
}

const BEFORE = 200
/** The title of an article or a chapter before that of its journal or book. */
const PART = /[“‘"„«][^“‘"„«]{1,150}[”’"“»][,.]?\s+(?:in:?\s+)?$/u
/** Volume and pages that belong to the citation. */
const OWN_PAGES =
  /^(?:[,.;:)\s]*(?:(?:vol|bd|band|tome|tomo)\w*\.?\s+\w+|(?:(?:and|at|&|und|et|y)\s+)?(?:(?:pp?\.?|S\.|p[áa]gs?\.?)\s?)?\d[\d\s–-]*(?:ff?\b\.?)?))+/iu
const AFTER = 400
const LEADS = /(?:^|[.:(]\s*)(?:but|see|cf|compare|also|vgl|siehe|voir|véase)\b/giu
const NAMES = /\p{Lu}\p{L}+/u

/** The work of a citation; undefined where neither an author nor a publication says that it is one. */
export function workOf({ passage, from, to }: Citation, note: number): Work | undefined {
  const { text } = passage
  const near = authorBefore(text, from)
  const inner = near?.from ?? from
  const floor = Math.max(0, inner - BEFORE)
  const part = PART.exec(text.slice(floor, inner))
  const outer = part ? authorBefore(text, floor + part.index) : undefined
  const author = outer ?? near
  const start = outer?.from ?? (part ? floor + part.index : inner)
  const end = publicationEnd(text, to)
  if (!author && end === to) return undefined
  return {
    note,
    author: author ? cut(passage, author.from, author.to) : [],
    names: author?.names ?? new Set(),
    title: text.slice(from, to).trim(),
    base: cut(passage, start, to),
    rest: cut(passage, to, end),
    volume: VOLUME.exec(text.slice(to, end))?.[1]?.toLowerCase(),
    from: start,
    to: end
  }
}

/**
 * Whether more may be cited behind an offset, in a form that is not known: a page that names come before, or a year behind
 * a semicolon. `, but compare p. 6` is of the same work; `. Orme, Sands, p. 6` is not.
 */
export function maybeMore(text: string, at: number): boolean {
  const behind = text.slice(at, at + AFTER).replace(OWN_PAGES, '')
  const next = behind.slice(behind.indexOf(';') + 1)
  if (next !== behind && YEAR.test(next)) return true
  const page = PAGE.exec(behind)
  return page !== null && NAMES.test(behind.slice(0, page.index).replace(LEADS, ''))
}

/** A work that the editor names. */
export function workNamed(content: readonly PhrasingContent[], note: number): Work {
  const title = content.findIndex((d) => d.type !== 'text')
  const author = content.slice(0, title === -1 ? 1 : title)
  const said = wordsOf(author)
  const names = namesIn(title === -1 ? (said.split(',')[0] ?? '') : said)
  const base = { title: wordsOf(content).trim(), base: content, rest: [] }
  return { note, author: trimmed(author), names, ...base, volume: undefined, from: 0, to: 0 }
}

/** The work with the author that *idem* stands for before it. */
export function byTheSame(work: Work, { author, names }: Work, between: string): Work {
  const gap = { type: 'text', value: between.replaceAll('\uFFFC', '') || ' ' } as const
  return { ...work, author, names, base: [...author, gap, ...work.base] }
}

/** Without white space and stops at its ends. */
export function trimmed(content: readonly PhrasingContent[]): PhrasingContent[] {
  const ends = (list: readonly PhrasingContent[], at: 0 | -1, sign: RegExp): PhrasingContent[] => {
    const node = list.at(at)
    if (!node) return []
    const others = at === 0 ? list.slice(1) : list.slice(0, -1)
    const put = (d: PhrasingContent): PhrasingContent[] =>
      at === 0 ? [d, ...others] : [...others, d]
    if (node.type === 'text') {
      const value = node.value.replace(sign, '')
      return value === '' ? ends(others, at, sign) : put({ ...node, value })
    }
    if (node.type !== 'emphasis' && node.type !== 'strong') return [...list]
    const children = ends(node.children, at, sign)
    return children.length === 0 ? ends(others, at, sign) : put({ ...node, children })
  }
  return ends(ends(content, 0, /^[\s,;:]+/u), -1, /[\s,;:]+$/u)
}

/** A stretch of a passage with its italics. */
function cut({ text, italics }: Passage, from: number, to: number): PhrasingContent[] {
  const pieces: PhrasingContent[] = []
  const add = (end: number, italic: boolean): void => {
    const value = text.slice(at, end).replaceAll('\uFFFC', '')
    const piece = { type: 'text', value } as const
    if (value !== '') pieces.push(italic ? { type: 'emphasis', children: [piece] } : piece)
    at = Math.max(at, end)
  }
  let at = from
  for (const [begin, end] of italics) {
    if (end <= at || begin >= to) continue
    add(Math.max(begin, at), false)
    add(Math.min(end, to), true)
  }
  add(to, false)
  return pieces
}

/** The words of inlines. */
export function wordsOf(content: readonly PhrasingContent[]): string {
  return content
    .map((d) => ('children' in d ? wordsOf(d.children) : 'value' in d ? d.value : ' '))
    .join('')
}
