// The quotation marks and apostrophes of a text as it is read, each with what stands on either side of it. Marks beside each
// other have the same neighbours: in `"'Tis late,"` both of the first two stand between the start and `Tis`.

const MARKS = new Set(`'‘’"“”`)
const DOUBLE = new Set('"“”')
const SPACE = /^\s$/u
const THIN = /^[\u00A0\u2009\u200A\u202F]$/u
const LETTER = /^[\p{L}\p{M}\uD800-\uDFFF]$/u
const DIGIT = /^\p{N}$/u
const STOP = /^[.,;:!?…]$/u
const DASH = /^[–—―=/|]$/u
const OPENER = /^[([{<«„]$/u
const CLOSER = /^[)\]}>»]$/u
const LONGEST_GAP = 4
const LONGEST_WORD = 24

/** What kind of sign stands beside a mark; `edge` is the start or the end of the block. */
export type Side =
  'edge' | 'letter' | 'digit' | 'stop' | 'dash' | 'hyphen' | 'opener' | 'closer' | 'mark' | 'other'

/** One side of a mark: the nearest sign that is neither mark nor space, and the word that it belongs to. */
export interface Neighbour {
  side: Side
  sign: string
  /** White space lies between. */
  gap: boolean
  /** The letters and digits that touch the mark; none over a gap. */
  word: string
  /** The sign beyond that word, and whether the word goes on after it: `'e'll`. */
  beyond: string
  joined: boolean
}

/** A mark and its neighbours. */
export interface Mark {
  /** Index among the signs read. */
  at: number
  sign: string
  double: boolean
  before: Neighbour
  after: Neighbour
  /** Marks between it and its neighbours, in a row of several. */
  fromBefore: number
  fromAfter: number
}

/** All marks of a text, in order. */
export function marksOf(signs: readonly string[]): Mark[] {
  const marks: Mark[] = []
  for (let at = 0; at < signs.length;) {
    let end = at
    while (isMark(signs[end]) || (end > at && thinBetween(signs, end))) end++
    if (end === at) at++
    else {
      const before = neighbour(signs, at, -1)
      const after = neighbour(signs, end - 1, 1)
      const row = { before, after, from: at, end }
      for (; at < end; at++) if (isMark(signs[at])) marks.push(markAt(signs, at, row))
    }
  }
  return marks
}

interface Row {
  before: Neighbour
  after: Neighbour
  from: number
  end: number
}

function markAt(signs: readonly string[], at: number, { before, after, from, end }: Row): Mark {
  const sign = signs[at] ?? ''
  const [fromBefore, fromAfter] = [at - from, end - 1 - at]
  return { at, sign, double: DOUBLE.has(sign), before, after, fromBefore, fromAfter }
}

function isMark(sign: string | undefined): boolean {
  return sign !== undefined && MARKS.has(sign)
}

/** Printers set a thin space between two marks: `“ ‘Go!’ ”`. */
function thinBetween(signs: readonly string[], at: number): boolean {
  return THIN.test(signs[at] ?? '') && isMark(signs[at - 1]) && isMark(signs[at + 1])
}

function neighbour(signs: readonly string[], from: number, step: 1 | -1): Neighbour {
  let at = from + step
  while (SPACE.test(signs[at] ?? '') && Math.abs(at - from) <= LONGEST_GAP) at += step
  const gap = at !== from + step
  const sign = signs[at] ?? ''
  let word = ''
  const longest = gap ? 0 : LONGEST_WORD
  let end = at
  while (word.length < longest && isWord(signs[end])) {
    word = step > 0 ? word + (signs[end] ?? '') : (signs[end] ?? '') + word
    end += step
  }
  const beyond = signs[end] ?? ''
  const joined = word !== '' && isMark(beyond) && isWord(signs[end + step])
  return { side: sideOf(signs, at, step, gap), sign, gap, word, beyond, joined }
}

function isWord(sign: string | undefined): boolean {
  return sign !== undefined && (LETTER.test(sign) || DIGIT.test(sign))
}

function sideOf(signs: readonly string[], at: number, step: number, gap: boolean): Side {
  const sign = signs[at]
  if (sign === undefined || sign === '') return 'edge'
  if (LETTER.test(sign)) return 'letter'
  if (DIGIT.test(sign)) return 'digit'
  if (STOP.test(sign)) return 'stop'
  if (DASH.test(sign)) return 'dash'
  if (sign === '-') return !gap && isWord(signs[at + step]) ? 'hyphen' : 'dash'
  if (OPENER.test(sign)) return 'opener'
  if (CLOSER.test(sign)) return 'closer'
  return isMark(sign) ? 'mark' : 'other'
}

/** Whether a sign is a capital letter. */
export function isCapital(sign: string): boolean {
  return sign !== sign.toLowerCase()
}
