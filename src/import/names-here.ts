// Which capitalised words are names in this text: they stand in the middle of sentences too, as `the supreme God`, and never
// in lower case. A word that begins a paragraph with a capital tells nothing by itself.
import type { Draft } from './draft.ts'
import { everyBlock } from './draft.ts'

const WITHIN = /(?<=[\p{Ll},;]\s)\p{Lu}[\p{L}\p{M}’'-]*/gu
const LOWER = /(?<![\p{L}\p{M}’'-])\p{Ll}[\p{L}\p{M}’'-]*/gu
const FIRST = /^[\p{L}\p{M}’'-]+/u
const LONGEST = 60

/** The names and the lower-case words of a text. */
interface Words {
  names: ReadonlySet<string>
  lower: ReadonlySet<string>
}

const found = new WeakMap<Draft, Words>()

/** Whether a text begins with a word that is a name. */
export function isNameHere(draft: Draft, text: string): boolean {
  const word = FIRST.exec(text.slice(0, LONGEST))?.[0] ?? ''
  const words = found.get(draft) ?? read(draft)
  found.set(draft, words)
  const lower = word.toLowerCase()
  if (words.lower.has(lower)) return false
  return words.names.has(word) || (draft.lexicon.size > 0 && !draft.lexicon.has(lower))
}

/** Whether a word stands in the text with this capital, in the middle of a sentence. */
export function isWordHere(draft: Draft, word: string): boolean {
  const words = found.get(draft) ?? read(draft)
  found.set(draft, words)
  return words.names.has(word)
}

function read(draft: Draft): Words {
  const [names, lower] = [new Set<string>(), new Set<string>()]
  for (const { content } of everyBlock(draft)) {
    for (const [word] of content.text.matchAll(WITHIN)) names.add(word)
    for (const [word] of content.text.matchAll(LOWER)) lower.add(word)
  }
  return { names, lower }
}
