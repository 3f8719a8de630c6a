// Words as the comparison counts them: text in, words out. White space divides them; soft hyphens and other marks without
// width that only guide line breaks are no part of them; a note call and a symbol stand alone.
//
//     the van­guard[^7] of   →   the · vanguard · [^7] · of

/** A line and column of the manuscript, from 1. */
export interface Spot {
  line: number
  column: number
}

/** A word, as it is printed, and where it stands. */
export interface Word {
  text: string
  /** Where the manuscript has it; the column may be that of the line's first word. */
  spot?: Spot
  /** The page that it stands on, from 1. */
  page?: number
  /** Last word of a page whose text goes on: the next page may hold the rest of it. */
  seam?: boolean
  /** It may be missing, because a drawing or the reading machine may stand for it. */
  optional?: boolean
  /** This is a note's call, and not text that looks like one. */
  call?: number
}

const CALL = String.raw`\[\^\d+\]`
const WORD = new RegExp(String.raw`${CALL}|\p{So}|(?:(?!${CALL})[^\s\p{So}])+`, 'gu')
const WITHOUT_WIDTH = /[\u00AD\u200B\u2060\uFEFF]/gu
/** Stands for letters that a PDF draws and does not say: of a ligature, or those that no face has. */
export const UNREADABLE = '\uFFFC'
const NO_LETTER = /[^\p{L}\p{M}\p{N}\uFFFC]/gu

/** A word and its offset in the text that it was cut from. */
export interface CutWord {
  text: string
  offset: number
}

/** Cut text into words. */
export function cutWords(text: string): CutWord[] {
  const words: CutWord[] = []
  for (const match of text.matchAll(WORD)) {
    const word = match[0].replace(WITHOUT_WIDTH, '').normalize('NFC')
    if (word) words.push({ text: word, offset: match.index })
  }
  return words
}

/** The mark that stands for a call of note `number`. */
export function callMark(number: number | string): string {
  return `[^${number}]`
}

/**
 * Only the letters and figures of a text, in lower case: what is left of it when lines were broken, words hyphenated,
 * ligatures drawn and capitals set.
 */
export function lettersOf(text: string): string {
  const small = text.toUpperCase().toLowerCase().replaceAll('ς', 'σ')
  return small.normalize('NFKC').replace(NO_LETTER, '')
}
