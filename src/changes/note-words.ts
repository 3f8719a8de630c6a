// The flows of a manuscript in, its notes out in the order in which they are called: each with its words, and with those that
// stand around its call.
import type { TextWord } from '../manuscript/words.ts'
import type { Flows } from './flows.ts'
import type { NoteWords } from './pair-notes.ts'

/** Words around a call that tell its place. */
const AROUND = 3

/** The notes of a manuscript; at the end those that no text calls. */
export function noteWords({ front, text, notes }: Flows): NoteWords[] {
  const found = new Map<string, NoteWords>()
  const callers = [...front.values(), text, ...notes.values()]
  for (const words of callers)
    for (const [at, { call }] of words.entries()) {
      if (call === undefined || found.has(call)) continue
      const before = near(words, at, -1)
      found.set(call, {
        label: call,
        words: notes.get(call) ?? [],
        before,
        after: near(words, at, 1)
      })
    }
  for (const [label, words] of notes)
    if (!found.has(label)) found.set(label, { label, words, before: [], after: [] })
  return [...found.values()]
}

/** Words that are no calls, from a call on, the nearest first. */
function near(words: readonly TextWord[], from: number, step: number): string[] {
  const found: string[] = []
  for (let at = from + step; words[at] && found.length < AROUND; at += step) {
    const word = words[at]
    if (word && word.call === undefined) found.push(word.text)
  }
  return found
}
