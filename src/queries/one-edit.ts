// How near two words are: one letter too many, too few, another or two that changed places.

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** Words one slip of the pen away, with what the slip was: a letter left out of them weighs most. */
export function* oneEdit(word: string): Generator<{ word: string; slip: Slip }> {
  for (let i = 0; i <= word.length; i += 1) {
    const head = word.slice(0, i)
    const tail = word.slice(i)
    for (const letter of LETTERS) yield { word: head + letter + tail, slip: 'left out' }
    if (tail === '') continue
    const [a = '', b = ''] = tail
    yield { word: head + tail.slice(1), slip: a === b ? 'doubled' : 'too many' }
    if (b !== '' && a !== b) yield { word: head + b + a + tail.slice(2), slip: 'turned' }
    for (const letter of LETTERS)
      if (letter !== a) yield { word: head + letter + tail.slice(1), slip: 'another' }
  }
}

/** What happened to the letter. */
export type Slip = 'left out' | 'doubled' | 'too many' | 'turned' | 'another'

/** A word with each of its letters left out in turn, and whole: two words one edit apart share one of these. */
export function lettersLeftOut(word: string): string[] {
  return [
    word,
    ...Array.from({ length: word.length }, (_, i) => word.slice(0, i) + word.slice(i + 1))
  ]
}

/** The letters without their accents. */
export function unaccented(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '')
}
