// The words of a manuscript in, its flows out: what each key of the front matter says, the text, each note.
import type { TextWord } from '../manuscript/words.ts'

/** The words of a manuscript by where they stand. */
export interface Flows {
  /** By key. */
  front: ReadonlyMap<string, readonly TextWord[]>
  text: readonly TextWord[]
  /** By label. */
  notes: ReadonlyMap<string, readonly TextWord[]>
}

/** Sort words into their flows. */
export function flowsOf(words: readonly TextWord[]): Flows {
  const front = new Map<string, TextWord[]>()
  const text: TextWord[] = []
  const notes = new Map<string, TextWord[]>()
  for (const word of words)
    if (word.flow === 'text') text.push(word)
    else if (word.flow === 'front') put(front, word.kind, word)
    else put(notes, word.flow.note, word)
  return { front, text, notes }
}

function put(groups: Map<string, TextWord[]>, key: string, word: TextWord): void {
  const group = groups.get(key)
  if (group) group.push(word)
  else groups.set(key, [word])
}
