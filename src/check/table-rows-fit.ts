// Rows of tables with more cells than the head has: GFM leaves the cells beyond it out, and their words with them.
//
//     | a | b |
//     |---|---|
//     | 1 | 2 | 3 |
import { visit } from 'unist-util-visit'
import type { Finding } from './findings.ts'
import type { Prose } from './prose.ts'

/** Rows that are too long. */
export function* tableRowsFit({ tree }: Pick<Prose, 'tree'>): Generator<Finding> {
  const found: Finding[] = []
  visit(tree, 'table', ({ children }) => {
    const [head, ...rows] = children
    const most = head?.children.length ?? 0
    for (const row of rows) {
      const beyond = row.children.slice(most).find((d) => d.children.length > 0)
      if (!beyond?.position) continue
      const cells = `${row.children.length} cells under a head of ${most}`
      const reason = `Unexpected row of ${cells}, expected at most as many as its head has: their words would be lost; lengthen the head or write \`\\|\` for a bar in the text`
      found.push({ place: beyond.position.start, reason })
    }
  })
  yield* found
}
