// English words that cannot end a sentence: what stands behind `the`, `of` or `Mrs` belongs to them, even with a capital.

const WORDS = new Set(
  `a an the of to in on at by for with from into upon about between among against through under over and or nor but as
   than that which who whose whom is are was were be been being has have had having will would shall should can could
   may might must not no his her its their our your my this these those very more most such each every both any some
   other another same own when while where because if unless until since although though whether also only what how
   Mr Mrs Miss Messrs Mme Dr Prof Rev Sir Lord Lady Madame Monsieur Herr Frau`.split(/\s+/u)
)

/** Whether a sentence goes on behind this word. */
export function goesOnBehind(word: string): boolean {
  return WORDS.has(word)
}
