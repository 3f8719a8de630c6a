// How likely it is that a single mark at the head or the end of a word is an apostrophe: `'twas`, `'em`, `the '60s`, `'ome`
// (no word, but `home` is one); `goin'`, `th'`, `the printers' guild`. Told as costs, 0 for nearly always.
import type { House } from './quote-house.ts'

const ALWAYS = new Set(
  `tis tisn twas twasn twere tweren twill twould twouldn twixt twon twad twud em ems tain til
  nuff nother tother cept scuse spec spect spose appen mebbe mongst nless ullo ud ld ll ve
  neath gainst bacca baccy possum skeeter skeeters taters bus buses busman phone phones cello flu`.split(
    /\s+/u
  )
)
const OFTEN = new Set(
  `e er ere ers im is as at ad ave avin aven asn aint ow ole ome ot ud un uns ee a n s t d m ye
  bout cause kase cos cuz coz round fore till way ways most deed stead fraid long gin count pon tween lowed
  cordin larum plane fridge scape member sides pears magine special lectric cross low spite prentice
  eart eard ouse orse ead eads igh`.split(/\s+/u)
)
const CLIPS = new Set(
  `o th t wi i an d a ha fro ol mo po fo so wit tha mi my yo yer wid no gi gie ca fa fu hae sha
  n em ain un las mos jes jus bes wors lan han groun roun soun behin kin fin min tol col fiel worl chil
  stan sen en lef lif sof kep slep nex firs mus tak mak s ev`.split(/\s+/u)
)
const CUT_HEADS = 'a be th w e em im in re de ex un per po to al s at ac en dis'.split(' ')
const CUT_TAILS = 'd t g k f h th ve l ll'.split(' ')
const YEAR = /^\d\d(?:\p{L}.*)?$/u
const DECADE = /^\d0s$/u
const FIGURE = /^\p{N}+$/u
const NEVER = 60
const SHORTEST_CUT = 3

/** An ordinary word, in front of which or after which an apostrophe is unlikely. */
export const UNLIKELY = 45

/** What is known of words: those of the language, and how the text uses them. */
interface Words extends House {
  lexicon: ReadonlySet<string>
}

/** What an apostrophe costs before a word and after it. */
export interface WordCosts {
  head: (word: string) => number
  tail: (word: string) => number
}

/** The costs for a text; each word is judged once. */
export function wordCosts(words: Words): WordCosts {
  return {
    head: remembered((word) => headCost(word, words)),
    tail: remembered((word) => tailCost(word, words))
  }
}

function remembered(judge: (word: string) => number): (word: string) => number {
  const known = new Map<string, number>()
  return (word) => {
    const cost = known.get(word) ?? judge(word)
    known.set(word, cost)
    return cost
  }
}

function headCost(word: string, words: Words): number {
  const lower = word.toLowerCase()
  if (DECADE.test(word) || ALWAYS.has(lower)) return 0
  if (YEAR.test(word)) return 18
  const { lexicon, bare, dialect } = words
  const known = lexicon.has(lower)
  const aspirate = lexicon.has(`h${lower}`)
  if (!known && aspirate) return 4
  if (OFTEN.has(lower)) return known && bare.has(lower) ? (dialect ? 10 : 16) : 6
  const cut = lower.length >= SHORTEST_CUT && CUT_HEADS.some((d) => lexicon.has(d + lower))
  if (!dialect) return known ? UNLIKELY - (cut && !bare.has(lower) ? 7 : 0) : 34
  const often = (words.heads.get(lower) ?? 0) > 1 ? 4 : 0
  if (!known) return nameLike(word) - often - (cut ? 4 : 0)
  if (bare.has(lower)) return aspirate ? 20 : cut ? 34 : UNLIKELY
  return (cut || aspirate ? 14 : 24) - often
}

/** An unknown word in a text that clips words: likely a clip, and a name too when it begins with a vowel (`'Olloway`). */
function nameLike(word: string): number {
  if (word === word.toLowerCase()) return 11
  return /^[aeiou]/iu.test(word) ? 14 : 26
}

function tailCost(word: string, { lexicon, bare, dialect, tails }: Words): number {
  const lower = word.toLowerCase()
  if (CLIPS.has(lower)) return 0
  if (FIGURE.test(word)) return NEVER
  const known = lexicon.has(lower)
  if (/.in$/u.test(lower) && (!known || lexicon.has(`${lower}g`)))
    return !known ? 0 : dialect && !bare.has(lower) ? 2 : 12
  const times = tails.get(lower) ?? 0
  if (/[sxz]$/u.test(lower)) return dialect && (times > 1 || !bare.has(lower)) ? 5 : 10
  if (!dialect) return known ? UNLIKELY : 20
  if (!known) return times > 1 ? 0 : 6
  if (times > 1 && !bare.has(lower)) return 3
  const cut = lower.length >= SHORTEST_CUT && CUT_TAILS.some((d) => lexicon.has(lower + d))
  return (cut ? 24 : 30) - (times > 2 ? 12 : 0)
}
