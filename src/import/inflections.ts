// A word and its kin: `dog` for `dogs`, `carry` for `carried`, `run` for `running`. What is known of one form tells of the
// others, in the text and in the word lists.

const ENDINGS: readonly (readonly [ending: string, instead: string])[] = [
  ['s', ''],
  ['es', ''],
  ['ies', 'y'],
  ['men', 'man'],
  ['ed', ''],
  ['ed', 'e'],
  ['ied', 'y'],
  ['ing', ''],
  ['ing', 'e'],
  ['er', ''],
  ['er', 'e'],
  ['ers', ''],
  ['ly', ''],
  ['ness', ''],
  ["'s", ''],
  ['est', ''],
  ['th', ''],
  ['eth', ''],
  ['less', ''],
  ['ish', ''],
  ['like', '']
]
const ADDED = ['s', 'es', 'ed', 'd', 'ing', 'ly', 'er', "'s"]
const SHORTEST = 2
const DOUBLED = /(.)\1$/u

/** Words that this one may be an inflection of, whether or not they are words. */
export function stemsOf(word: string): string[] {
  const stems: string[] = []
  for (const [ending, instead] of ENDINGS) {
    if (!word.endsWith(ending) || word.length - ending.length < SHORTEST) continue
    const stem = word.slice(0, -ending.length)
    stems.push(stem + instead)
    if (instead === '' && DOUBLED.test(stem)) stems.push(stem.slice(0, -1))
  }
  return stems
}

/** Words that may be inflections of this one. */
export function inflectionsOf(word: string): string[] {
  return ADDED.map((d) => word + d)
}
