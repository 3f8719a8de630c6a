// Headings go down one level at a time, so that contents and outlines have no gaps, and none is empty.
//
//     ## One   #### Too deep
import type { Heading } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Finding } from './findings.ts'
import type { Prose } from './prose.ts'

/** Headings that skip a level or say nothing. */
export function* headingsInOrder({ tree }: Prose): Generator<Finding> {
  const headings: Heading[] = []
  visit(tree, 'heading', (node) => {
    headings.push(node)
  })
  let above = 1
  for (const { depth, children, position } of headings) {
    const place = position && { place: position.start }
    if (children.length === 0) yield { ...place, reason: 'Unexpected empty heading' }
    if (depth > above + 1)
      yield {
        ...place,
        reason: `Unexpected heading of level ${depth}, expected level ${above + 1} at most`
      }
    above = depth
  }
}
