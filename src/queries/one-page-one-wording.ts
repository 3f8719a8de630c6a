// Two quotations from one page that say nearly the same in different words: one of them may not be exact, or the page of
// one is wrong.
//
//     “a bird in the hand”[^3] … “a bird held in the hand”[^5], both from p8
import { citingNotes } from './citations.ts'
import { asked } from './copy.ts'
import type { Copy, Passage, Query } from './copy.ts'
import { quote } from './quote.ts'

const QUOTATION = /“([^“”]+)[.,]?”[.,;:]?$/u
const LONGEST = 600
const ALIKE = 0.5
const LIKELY = 0.5

interface Quoted {
  passage: Passage
  from: number
  to: number
  words: ReadonlySet<string>
  text: string
}

/** Quotations of one page that differ. */
export function* onePageOneWording(copy: Copy): Generator<Query> {
  const quotations = quotationsByCall(copy)
  const byPage = new Map<string, Quoted[]>()
  for (const { label, citations } of citingNotes(copy)) {
    const quoted = quotations.get(label)
    const [citation] = citations
    if (!quoted || citation?.page === undefined || citations.length > 1) continue
    const key = [citation.author, citation.title, citation.volume, citation.page].join('\n')
    for (const other of byPage.get(key) ?? []) {
      if (!alike(quoted, other)) continue
      const reason = `Unexpected ${quote(quoted.text)}, expected ${quote(other.text)} as quoted before from the same page`
      yield asked('one-page-one-wording', quoted.passage, quoted.from, quoted.to, reason, LIKELY)
      break
    }
    byPage.set(key, [...(byPage.get(key) ?? []), quoted].slice(-5))
  }
}

function quotationsByCall({ passages }: Copy): Map<string, Quoted> {
  const quotations = new Map<string, Quoted>()
  for (const passage of passages)
    for (const { label, at } of passage.calls) {
      const start = Math.max(0, at - LONGEST)
      const found = QUOTATION.exec(passage.text.slice(start, at))
      const [, text = ''] = found ?? []
      if (!found || quotations.has(label)) continue
      const from = start + found.index
      quotations.set(label, { passage, from, to: at, text, words: wordsOf(text) })
    }
  return quotations
}

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}{5,}/gu) ?? []
  return new Set(words.map((d) => d.slice(0, 5)))
}

/** They share half the long words of the shorter, and one does not hold the other. */
function alike(a: Quoted, b: Quoted): boolean {
  if (a.text.includes(b.text) || b.text.includes(a.text)) return false
  const shared = [...a.words].filter((d) => b.words.has(d)).length
  return shared > 1 && shared >= ALIKE * Math.min(a.words.size, b.words.size)
}
