// The words of one flow in, a stream of tokens out: its words and calls in order, and before each block a sign that one
// begins. Streams are what is aligned.
import type { TextWord } from '../manuscript/words.ts'

/** A word, a note call, or the beginning of a block. */
export interface Token {
  /** What must be equal for two tokens to be the same. */
  key: string
  /** Missing where a block begins. */
  word?: TextWord
  /** What the block is, from without. */
  kind: string
}

/** Begins a block. No word has a line break in it. */
const BLOCK = '\n'

/**
 * The stream of a flow.
 *
 * @param words of one flow, in order
 * @param keyOfCall what a call of this label is known by in both manuscripts
 */
export function streamOf(
  words: readonly TextWord[],
  keyOfCall: (label: string) => string
): readonly Token[] {
  const tokens: Token[] = []
  let block: number | undefined
  for (const word of words) {
    const { kind } = word
    if (word.block !== block) tokens.push({ key: BLOCK, kind })
    block = word.block
    tokens.push({ key: word.call === undefined ? word.text : keyOfCall(word.call), word, kind })
  }
  return tokens
}

/** Whether a token begins a block. */
export function beginsBlock(token: Token | undefined): boolean {
  return token !== undefined && !token.word
}

/** What a call is known by. */
export function callKey(note: string): string {
  return `\n[${note}]`
}

/** The words among tokens. */
export function wordsIn(tokens: readonly Token[]): TextWord[] {
  return tokens.flatMap((d) => d.word ?? [])
}

/** Whether a sentence ends behind a token. */
export function endsSentence(token: Token | undefined): boolean {
  return token?.word !== undefined && SENTENCE_END.test(token.word.text)
}

/** Whether a clause ends behind a token. */
export function endsClause(token: Token | undefined): boolean {
  return token?.word !== undefined && CLAUSE_END.test(token.word.text)
}

const SENTENCE_END = /[.?!…]["'”’»)\]]*$/u
const CLAUSE_END = /[,;:–—)]["'”’»]*$/u
