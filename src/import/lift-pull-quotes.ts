// A pull quote says in large type what the text also says, and may stand in the middle of a sentence: `There`, the pull
// quote, `were 3.5 million`. It goes to the front matter, so that its words are kept and not printed twice; the sentence
// is closed by join-paragraphs. Words are compared by their letters alone: marks, calls and broken words may differ.
import type { Block, Draft } from './draft.ts'
import { tell } from './draft.ts'
import { emphasisedWhole } from './emphasised-whole.ts'
import type { Stretch } from './stretch.ts'
import { placeAt, slice } from './stretch.ts'

const CALLS = /\[\^[^[\]\s]+\]|<sup\b[^<>]{0,99}>[^<]{0,20}<\/sup>/giu
const MARKS = /[^\p{L}\p{N}]+/gu
const SHORTEST = 24
const OPENING = /^["“'‘]/u
const CLOSING = /["”'’]$/u

/** A paragraph that may be a pull quote: its block, its text without emphasis, its letters. */
interface Candidate {
  index: number
  inside: Stretch
  letters: string
}

/** Lift pull quotes out of the text. */
export function liftPullQuotes(draft: Draft): void {
  const candidates = findCandidates(draft)
  if (candidates.length === 0) return
  const chosen = new Set(candidates.map((d) => d.index))
  const said = saidElsewhere(draft, chosen, new Set(candidates.map((d) => d.letters)))
  const lifted = new Map(candidates.filter((d) => said.has(d.letters)).map((d) => [d.index, d]))
  if (lifted.size === 0) return
  const blocks: Block[] = []
  for (const [i, block] of draft.blocks.entries()) {
    const candidate = lifted.get(i)
    if (candidate) lift(draft, blocks.at(-1), candidate)
    else blocks.push(lifted.has(i - 1) ? { ...block, turned: true } : block)
  }
  draft.blocks = blocks
}

function findCandidates(draft: Draft): Candidate[] {
  return draft.blocks.flatMap((block, index) => {
    const inside = emphasisedWhole(block)
    const letters = inside ? lettersOf(inside.text) : ''
    return inside && letters.length >= SHORTEST ? [{ index, inside, letters }] : []
  })
}

function lettersOf(text: string): string {
  return text.replace(CALLS, '').replace(MARKS, '').toLowerCase()
}

/** Which of the wanted letters the running text has, in one pass over its words. */
function saidElsewhere(
  draft: Draft,
  candidates: ReadonlySet<number>,
  wanted: ReadonlySet<string>
): ReadonlySet<string> {
  const byStart = new Map<string, Set<string>>()
  for (const letters of wanted) {
    const start = letters.slice(0, SHORTEST)
    byStart.set(start, (byStart.get(start) ?? new Set()).add(letters))
  }
  const running = draft.blocks.filter((d, i) => d.kind === 'paragraph' && !candidates.has(i))
  const words = running.flatMap((d) => d.content.text.replace(CALLS, '').split(/[\s—–]+/u))
  const letters = words.map((d) => lettersOf(d))
  const text = letters.join('')
  const said = new Set<string>()
  let at = 0
  for (const word of letters) {
    const rest = byStart.get(text.slice(at, at + SHORTEST))
    for (const d of rest ?? []) {
      if (!text.startsWith(d, at)) continue
      said.add(d)
      rest?.delete(d)
    }
    at += word.length
  }
  return said
}

function lift(draft: Draft, after: Block | undefined, { inside }: Candidate): void {
  const { text } = inside
  const quoted = OPENING.test(text) && CLOSING.test(text)
  const content = quoted ? slice(inside, 1, text.length - 1) : inside
  const block: Block = { kind: 'paragraph', depth: 0, quote: 0, content }
  draft.pullQuotes.push({ after, block })
  tell(draft, placeAt(inside, 0), 'lift-pull-quotes', text, 'pull-quotes: (front matter)')
}
