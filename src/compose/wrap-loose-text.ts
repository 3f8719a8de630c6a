// For print: words that stand beside blocks, or in an element that Paged.js takes apart child by child, get a `<span>` of
// their own, and so does a space between two elements of a line. Paged.js skips white space between the children of what it
// takes apart, and of a paragraph that goes on overleaf: `<em>a</em> <em>b</em>` would be set «ab».
import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { element } from './element.ts'

/** Elements that Paged.js 0.4.3 sets whole (`isContainer` in its utils/dom.js), as far as a manuscript may bring them. */
const SET_WHOLE =
  /^(a|abbr|b|bdo|br|cite|code|dfn|em|i|img|kbd|q|samp|small|span|strong|sub|sup|var|p|h[1-6]|figcaption|blockquote|pre|li|td|dt|dd)$/u
const INLINE =
  /^(a|abbr|b|bdi|bdo|br|cite|code|del|dfn|em|i|img|ins|kbd|mark|note-call|q|s|samp|small|span|strong|sub|sup|u|var|wbr)$/u

/** Wrap every run of words that needs it. */
export function wrapLooseText(tree: Root): void {
  visit(tree, 'element', (node) => {
    if (SET_WHOLE.test(node.tagName) || INLINE.test(node.tagName)) return
    if (node.children.some(hasWords)) node.children = wrapRuns(node)
  })
  visit(tree, 'text', (node, index, parent) => {
    if (node.value.trim() || parent?.type !== 'element' || index === undefined) return
    const [before, after] = [parent.children[index - 1], parent.children[index + 1]]
    const between = before && after && isInline(before) && isInline(after)
    if (between && parent.tagName !== 'pre') parent.children[index] = element('span', {}, ' ')
  })
}

function wrapRuns(parent: Element): ElementContent[] {
  const wrapped: ElementContent[] = []
  let run: ElementContent[] = []
  for (const child of [...parent.children, undefined]) {
    if (child && isInline(child)) {
      run.push(child)
      continue
    }
    if (run.some(hasWords)) wrapped.push(element('span', {}, ...run))
    else wrapped.push(...run)
    run = []
    if (child) wrapped.push(child)
  }
  return wrapped
}

function isInline(node: ElementContent): boolean {
  return node.type !== 'element' || INLINE.test(node.tagName)
}

function hasWords(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() !== ''
  return node.type === 'element' && INLINE.test(node.tagName)
}
