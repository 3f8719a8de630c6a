// Sentences of the text said again in large type, in the middle of another sentence: bold with quotation marks, bold, or
// italics. A perfect import keeps them in the front matter.
import type { Copy, Piece } from './copy.ts'
import type { Damage, Job } from './job.ts'
import { wound } from './job.ts'
import { cuts, turnPage } from './page-cuts.ts'
import type { Random } from './random.ts'
import { between, pick } from './random.ts'

const SENTENCES = /(?<=[a-z]{3}[.?!])(?:\[\^[^\]]+\])* (?=\p{Lu})/u
const FEWEST_WORDS = 18
/** No quotation marks, of which a sentence may have only one; an apostrophe stands before a letter. */
const PLAIN = /^(?:[\p{L}\p{N}\s,;.?!–-]|’(?=\p{L}))+$/u

/** Set sentences apart. */
export const pullQuotes: Damage = (job, random) => {
  const form = pick(random, ['**“', '**“', '**', '*'])
  const number = pick(random, [1, 1, 2])
  for (let i = 0; i < number; i++) pull(job, random, form)
}

function pull(job: Job, random: Random, form: string): void {
  const { clean, rough } = job
  const text = chooseSentences(clean, random)
  const taken = (clean.front['pull-quotes'] ?? []) as { text: string }[]
  if (text === undefined || taken.some((d) => d.text === text)) return
  const places = rough.pieces.flatMap((d, i) =>
    d.kind === 'paragraph' && !d.text.includes(text.slice(0, 20)) && cuts(d.text).length > 0
      ? [i]
      : []
  )
  const place = places[Math.floor(random() * places.length)]
  const host = rough.pieces[place ?? -1]
  if (place === undefined || !host) return
  const [left, right] = turnPage(host.text, random)
  const inside = form.endsWith('“') ? `“${text.replace(/\.$/u, '')}”` : text
  const mark = form.replace('“', '')
  const pulled: Piece = { kind: 'apart', depth: 0, text: mark + inside + mark }
  rough.pieces.splice(place, 1, { ...host, text: left }, pulled, { ...host, text: right })
  clean.front['pull-quotes'] = [...taken, { text }]
  wound(job, 'pull-quotes', text)
}

/** Two or three sentences of one paragraph, with nothing in them but words. */
function chooseSentences({ pieces }: Copy, random: Random): string | undefined {
  const runs = pieces.flatMap((d) => {
    if (d.kind !== 'paragraph' || d.text.includes('\n')) return []
    const sentences = d.text.split(SENTENCES)
    const length = between(random, 2, 3)
    return sentences.slice(0, 1 - length).map((_, i) => sentences.slice(i, i + length).join(' '))
  })
  const fit = runs.filter((d) => PLAIN.test(d) && d.split(' ').length >= FEWEST_WORDS)
  return fit[Math.floor(random() * fit.length)]
}
