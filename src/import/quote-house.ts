// What a text as a whole tells of its marks: which of them stand around speech (`"Yes," she said` or `'Yes,' she said`),
// whether its people clip their words (`goin' 'ome`), and which words it writes without a mark before them.

const SINGLE = /[.,!?…]['’](?=\s|$)/gu
const DOUBLE = /[.,!?…]["”](?=\s|$)/gu
const LOOSE = /(?<![\p{L}\p{N}])['‘’]|['‘’](?![\p{L}\p{N}])/gu
const CLIPPED_HEAD =
  /(?<![\p{L}\p{N}])['‘’](?:tis|twas|em|im|er|e|ome|ere|ave|bout|ud|uz|ow|ouse|ead|ard|elp)(?!\p{L})/giu
const CLIPPED_TAIL = /(?<!\p{L})(?:\p{L}{1,12}n|th|o|wi|yo|mo|mos|jes|ol)['’](?=\s)/giu
const WORD = /(['‘’]?)(\p{L}+)(['‘’](?!\p{L}))?(?=(\s\p{Ll})?)/gu
const FEWEST_CLIPS = 3
const CLEAR = 2
const CLIPPED_SHARE = 0.08

/** The habits of a text. */
export interface House {
  /** The mark around speech, when the paragraphs agree. */
  outer: 'single' | 'double' | undefined
  /** Words are clipped in speech, so that an unknown word with a mark may be one of these. */
  dialect: boolean
  /** Words, in lower case, that stand somewhere without a mark before them. */
  bare: ReadonlySet<string>
  /** How often each word stands with a mark before it, and with one after it that no stop precedes or follows. */
  heads: ReadonlyMap<string, number>
  tails: ReadonlyMap<string, number>
}

/** Read the habits of a text from all its paragraphs. */
export function houseOf(texts: readonly string[]): House {
  const count = (pattern: RegExp): number =>
    texts.reduce((sum, d) => sum + (d.match(pattern)?.length ?? 0), 0)
  const [single, double] = [count(SINGLE), count(DOUBLE)]
  const clipped = count(CLIPPED_HEAD) + count(CLIPPED_TAIL)
  return {
    outer: leads(single, double) ? 'single' : leads(double, single) ? 'double' : undefined,
    dialect: clipped >= FEWEST_CLIPS && clipped > CLIPPED_SHARE * count(LOOSE),
    ...wordsOf(texts)
  }
}

function leads(one: number, other: number): boolean {
  return one > CLEAR * other
}

function wordsOf(texts: readonly string[]): Pick<House, 'bare' | 'heads' | 'tails'> {
  const bare = new Set<string>()
  const heads = new Map<string, number>()
  const tails = new Map<string, number>()
  for (const text of texts)
    for (const [, head, letters = '', tail, on] of text.matchAll(WORD)) {
      const word = letters.toLowerCase()
      if (head !== '') heads.set(word, (heads.get(word) ?? 0) + 1)
      else if (tail === undefined) bare.add(word)
      else if (on !== undefined) tails.set(word, (tails.get(word) ?? 0) + 1)
    }
  return { bare, heads, tails }
}
