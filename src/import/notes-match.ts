// Every call has one note, and every note a call; what does not match is the editor's to mend, and stays as it stands.
import type { Draft } from './draft.ts'
import { ask, CLOSED, everyBlock, kindAt } from './draft.ts'
import { placeAt } from './stretch.ts'

const RULE = 'notes-match'
const CALL = /\[\^([^[\]\s]+)\](?!:)/gu

/** Ask about calls without a note, notes without a call, and two notes with one label. */
export function notesMatch(draft: Draft): void {
  const calls = findCalls(draft)
  const labels = new Set<string>()
  for (const { label, place } of draft.notes) {
    const key = label.toLowerCase()
    if (labels.has(key))
      ask(draft, place, RULE, `Unexpected second note \`[^${label}]\`, expected one`)
    else if (!calls.has(key))
      ask(
        draft,
        place,
        RULE,
        `Unexpected note \`[^${label}]\` without a call, expected a call in the text`
      )
    labels.add(key)
  }
  for (const [key, place] of calls)
    if (!labels.has(key))
      ask(
        draft,
        place,
        RULE,
        `Unexpected call \`[^${key}]\` without a note, expected a note with this number`
      )
}

/** The label of each call, in lower case, and its first place. */
function findCalls(draft: Draft): ReadonlyMap<string, number> {
  const calls = new Map<string, number>()
  const onTitle = draft.found.titleNote ?? draft.given.get('title-note')
  if (typeof onTitle === 'string' || typeof onTitle === 'number') calls.set(String(onTitle), 0)
  for (const { content } of everyBlock(draft))
    for (const match of content.text.matchAll(CALL)) {
      const key = match[1]?.toLowerCase() ?? ''
      if (kindAt(draft, content, match.index) === CLOSED || calls.has(key)) continue
      calls.set(key, placeAt(content, match.index))
    }
  return calls
}
