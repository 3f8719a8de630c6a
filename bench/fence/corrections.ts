// A manuscript in, one-line corrections of it out, as an author makes them at second proof: a word for another, a few words
// more or fewer, in the text or in a note. The same seed gives the same corrections.
import { randomFrom } from '../typeset/random.ts'

/** One correction. */
export interface Correction {
  /** What is done: `replace`, `add 3`, `delete 2`, in the text or in a note. */
  what: string
  /** Manuscript line, from 1. */
  line: number
  /** The manuscript with it. */
  text: string
}

const MOST_WORDS = 6
/** One in so many is in a note, where the text has notes. */
const NOTE_EVERY = 6
const NOTE = /^\[\^[^\]]+\]:/u
const NO_PROSE = /^(?:#|\||`|~|!|:|-{3}|<|\s*$)/u
const PLAIN = /^[a-z]{2,}$/u

export function* corrections(
  manuscript: string,
  count: number,
  seed: number
): Generator<Correction> {
  const random = randomFrom(seed)
  const whole = (most: number) => Math.floor(random() * most)
  const lines = manuscript.split('\n')
  const [prose, notes] = proseOf(lines)
  const words = [...new Set(prose.flatMap((d) => wordsOf(lines[d] ?? '').map((w) => w.text)))]
  for (let made = 0; made < count;) {
    const from = notes.length > 0 && whole(NOTE_EVERY) === 0 ? notes : prose
    const row = from[whole(from.length)] ?? 0
    const changed = correct(lines[row] ?? '', words, whole)
    if (!changed) continue
    made += 1
    const where = from === notes ? 'note' : 'text'
    const text = lines.with(row, changed.line).join('\n')
    yield { what: `${changed.what} in the ${where}`, line: row + 1, text }
  }
}

/** Rows of paragraphs, and of notes. */
function proseOf(lines: readonly string[]): [prose: number[], notes: number[]] {
  const [prose, notes]: [number[], number[]] = [[], []]
  const front = lines[0] === '---' ? lines.indexOf('---', 1) : -1
  let code = false
  for (const [row, line] of lines.entries()) {
    if (/^(?:`{3}|~{3})/u.test(line)) code = !code
    if (row <= front || code || NO_PROSE.test(line) || wordsOf(line).length < 4) continue
    if (NOTE.test(line)) notes.push(row)
    else prose.push(row)
  }
  return [prose, notes]
}

/** Words without any mark, that stand between two spaces. */
function wordsOf(line: string): { text: string; at: number }[] {
  return [...line.matchAll(/(?<= )[^ ]+(?= )/gu)]
    .filter(({ 0: text }) => PLAIN.test(text))
    .map(({ 0: text, index }) => ({ text, at: index }))
}

function correct(
  line: string,
  words: readonly string[],
  whole: (most: number) => number
): { what: string; line: string } | undefined {
  const own = wordsOf(line)
  const word = own[whole(own.length)]
  if (!word) return undefined
  const before = line.slice(0, word.at)
  const after = line.slice(word.at + word.text.length)
  const any = () => words[whole(words.length)] ?? ''
  const count = 1 + whole(MOST_WORDS)
  switch (whole(3)) {
    case 0: {
      const other = any()
      if (other.length === word.text.length) return undefined
      return { what: `replace \`${word.text}\` by \`${other}\``, line: before + other + after }
    }
    case 1: {
      const added = Array.from({ length: count }, any).join(' ')
      return { what: `add ${count}`, line: `${before}${added} ${word.text}${after}` }
    }
    default: {
      const gone = new RegExp(`^(?:[a-z]{2,} ){${count}}`, 'u').exec(line.slice(word.at))
      if (!gone) return undefined
      return { what: `delete ${count}`, line: before + line.slice(word.at + gone[0].length) }
    }
  }
}
