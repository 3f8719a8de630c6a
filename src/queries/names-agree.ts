// A name is spelt one way: one that stands once in the text, and is one letter from another name of the text or from a
// well-known one, may be a slip. A town called after a man (`-sk`, `-grad`) knows his name.
//
//     Wellington … Welington
import { asked } from './copy.ts'
import type { Copy, Passage, Query, Word } from './copy.ts'
import { isKnown } from './known-words.ts'
import { lettersLeftOut, unaccented } from './one-edit.ts'
import { quote } from './quote.ts'
import { ENDING, wellKnown } from './well-known-names.ts'

const RULE = 'names-agree'
const CAPITAL = /^\p{Lu}\p{Ll}{4,}$/u
const LONG = 7
const IN_TEXT = 0.8
const ACCENT = 0.75
const SPELT_TWICE = 0.45
const FAR = 0.3

interface Name {
  text: string
  passage: Passage
  at: number
  count: number
}

/** Names that look like slips of others. */
export function* namesAgree(copy: Copy): Generator<Query> {
  const names = namesOf(copy)
  const near = new Map<string, Name[]>()
  for (const name of names.values())
    for (const key of new Set(lettersLeftOut(unaccented(name.text))))
      near.set(key, [...(near.get(key) ?? []), name].slice(0, 20))
  for (const name of names.values()) {
    if (name.count > 1 || isKnown(name.text, copy.dictionary)) continue
    const other = otherSpelling(name, near)
    const found = other ?? wellKnown(name.text, copy.dictionary)
    if (!found) continue
    const reason = `Unexpected name ${quote(name.text)}, expected ${quote(found.text)}`
    const end = name.at + name.text.length
    yield asked(RULE, name.passage, name.at, end, reason, found.weight)
  }
}

function namesOf({ passages, counts }: Copy): Map<string, Name> {
  const names = new Map<string, Name>()
  for (const passage of passages)
    for (const word of passage.words)
      for (const { text, at } of partsOf(word)) {
        const bare = text.replace(/[’']s?$/u, '')
        const known = names.get(bare)
        if (known && bare !== word.text) known.count += 1
        if (known || !CAPITAL.test(bare) || (word.first && at === word.at)) continue
        if (counts.has(bare.toLowerCase())) continue
        names.set(bare, { text: bare, passage, at, count: Math.max(1, counts.get(bare) ?? 0) })
      }
  return names
}

/** The parts of a name: `Saint-Just`, `d’Alembert`. */
function partsOf({ text, lower, at }: Word): Pick<Word, 'text' | 'at'>[] {
  if (text === lower) return []
  const parts: Pick<Word, 'text' | 'at'>[] = []
  let start = at
  for (const part of text.split(/[-’'](?=\p{Lu})/u)) {
    parts.push({ text: part, at: start })
    start += part.length + 1
  }
  return parts
}

function otherSpelling(
  name: Name,
  near: ReadonlyMap<string, readonly Name[]>
): { text: string; weight: number } | undefined {
  const keys = lettersLeftOut(unaccented(name.text))
  const others = keys.flatMap((d) => near.get(d) ?? []).filter((d) => oneLetter(name.text, d.text))
  const [best] = others.toSorted((a, b) => b.count - a.count)
  if (!best) return undefined
  if (unaccented(best.text) === name.text) return { text: best.text, weight: ACCENT }
  // Two short names often differ by one letter; that one is left out or doubled is more likely a slip.
  const another = best.text.length === name.text.length && !sameLetters(best.text, name.text)
  if (another && best.text.length < LONG) return { text: best.text, weight: FAR }
  if (best.count > 1) return { text: best.text, weight: IN_TEXT }
  return best.at > name.at || best.passage !== name.passage
    ? { text: best.text, weight: SPELT_TWICE }
    : undefined
}

/** Whether two names have the same letters. */
function sameLetters(a: string, b: string): boolean {
  return [...a].toSorted().join('') === [...b].toSorted().join('')
}

/** Whether a slip of one letter lies between two names, and no ending. */
function oneLetter(a: string, b: string): boolean {
  if (a === b || a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return false
  const [long, short] = a.length > b.length ? [a, b] : [b, a]
  let from = 0
  while (from < short.length && long[from] === short[from]) from += 1
  if (long.length > short.length)
    return (
      long.slice(from + 1) === short.slice(from) &&
      !(from === short.length && ENDING.test(long.slice(-1)))
    )
  if (from === long.length - 1) return false
  const turned = long[from] === short[from + 1] && long[from + 1] === short[from]
  return long.slice(from + (turned ? 2 : 1)) === short.slice(from + (turned ? 2 : 1))
}
