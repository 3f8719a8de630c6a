// A word or a pair of words that the text writes small, and here, used the same way, with a capital. The rarer way is asked
// about once a word. Where very many words vary, as in old books, it is the author’s way and nothing is asked.
//
//     the party … the Party; the long march … the Long March
import { asked, italicAt } from './copy.ts'
import type { Copy, Passage, Query, Word } from './copy.ts'
import { quote } from './quote.ts'

const RULE = 'capitals-agree'
const OWNER = /[’'-]/u
const WORD = /^\p{L}\p{Ll}{2,}$/u
/** One way is the rule when it is this many times as frequent as the other. */
const RULE_IS = 3
const LEAST = 3
/** More words than this in so many are a habit. */
const HABIT = 1500
const FUNCTION =
  /^(?:in|on|at|to|for|from|with|by|and|or|but|is|are|was|were|has|had|will|would|can|could|may|might|that|which|who|when|where|as|than|against|into|over|under)$/u
const LIKELY = 0.45
/** The small word among great ones is often the common noun beside the name. */
const SMALL = 0.3
const PAIR = 0.5

interface Use {
  text: string
  passage: Passage
  at: number
  count: number
}

/** Words whose capitals vary. */
export function* capitalsAgree(copy: Copy): Generator<Query> {
  const uses = new Map<string, Map<string, Use>>()
  for (const passage of copy.passages)
    if (passage.kind === 'paragraph')
      for (const i of passage.words.keys())
        for (const used of usesAt(passage, i)) add(uses, used, passage)
  const found = [...uses.values()].flatMap((d) => [...rarer(d)])
  if (found.length <= 3 + copy.size / HABIT) yield* found
}

function add(
  uses: Map<string, Map<string, Use>>,
  { text, at }: Pick<Word, 'text' | 'at'>,
  passage: Passage
): void {
  const forms = uses.get(text.toLowerCase()) ?? new Map<string, Use>()
  const form = forms.get(text) ?? { text, at, passage, count: 0 }
  form.count += 1
  uses.set(text.toLowerCase(), forms.set(text, form))
}

/** The word and the pair of words after an article, where no other capital stands beside them. */
function* usesAt(passage: Passage, i: number): Generator<{ text: string; at: number }> {
  const { words, text } = passage
  if (words[i]?.lower !== 'the') return
  const [article, a, b, c] = words.slice(i, i + 4)
  if (!article || !a || !joined(text, article, a)) return
  const before = words[i - 1]
  // `George the First`; titles keep the capitals of their own.
  if ((before && joined(text, before, article) && capital(before)) || italicAt(passage, a.at))
    return
  if (!WORD.test(a.text) || OWNER.test(text[a.at + a.text.length] ?? '')) return
  const second = joined(text, a, b) ? b : undefined
  if (absolute(text, a, b)) yield a
  if (!second || !WORD.test(second.text) || (capital(second) && !capital(a))) return
  if (!joined(text, second, c) || !capital(c) || !capital(second))
    yield { text: `${a.text} ${second.text}`, at: a.at }
}

/** `the State`, and not `the State prison` or `the state of things`, where the word may be another. */
function absolute(text: string, a: Word, next: Word | undefined): boolean {
  return !joined(text, a, next) || (next.text !== 'of' && FUNCTION.test(next.text))
}

function* rarer(forms: ReadonlyMap<string, Use>): Generator<Query> {
  const [usual, ...others] = [...forms.values()].toSorted((a, b) => b.count - a.count)
  for (const { text, passage, at, count } of others) {
    if (!usual || usual.count < LEAST || usual.count < RULE_IS * count) continue
    const times = count > 1 ? `, ${count} times in all` : ''
    const reason = `Unexpected ${quote(text)}, expected ${quote(usual.text)} as at ${usual.count} other places${times}`
    yield asked(RULE, passage, at, at + text.length, reason, weightOf(text))
  }
}

function joined(text: string, a: Word, b: Word | undefined): b is Word {
  return b !== undefined && text.slice(a.at + a.text.length, b.at) === ' '
}

function capital({ text }: Word): boolean {
  return /^\p{Lu}/u.test(text)
}

function weightOf(text: string): number {
  if (/^\p{Ll}/u.test(text)) return SMALL
  return text.includes(' ') ? PAIR : LIKELY
}
