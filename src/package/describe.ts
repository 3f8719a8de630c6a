// What a library shows below the title: a sentence that the source set apart, or else how the text opens. It is the author's
// own, in the language of the text; nothing is said of the text that it does not say.
import type { Element, Nodes } from 'hast'
import { visit, EXIT } from 'unist-util-visit'
import type { DataMap } from 'vfile'
import type { Edition } from '../edition.ts'

type Chapter = NonNullable<DataMap['chapters']>[number]

/** Characters; shops show no more. */
const LONGEST = 300
const SENTENCE = /^.*?[.?!…][”’)]*(?= |$)/u

/** A few sentences, or ''. */
export function describe(edition: Edition, chapters: readonly Chapter[]): string {
  const [quote] = edition.pullQuotes
  const first = chapters.find((d) => d.kind === 'chapter')
  return shorten(quote?.text ?? (first ? openingOf(first.tree) : ''))
}

function openingOf(tree: Element): string {
  let text = ''
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'p') return undefined
    text = wordsOf(node).replace(/\s+/gu, ' ').trim()
    return text === '' ? undefined : EXIT
  })
  return text
}

function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element' || node.properties.role === 'doc-noteref') return ''
  return node.tagName === 'br' ? ' ' : node.children.map(wordsOf).join('')
}

/** Whole sentences; of a first one that is too long, whole words. */
function shorten(text: string): string {
  let kept = ''
  for (let rest = text; rest !== ''; rest = rest.trimStart()) {
    const [sentence = rest] = SENTENCE.exec(rest) ?? []
    if (kept.length + sentence.length > LONGEST) break
    kept += `${kept && ' '}${sentence}`
    rest = rest.slice(sentence.length)
  }
  if (kept !== '' || text === '') return kept
  return `${text.slice(0, LONGEST).replace(/\S*$/u, '').trim()} …`
}
