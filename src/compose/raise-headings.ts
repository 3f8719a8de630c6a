// Headings of a chapter that is a file of its own: the first is level 1, and none lies more than one level below the one
// it belongs to, since screen readers count the levels.
//
//     h2 h4 h4 h3   →   h1 h2 h2 h2
import type { Element } from 'hast'
import { visit } from 'unist-util-visit'

const HEADING = /^h([1-6])$/u

/** Raise the headings of a chapter; where its text comes before any heading, they start at level 2. */
export function raiseHeadings(chapter: Element): void {
  const [first] = chapter.children.filter((d) => d.type === 'element')
  const headless = first === undefined || !/^h[12]$/u.test(first.tagName)
  const above: number[] = headless ? [0] : []
  visit(chapter, 'element', (node) => {
    const level = Number(HEADING.exec(node.tagName)?.[1] ?? 0)
    if (level === 0) return
    while ((above.at(-1) ?? 0) >= level) above.pop()
    above.push(level)
    node.tagName = `h${above.length}`
  })
}
