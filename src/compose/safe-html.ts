// Which HTML a manuscript may bring: what a printer can set, and nothing that runs, loads, names or styles. `reportUnsafe`
// tells the author of everything else; hast-util-sanitize then takes it out by the same schema (promise P1).
import type { Element, Root } from 'hast'
import type { Options as Schema } from 'rehype-sanitize'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { queryAt } from '../failure.ts'

/** Elements that stand in a line and may hold a line. */
export const INLINE: readonly string[] =
  'a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup u var'.split(
    ' '
  )
/** Elements that no line may hold. */
export const BLOCKS: readonly string[] =
  'p div blockquote h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr th td figure figcaption hr pre'.split(
    ' '
  )
const WHOLE_NUMBER = /^-?\d{1,6}$/u

const CELL: NonNullable<Schema['attributes']>[string] = [
  'align',
  ['colSpan', /^[1-9]\d{0,2}$/u],
  ['rowSpan', /^\d{1,4}$/u]
]

/** Tags, attributes and protocols that pass. `note-call` is ours; an author's tag of that name never gets so far. */
export const safeHtml = {
  tagNames: [...INLINE, ...BLOCKS, 'br', 'img', 'wbr', 'note-call'],
  attributes: {
    '*': [
      ['lang', /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/iu],
      ['dir', 'ltr', 'rtl', 'auto']
    ],
    a: ['href'],
    img: ['src', 'alt', 'title'],
    ol: [['start', WHOLE_NUMBER], 'reversed', ['type', /^[1aAiI]$/u]],
    li: [['value', WHOLE_NUMBER]],
    td: CELL,
    th: [...CELL, ['scope', /^(?:row|col)(?:group)?$/u]],
    code: [['className', /^language-[\w-]+$/u]],
    'note-call': ['number', 'nth']
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  ancestors: {},
  clobber: [],
  strip: ['script', 'style'],
  allowComments: false,
  allowDoctypes: false
} satisfies Schema

const OURS = 'note-call'
/** Attributes that Markdown brings of itself: taken out unless the schema lets them pass, and nothing is lost. */
const FROM_MARKDOWN: Readonly<Record<string, string>> = { className: 'code', title: 'a' }

/** Tell of every tag and attribute that the schema will take out; an author's `<note-call>` becomes a `<span>`. */
export function reportUnsafe(tree: Root, file: VFile): void {
  const tags: readonly string[] = safeHtml.tagNames
  visit(tree, 'element', (node, _, parent) => {
    const place = node.position ?? (parent?.type === 'element' ? parent.position : undefined)
    const at = place ?? { line: 1, column: 1 }
    if (node.tagName === OURS || !tags.includes(node.tagName)) {
      queryAt(file, at, 'no-unsafe-html', `Unexpected \`<${node.tagName}>\`, taken out`)
      if (node.tagName === OURS) node.tagName = 'span'
      return
    }
    for (const name of Object.keys(node.properties))
      if (!passes(node, name))
        queryAt(
          file,
          at,
          'no-unsafe-html',
          `Unexpected \`${written(name)}\` in \`<${node.tagName}>\`, taken out`
        )
  })
}

/** An attribute as the author wrote it: hast calls `class` `className` and `data-x` `dataX`. */
function written(name: string): string {
  if (name === 'className') return 'class'
  return /^(data|aria)[A-Z]/u.test(name)
    ? name.replace(/[A-Z]/gu, (d) => `-${d.toLowerCase()}`)
    : name.toLowerCase()
}

function passes(node: Element, name: string): boolean {
  const lists: Readonly<Record<string, readonly (string | readonly unknown[])[]>> =
    safeHtml.attributes
  const allowed = [...(lists['*'] ?? []), ...(lists[node.tagName] ?? [])]
  if (FROM_MARKDOWN[name] === node.tagName) return true
  const found = allowed.find((d) => (typeof d === 'string' ? d : d[0]) === name)
  const values = typeof found === 'string' ? [] : found?.slice(1)
  const value = String(node.properties[name])
  if (name === 'href' && !safeAddress(value)) return false
  return values?.length === 0 || Boolean(values?.some((d) => fits(value, d)))
}

function fits(value: string, wanted: unknown): boolean {
  return wanted instanceof RegExp ? wanted.test(value) : wanted === value
}

/** Whether a link may lead there: an address with a scheme that opens a page or a letter, or one without a scheme. */
function safeAddress(address: string): boolean {
  const scheme = /^[\s\p{Cc}]*([a-z][a-z0-9+.-]*)[\s\p{Cc}]*:/iu.exec(address)?.[1]
  return scheme === undefined || safeHtml.protocols.href.includes(scheme.toLowerCase())
}
