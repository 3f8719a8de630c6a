// A picture says in words what it shows, for those who do not see it: on paper nobody reads it, in the e-book it is read out.
//
//     ![](fold.svg)
import { visit } from 'unist-util-visit'
import type { Finding } from './findings.ts'
import type { Prose } from './prose.ts'

/** Pictures without words. */
export function picturesHaveAlt({ tree }: Prose): Finding[] {
  const findings: Finding[] = []
  visit(tree, (node) => {
    if ((node.type !== 'image' && node.type !== 'imageReference') || node.alt?.trim()) return
    const reason = 'Unexpected picture without words, expected what it shows: `![…](…)`'
    findings.push({ reason, ...(node.position && { place: node.position.start }) })
  })
  return findings
}
