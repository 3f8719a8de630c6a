// An editor's questions to the author, which travel in the manuscript and are printed on a proof's margin alone: the nodes
// that the parser made of them in, the list of them out. They are called author queries, as in the trade, and AQ on paper;
// a query alone is what the press itself asks.
//
//     It rose in 1936 [[q: is this date right?]], and
//     It rose in 1936 [[q: is this date right? a: yes, see the *Times*]], and
import type { Nodes, Root, Yaml } from 'mdast'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import type { AuthorQueryNode } from './author-query-nodes.ts'

/** A question to the author. */
export interface AuthorQuery {
  /** From 1, in the order of the manuscript. */
  number: number
  /** As a person reads it, without brackets and marks; '' where nothing is asked. */
  question: string
  /** What was said to it; an open query has none. */
  answer?: string
  /** The code units of the manuscript that it takes, with its brackets. */
  from: number
  to: number
  /** Of `from`, from 1. */
  line: number
  column: number
}

/** All of a manuscript. */
export interface AuthorQueries {
  asked: readonly AuthorQuery[]
  /** What looks like one and is printed: it does not end in its paragraph, or stands in the front matter. */
  printed: readonly { at: Pick<Point, 'line' | 'column'>; why: 'unclosed' | 'front-matter' }[]
}

declare module 'vfile' {
  interface DataMap {
    /** Set where the manuscript is parsed. */
    authorQueries: AuthorQueries
  }
}

const OPENING = /\[\[q:/giu
/** `a:` as a word of its own; a dash before it belongs to neither. */
const ANSWER = /(?:^|\s)(?:[—–-]\s*)?a:(?:\s|$)/u
const MARKS = /[*_`\\[\]<&~!]/u

/** The author queries of a manuscript that was parsed. */
export function authorQueriesOf(file: VFile): AuthorQueries {
  return file.data.authorQueries ?? { asked: [], printed: [] }
}

/**
 * What the nodes say.
 *
 * @param nodes in the order of the manuscript, or almost: notes may be read out of their place
 * @param yaml the front matter, in which there can be none
 * @param parse Markdown, for what is emphasised in a question
 */
export function listAuthorQueries(
  nodes: readonly AuthorQueryNode[],
  yaml: Yaml,
  parse: (text: string) => Root
): AuthorQueries {
  const inOrder = nodes.toSorted((a, b) => offsetOf(a) - offsetOf(b))
  const asked = inOrder.filter((d) => !d.unclosed).map((d, i) => read(d, i + 1, parse))
  const why = 'unclosed' as const
  const unclosed = inOrder.filter((d) => d.unclosed).map((d) => ({ at: pointOf(d), why }))
  return { asked, printed: [...inFrontMatter(yaml), ...unclosed] }
}

function read(node: AuthorQueryNode, number: number, parse: (text: string) => Root): AuthorQuery {
  const inner = node.raw.slice('[[q:'.length, -']]'.length)
  const mark = ANSWER.exec(inner)
  const answer = mark ? plain(inner.slice(mark.index + mark[0].length), parse) : ''
  return {
    number,
    question: plain(mark ? inner.slice(0, mark.index) : inner, parse),
    ...(answer !== '' && { answer }),
    from: offsetOf(node),
    to: node.position?.end.offset ?? 0,
    ...pointOf(node)
  }
}

/** The words alone: of a link, its text. */
function plain(markdown: string, parse: (text: string) => Root): string {
  const text = markdown.trim().replace(/\s+/gu, ' ')
  // Behind a word nothing is the mark of a list or a heading.
  return MARKS.test(text) ? words(parse(`q ${text}`)).slice(2) : text
}

function words(node: Nodes): string {
  if ('children' in node) return node.children.map(words).join('')
  if ('alt' in node) return node.alt ?? ''
  if (node.type === 'break') return ' '
  return 'value' in node ? node.value : ''
}

function* inFrontMatter({ value, position }: Yaml): Generator<AuthorQueries['printed'][number]> {
  const first = (position?.start.line ?? 1) + 1
  for (const [index, row] of value.split('\n').entries())
    for (const { index: at } of row.matchAll(OPENING))
      yield { at: { line: first + index, column: at + 1 }, why: 'front-matter' }
}

function offsetOf({ position }: AuthorQueryNode): number {
  return position?.start.offset ?? 0
}

function pointOf({ position }: AuthorQueryNode): Pick<Point, 'line' | 'column'> {
  const { line = 1, column = 1 } = position?.start ?? {}
  return { line, column }
}
