// The words of two manuscripts and the edits between them in, out comes which word of the new one is which of the old: all that
// no edit took out or put in.
import type { Edit } from '../changes.ts'
import type { TextWord } from '../manuscript/words.ts'

/** The same words and notes in both manuscripts. */
export interface Kept {
  toNew: ReadonlyMap<TextWord, TextWord>
  /** Label of each note in the old manuscript, and its label in the new one. */
  notes: ReadonlyMap<string, string>
}

type Sides = Readonly<Record<'old' | 'new', readonly TextWord[]>>

/** Pair the words that stayed. */
export function pairWords(words: Sides, edits: readonly Edit[]): Kept {
  const changed = edits.filter((d) => d.kind !== 'moved' && d.kind !== 'restyled')
  const moves = edits.filter((d) => d.kind === 'moved')
  const gone = new Set(changed.flatMap((d) => d.old))
  const come = new Set(changed.flatMap((d) => d.new))
  const toNew = new Map<TextWord, TextWord>()
  const notes = new Map<string, string>()
  const pairAll = (old: readonly TextWord[], now: readonly TextWord[]) => {
    const after = now.filter((d) => !come.has(d))
    for (const [index, word] of old.filter((d) => !gone.has(d)).entries()) {
      const is = after[index]
      if (!is) continue
      toNew.set(word, is)
      if (word.call !== undefined && is.call !== undefined) notes.set(word.call, is.call)
    }
  }
  for (const d of moves) pairAll(d.old, d.new)
  for (const word of moves.flatMap((d) => d.old)) gone.add(word)
  for (const word of moves.flatMap((d) => d.new)) come.add(word)
  const flows = { old: byFlow(words.old), new: byFlow(words.new) }
  const isNote = (flow: string) => flow.startsWith(NOTE)
  for (const [flow, old] of flows.old) if (!isNote(flow)) pairAll(old, flows.new.get(flow) ?? [])
  // A note may be called by another; each is known as soon as its call is.
  for (const [was, is] of notes)
    pairAll(flows.old.get(NOTE + was) ?? [], flows.new.get(NOTE + is) ?? [])
  return { toNew, notes }
}

const NOTE = 'note '

/** The front matter key by key, the text, the notes. */
function byFlow(words: readonly TextWord[]): Map<string, TextWord[]> {
  const flows = new Map<string, TextWord[]>()
  for (const word of words) {
    const { flow } = word
    const name = typeof flow === 'object' ? NOTE + flow.note : flow === 'front' ? word.kind : flow
    const known = flows.get(name)
    if (known) known.push(word)
    else flows.set(name, [word])
  }
  return flows
}
