// A word is spelt one way throughout: `-ise` or `-ize`, `colour` or `color`, `co-operate` or `cooperate`, with an accent or
// without, and a compound before the same noun with a hyphen or open. The rarer way is asked about once a word.
//
//     long-term plans … long term plans
import { asked } from './copy.ts'
import type { Copy, Passage, Query, Word } from './copy.ts'
import { unaccented } from './one-edit.ts'
import { quote } from './quote.ts'

const RULE = 'spellings-agree'
const LOWER = /^\p{Ll}{2,}(?:-\p{Ll}{2,})*$/u
/** A dash that was set as a hyphen: `believe-that`. */
const NO_COMPOUND = /-(?:that|the|and|or|of|to|is|was|it|he|she|they|we|you|a|an|this|but|with)$/u
const SHORTEST = 6
const SPELT = 0.6
const OPEN = 0.65

interface Form {
  text: string
  passage: Passage
  at: number
  count: number
}

/** Words that are spelt in two ways. */
export function* spellingsAgree(copy: Copy): Generator<Query> {
  const words = new Map<string, Map<string, Form>>()
  for (const passage of copy.passages)
    for (const { text, at } of passage.words)
      if (LOWER.test(text)) add(words, keyOf(text), text, passage, at)
  for (const forms of words.values()) yield* rarer(forms, SPELT)
  for (const forms of compounds(copy).values()) yield* rarer(forms, OPEN)
}

function add(
  words: Map<string, Map<string, Form>>,
  key: string,
  text: string,
  passage: Passage,
  at: number
): void {
  const forms = words.get(key) ?? new Map<string, Form>()
  const form = forms.get(text) ?? { text, passage, at, count: 0 }
  form.count += 1
  words.set(key, forms.set(text, form))
}

/** What two spellings of one word have in common. */
function keyOf(word: string): string {
  const bare = unaccented(word.length < SHORTEST ? word : word.replaceAll('-', ''))
  if (bare.length < SHORTEST) return bare
  return bare
    .replace(/is(e|ed|es|ing|er|ers|ations?|able)$/u, 'iz$1')
    .replace(/our(s|ed|ing|able|ite|ful|less)?$/u, 'or$1')
    .replace(/^(cent|theat|fib|calib|spect|lust|somb)re(s?)$/u, '$1er$2')
}

function* rarer(forms: ReadonlyMap<string, Form>, weight: number): Generator<Query> {
  const [usual, ...others] = [...forms.values()].toSorted((a, b) => b.count - a.count)
  for (const { text, passage, at, count } of others) {
    if (!usual || text === usual.text) continue
    const times = count > 1 ? `, ${count} times in all` : ''
    const reason = `Unexpected ${quote(text)}, expected ${quote(usual.text)} as elsewhere${times}`
    yield asked(RULE, passage, at, at + text.length, reason, weight)
  }
}

/** Compounds before one noun, with a hyphen and open: `long-term plans`, `long term plans`. */
function compounds({ passages }: Copy): Map<string, Map<string, Form>> {
  const found = new Map<string, Map<string, Form>>()
  for (const passage of passages)
    for (const [i, { text, at }] of passage.words.entries()) {
      const next = passage.words[i + 1]
      if (
        text.includes('-') &&
        !NO_COMPOUND.test(text) &&
        LOWER.test(text) &&
        joined(passage, at + text.length, next)
      )
        add(found, `${text.replaceAll('-', ' ')} ${next.text}`, `${text} ${next.text}`, passage, at)
    }
  for (const passage of passages)
    for (const [i, { text, at }] of passage.words.entries()) {
      const [b, c] = [passage.words[i + 1], passage.words[i + 2]]
      if (!joined(passage, at + text.length, b) || !joined(passage, b.at + b.text.length, c))
        continue
      const key = `${text} ${b.text} ${c.text}`
      if (found.has(key)) add(found, key, key, passage, at)
    }
  return found
}

function joined({ text }: Passage, end: number, next: Word | undefined): next is Word {
  return next !== undefined && next.at === end + 1 && text[end] === ' '
}
