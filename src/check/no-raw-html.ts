// Raw HTML is set as far as a printer can set it, and the rest is taken out; Markdown says the same more safely. A comment
// is no markup. It is a fact to know and no fault.
//
//     <center>Finis</center>
import { visit } from 'unist-util-visit'
import { quote } from './findings.ts'
import type { Finding } from './findings.ts'
import type { Prose } from './prose.ts'

const TAG = /<[a-z!?][^\s/>]{0,40}/iu

/** Tags in the text; closing ones are not told again. */
export function noRawHtml({ tree }: Prose): Finding[] {
  const findings: Finding[] = []
  visit(tree, 'html', ({ value, position }) => {
    const text = value.trimStart()
    if (text.startsWith('<!--') || text.startsWith('</')) return
    const tag = TAG.exec(text)?.[0] ?? '<'
    const reason = `Unexpected raw HTML ${quote(`${tag}>`)}, expected Markdown`
    findings.push({ reason, info: true, ...(position && { place: position.start }) })
  })
  return findings
}
