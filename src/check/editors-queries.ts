// What a careful editor would ask about a manuscript: the queries that import writes into its ledger too, here with their
// lines and columns. `<!-- stet -->` in the manuscript dismisses them.
import { askEditor } from '../queries.ts'
import type { Finding } from './findings.ts'
import type { Prose } from './prose.ts'

/** The surest queries, in the order of the text, each with its rule. */
export async function editorsQueries(
  { tree, edition }: Prose,
  source: string
): Promise<{ rule: string; finding: Finding }[]> {
  const { asked } = await askEditor(source, tree, edition.language)
  let line = 1
  let start = 0
  return asked.map(({ rule, from, reason }) => {
    for (let end = source.indexOf('\n', start); end !== -1 && end < from;) {
      line += 1
      start = end + 1
      end = source.indexOf('\n', start)
    }
    return { rule, finding: { place: { line, column: from - start + 1 }, reason } }
  })
}
