// Bring the elements of raw HTML into each other as XHTML allows it, and every word stays where it is: a browser makes do
// with anything, an EPUB does not. What HTML reads into each other otherwise than it was written comes here as it was read.
//
//     <ul>words</ul>              →   <ul><li>words</li></ul>
//     <b>a<p>b</p></b>            →   <b>a</b><p><b>b</b></p>
//     [a[^1] b](https://…)        →   <a>a</a><note-call><a> b</a>: no link can lead to two places
//     <dl>words</dl>, a stray <li>  →   <div>
import type { Element, ElementContent, Root } from 'hast'
import type { VFile } from 'vfile'
import { queryAt } from '../failure.ts'
import { element } from './element.ts'
import { BLOCKS, INLINE } from './safe-html.ts'
import { unwrapStrays } from './unwrap-strays.ts'

/** What an element may hold, and what goes around anything else in it, from without. */
const HOLDS: Readonly<Record<string, { only: RegExp; around: readonly string[] }>> = {
  ul: { only: /^li$/u, around: ['li'] },
  ol: { only: /^li$/u, around: ['li'] },
  table: { only: /^(caption|thead|tbody|tfoot)$/u, around: ['tbody', 'tr', 'td'] },
  thead: { only: /^tr$/u, around: ['tr', 'td'] },
  tbody: { only: /^tr$/u, around: ['tr', 'td'] },
  tfoot: { only: /^tr$/u, around: ['tr', 'td'] },
  tr: { only: /^t[dh]$/u, around: ['td'] }
}
const ONE_LINE = /^(h[1-6]|pre)$/u
const PAIRS = /^(?:(?:dt )+(?:dd )+)*$/u

type Run = readonly ElementContent[]

/** Fit the whole tree, in place; queries say what was taken out or put around words. */
export function fitContent(tree: Root, file: VFile): void {
  const blocks = tree.children.filter((d) => d.type !== 'doctype')
  tree.children = blocks.flatMap((d) => fit(d, file))
  unwrapStrays(tree, file)
}

/** The element with all below it fitted, or what stands in its place. */
function fit(given: ElementContent, file: VFile): ElementContent[] {
  if (given.type !== 'element') return [given]
  const children = given.children.flatMap((d) => fit(d, file))
  const node = { ...given, children }
  if (INLINE.includes(node.tagName)) return pushIn(node)
  if (node.tagName === 'p' && children.some(isBlock))
    return wrapRuns(children, isBlock, (run) => ({ ...node, children: [...run] }))
  if (ONE_LINE.test(node.tagName)) return [{ ...node, children: onOneLine(node) }]
  if (node.tagName === 'dl') return [pairs(node, file)]
  const { only, around } = HOLDS[node.tagName] ?? {}
  if (!only || !around) return [node]
  const wrap = (run: Run) => {
    const reason = `Unexpected words in \`<${node.tagName}>\`, expected \`<${around.at(-1)}>\` around them`
    queryAt(file, run.find((d) => d.position) ?? node, 'fit-content', reason)
    return around.reduceRight<Run>((inner, name) => [element(name, {}, ...inner)], run)
  }
  return [
    {
      ...node,
      children: wrapRuns(
        children,
        (d) => isElement(d, only),
        (run) => wrap(run)[0]
      )
    }
  ]
}

/** Elements that fit stay; each run of others gets an element around it, unless it is blank. */
function wrapRuns(
  children: Run,
  fits: (node: ElementContent) => boolean,
  wrap: (run: Run) => ElementContent | undefined
): ElementContent[] {
  const wrapped: ElementContent[] = []
  let run: ElementContent[] = []
  const close = () => {
    const made = run.every(isBlank) ? undefined : wrap(run)
    wrapped.push(...(made ? [made] : run))
    run = []
  }
  for (const child of children) {
    if (fits(child)) {
      close()
      wrapped.push(child)
    } else run.push(child)
  }
  close()
  return wrapped
}

/** An element of a line goes into the blocks that it was set around, and a link keeps clear of calls and links. */
function pushIn(node: Element): ElementContent[] {
  return node.children.some((d) => breaks(node.tagName, d))
    ? setAround(node, node.children)
    : [node]
}

/** The children with the element around what it can hold of them, and within the others. */
function setAround(node: Element, children: Run): ElementContent[] {
  const out = (d: ElementContent) => breaks(node.tagName, d)
  return wrapRuns(children, out, (run) => ({ ...node, children: [...run] })).map((d) =>
    d.type === 'element' && d.tagName !== node.tagName && out(d)
      ? { ...d, children: setAround(node, d.children) }
      : d
  )
}

/** Whether an element of a line cannot hold this as it is. */
function breaks(outer: string, node: ElementContent): boolean {
  if (node.type !== 'element') return false
  if (isBlock(node) || (outer === 'a' && node.tagName === 'note-call')) return true
  if (node.tagName === outer && /^(a|dfn)$/u.test(outer)) return true
  return node.children.some((d) => breaks(outer, d))
}

/** What a heading or preformatted text holds, with line breaks where there were blocks. */
function onOneLine(node: Element): ElementContent[] {
  if (!node.children.some(isBlock)) return node.children
  const lines = linesOf(node.children).filter((d) => !d.every(isBlank))
  const end: ElementContent =
    node.tagName === 'pre' ? { type: 'text', value: '\n' } : element('br', {})
  return lines.flatMap((line, index) => (index > 0 ? [end, ...line] : line))
}

function linesOf(children: Run): ElementContent[][] {
  const lines: ElementContent[][] = [[]]
  for (const child of children) {
    if (child.type === 'element' && isBlock(child)) lines.push(...linesOf(child.children), [])
    else lines.at(-1)?.push(child)
  }
  return lines
}

/** A list of terms must hold pairs; one that does not becomes a `<div>`, and its terms with it. */
function pairs(node: Element, file: VFile): Element {
  const groups = node.children.flatMap((d) => (isElement(d, /^div$/u) ? d.children : [d]))
  const kept = groups.filter((d) => !isBlank(d))
  const names = kept.map((d) => (d.type === 'element' ? `${d.tagName} ` : 'words '))
  if (PAIRS.test(names.join(''))) return { ...node, children: kept }
  const reason = 'Unexpected `<dl>` without pairs of `<dt>` and `<dd>`, taken out'
  queryAt(file, node, 'fit-content', reason)
  return { ...node, tagName: 'div' }
}

function isElement(node: ElementContent, name: RegExp): node is Element {
  return node.type === 'element' && name.test(node.tagName)
}

function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && BLOCKS.includes(node.tagName)
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'comment' || (node.type === 'text' && node.value.trim() === '')
}
