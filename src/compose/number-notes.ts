// Number the notes in the order of their first calls: the label `[^why]` is the editor's, the number is the reader's.
// The note that the front matter's `title-note` names is called by the title, before all others.
//
//     A word.[^b] Another.[^a] And again.[^b]   →   calls 1, 2 and 1 again; notes b, a
import type { FootnoteDefinition, FootnoteReference, Root } from 'mdast'
import type { VFile } from 'vfile'
import { failAt, queryAt } from '../failure.ts'
import { eachNode } from '../manuscript/each-node.ts'

/** What a call in the text says: the number of its note, and whether the text calls it for the first time. */
export interface NoteCall {
  number: number
  nth: number
}

/** The numbered notes, and what each call of the text became. */
export interface NumberedNotes {
  /** In the order of their numbers. */
  definitions: readonly FootnoteDefinition[]
  calls: ReadonlyMap<FootnoteReference, NoteCall>
  /** Number of the note that the title calls. */
  titleNote?: number
}

/** @throws {VFileMessage} exit 2 for a note that nothing calls, or a note called inside a note: its words would be lost */
export function numberNotes(tree: Root, file: VFile): NumberedNotes {
  const known = definitionsOf(tree, file)
  const within = new Set([...known.values()].flatMap(callsIn))
  const numbers = new Map<FootnoteDefinition, number>()
  const times = new Map<number, number>()
  const calls = new Map<FootnoteReference, NoteCall>()
  const numberOf = (definition: FootnoteDefinition): number => {
    const number = numbers.get(definition) ?? numbers.size + 1
    numbers.set(definition, number)
    return number
  }
  const titled = titleDefinition(known, file)
  const titleNote = titled && numberOf(titled)
  if (titleNote) times.set(titleNote, 1)
  eachNode(tree, (node) => {
    // What is called within a note is refused below.
    if (node.type !== 'footnoteReference' || within.has(node)) return
    const definition = known.get(node.identifier)
    if (!definition) return
    const number = numberOf(definition)
    const nth = (times.get(number) ?? 0) + 1
    times.set(number, nth)
    calls.set(node, { number, nth })
    if (nth === 2)
      queryAt(file, node, 'note-called-twice', `Unexpected second call of note ${number}`)
  })
  for (const definition of known.values()) {
    if (!numbers.has(definition))
      failAt(
        file,
        definition,
        'note-without-call',
        `Unexpected note without a call, expected \`[^${definition.label ?? ''}]\` in the text`
      )
    refuseInnerCalls(definition, file)
  }
  return { definitions: [...numbers.keys()], calls, ...(titleNote && { titleNote }) }
}

function definitionsOf(tree: Root, file: VFile): Map<string, FootnoteDefinition> {
  const known = new Map<string, FootnoteDefinition>()
  eachNode(tree, (node) => {
    if (node.type !== 'footnoteDefinition') return
    if (known.has(node.identifier))
      failAt(file, node, 'note-defined-twice', `Unexpected second note \`[^${node.label ?? ''}]\``)
    known.set(node.identifier, node)
  })
  return known
}

function titleDefinition(known: Map<string, FootnoteDefinition>, file: VFile) {
  const label = file.data.edition?.titleNote
  if (label === undefined) return undefined
  // Labels are folded as Markdown folds them: `ß` and `SS` are one.
  const definition = known.get(label.toLowerCase().toUpperCase().toLowerCase())
  if (definition) return definition
  const reason = `Unexpected \`title-note\` without a note, expected \`[^${label}]: …\` in the text`
  return failAt(file, { line: 1, column: 1 }, 'front-matter', reason, 3)
}

function refuseInnerCalls(definition: FootnoteDefinition, file: VFile): void {
  const [call] = callsIn(definition)
  if (call)
    failAt(file, call, 'note-in-note', 'Unexpected call inside a note, expected it in the text')
}

function callsIn(definition: FootnoteDefinition): FootnoteReference[] {
  const calls: FootnoteReference[] = []
  eachNode(definition, (node) => {
    if (node.type === 'footnoteReference') calls.push(node)
  })
  return calls
}
