// Each call has its note, each note has its call, and one call is enough: a note that nothing calls cannot be printed, and
// a call without a note stays in the text as it was typed.
//
//     A word.[^why]   …   [^how]: Because.   ← two findings
import type { FootnoteDefinition } from 'mdast'
import { visit } from 'unist-util-visit'
import { quote } from './findings.ts'
import type { Finding } from './findings.ts'
import type { Prose } from './prose.ts'

const CALL = /\[\^([^\s\]]{1,200})\]/gu

/** Calls and notes that do not belong together. */
export function* notesMatch(prose: Prose): Generator<Finding> {
  const { tree, edition } = prose
  const notes = new Map<string, FootnoteDefinition>()
  const called = new Set<string>()
  const found: Finding[] = []
  visit(tree, 'footnoteDefinition', (node) => {
    if (notes.has(node.identifier))
      found.push(at(node, `Unexpected second note ${mark(node)}, expected a label of its own`))
    else notes.set(node.identifier, node)
  })
  const titleNote = edition.titleNote?.toLowerCase()
  if (titleNote !== undefined) called.add(titleNote)
  visit(tree, 'footnoteReference', (node) => {
    if (called.has(node.identifier))
      found.push(at(node, `Unexpected second call of note ${mark(node)}, expected one`))
    called.add(node.identifier)
  })
  yield* found
  for (const [identifier, node] of notes)
    if (!called.has(identifier))
      yield at(
        node,
        `Unexpected note ${mark(node)} without a call, expected ${mark(node)} in the text`
      )
  yield* callsWithoutNotes(prose)
}

/** Calls that stay in the text as they were typed. */
export function* callsWithoutNotes({ rows, blocks }: Prose): Generator<Finding> {
  for (const { text, spotAt } of blocks)
    for (const { 0: call, index } of text.matchAll(CALL)) {
      const place = spotAt(index)
      if (rows[place.line - 1]?.includes(`\\${call}`)) continue
      yield {
        place,
        reason: `Unexpected call ${quote(call)} without a note, expected ${quote(`${call}: …`)}`
      }
    }
}

function at(node: { position?: FootnoteDefinition['position'] }, reason: string): Finding {
  return { reason, ...(node.position && { place: node.position.start }) }
}

function mark({
  label,
  identifier
}: {
  label?: string | null | undefined
  identifier: string
}): string {
  return quote(`[^${label ?? identifier}]`)
}
