// The editor's queries are about the finished manuscript; here they are told with the place in the source where the words
// stood, as all that import says. What import itself asked counts towards how many there may be.
import { VFileMessage } from 'vfile-message'
import { parseMarkdown } from '../manuscript.ts'
import { askEditor } from '../queries.ts'
import type { Query } from '../queries.ts'
import type { Draft } from './draft.ts'
import { ask, pointAt } from './draft.ts'
import type { Stretch } from './stretch.ts'

/** Ask about the manuscript; gives the queries that were too weak to be asked. */
export async function askOfManuscript(draft: Draft, manuscript: Stretch): Promise<VFileMessage[]> {
  const { text } = manuscript
  const already = draft.file.messages.filter((d) => d.fatal === false).length
  const tree = parseMarkdown(text)
  const { asked, left } = await askEditor(text, tree, draft.language, already)
  const place = (query: Query) => sourceOf(manuscript, query)
  for (const d of asked) ask(draft, place(d), d.rule, d.reason)
  return left.map((d) => {
    const message = new VFileMessage(d.reason, {
      place: pointAt(draft, place(d)),
      ruleId: d.rule,
      source: 'press'
    })
    message.fatal = false
    return message
  })
}

/** The source offset of the words; of the nearest that the source has, where import brought them in. */
function sourceOf({ text, places }: Stretch, { from }: Query): number {
  for (let i = from; i < text.length; i++) if ((places[i] ?? -1) >= 0) return places[i] ?? 0
  for (let i = from; i >= 0; i--) if ((places[i] ?? -1) >= 0) return places[i] ?? 0
  return 0
}
