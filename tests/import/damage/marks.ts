// Damages to single signs, as a typewriter, a careless hand or a scanner sets them: quotation marks, dashes, ellipses,
// ranges, ligatures, soft hyphens.
import hyphenator from 'hyphen/en-gb/index.js'
import type { Damage } from './job.ts'
import { everyProse, wound } from './job.ts'
import { pick } from './random.ts'

const RANGE = /(?<=\d)–(?=\d)/gu
const LIGATURES: ReadonlyMap<string, string> = new Map([
  ['ffi', 'ﬃ'],
  ['ffl', 'ﬄ'],
  ['ff', 'ﬀ'],
  ['fi', 'ﬁ'],
  ['fl', 'ﬂ']
])

/** Curly marks become straight, all of them or most. */
export const typewriterQuotes: Damage = (job, random) => {
  const kept = pick(random, [0, 0, 0.3])
  everyProse(job, (text) =>
    text.replace(/[“”‘’]/gu, (d) => (random() < kept ? d : /[“”]/u.test(d) ? '"' : "'"))
  )
  wound(job, 'typewriter-quotes', kept === 0 ? 'all straight' : 'three in ten stay curly')
}

/** ` – ` becomes ` - ` or ` -- `, `—` becomes `--`. */
export const hyphensForDashes: Damage = (job, random) => {
  const short = pick(random, [' - ', ' - ', ' -- '])
  everyProse(job, (text) => text.replaceAll(' – ', short).replaceAll('—', '--'))
  wound(job, 'hyphens-for-dashes', short)
}

/** `…` becomes `...` or `. . .`. */
export const dotsForEllipses: Damage = (job, random) => {
  const dots = pick(random, ['...', '...', '. . .'])
  everyProse(job, (text) => text.replaceAll('…', dots))
  wound(job, 'dots-for-ellipses', dots)
}

/** `1807–8` becomes `1807-8`. */
export const hyphenRanges: Damage = (job) => {
  everyProse(job, (text) => text.replace(RANGE, '-'))
  wound(job, 'hyphen-ranges', '-')
}

/** Some `fi` become `ﬁ`. */
export const ligatures: Damage = (job, random) => {
  const share = pick(random, [0.4, 1])
  everyProse(job, (text) =>
    text.replace(/ff[il]|f[fil]/gu, (d) => (random() < share ? (LIGATURES.get(d) ?? d) : d))
  )
  wound(job, 'ligatures', `${share}`)
}

/** Some words keep a soft hyphen from a line that is gone. */
export const softHyphens: Damage = (job, random) => {
  everyProse(job, (text) =>
    text.replace(/\p{Ll}{7,}/gu, (word) => (random() < 0.04 ? softened(word, random()) : word))
  )
  wound(job, 'soft-hyphens', 'one word in 25')
}

function softened(word: string, at: number): string {
  const places = syllables(word)
  const place = places[Math.floor(at * places.length)]
  return place === undefined ? word : `${word.slice(0, place)}\u00AD${word.slice(place)}`
}

/** Where a word may be broken, at least two letters from either end. */
export function syllables(word: string): number[] {
  const places: number[] = []
  let at = 0
  for (const part of hyphenator
    .hyphenateSync(word, { minWordLength: 5 })
    .split('\u00AD')
    .slice(0, -1)) {
    at += part.length
    if (at > 1 && word.length - at > 1) places.push(at)
  }
  return places
}
