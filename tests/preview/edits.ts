// A short text on small pages, and edits of it as an editor makes them: words, paragraphs that come, go and move, notes.
import { randomFrom } from '../../bench/typeset/random.ts'

const PARAGRAPHS = 40

/** The same each time: paragraphs that begin with `word10`, `word20`, three notes, and a heading in the middle. */
export function newText(): string {
  const words = ['set', 'the', 'evening', 'pamphlet', 'printer', 'of', 'composing', 'and', 'stick']
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, index) => {
    const own = Array.from({ length: 10 }, (__, d) => {
      const number = index * 10 + d
      return `word${number} ${words[number % words.length]} ${words[(number * 7) % words.length]}`
    })
    const call = index % 13 === 5 ? `[^${index}]` : ''
    return `${own.join(' ')} *stressed* end.${call}`
  })
  paragraphs.splice(PARAGRAPHS / 2, 0, '## Second part')
  const notes = [5, 18, 31].map((d, index) => `[^${d}]: A note${index + 1}x of some words.`)
  const front = '---\ntitle: A short text\nauthor: Ada Press\nlanguage: en-GB\ntrim: a6\n---'
  return `${[front, '## First part', ...paragraphs, ...notes].join('\n\n')}\n`
}

/** @param seed the same edit for the same */
export function editAgain(text: string, seed: number): string {
  const random = randomFrom(seed + 1)
  const blocks = text.split('\n\n')
  const places = blocks.flatMap((d, index) => (d.startsWith('word') ? [index] : []))
  const pick = (): number => places[Math.floor(random() * places.length)] ?? 2
  const [at, other] = [pick(), pick()]
  const block = blocks[at] ?? ''
  const kind = places.length < PARAGRAPHS / 2 ? 2 : Math.floor(random() * 6)
  if (kind < 2) blocks[at] = block.replace(/ [a-z]+ /u, ` changed${seed} `)
  else if (kind === 2) blocks.splice(at, 0, `word${1000 + seed} is a new paragraph of few words.`)
  else if (kind === 3 && !block.includes('[^')) blocks.splice(at, 1)
  else if (kind === 4) [blocks[at], blocks[other]] = [blocks[other] ?? '', block]
  else blocks[blocks.length - 1] = `${blocks.at(-1)?.trimEnd()} And ${seed} more.\n`
  return blocks.join('\n\n')
}
