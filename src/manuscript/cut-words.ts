// Letters with their places in, words with theirs out, as white space and the ends of blocks divide them. Emphasis does
// not: `*un*likely` is one word, in the style of its first letter.
import { endOf, startOf } from './source-letters.ts'
import type { Letters } from './source-letters.ts'
import { eachWord } from './white-space.ts'
import type { Flow, TextWord } from './words.ts'

/** They only guide line breaks, and leave nothing on paper. */
const UNSEEN = /[\u00AD\u200B\u2060]/u
const ALL_UNSEEN = /[\u00AD\u200B\u2060]+/gu

/** Takes letters, and keeps the words. */
export interface WordCutter {
  /** @param style elements around them within the block */
  add: (letters: Letters, style: string) => void
  call: (label: string, from: number, to: number, style: string) => void
  /** The word ends here. */
  divide: () => void
  /** The block ends here: what follows stands in another, of this kind. */
  block: (kind: string) => void
  /** The line ends here: what follows stands in another block of the same kind. */
  turn: () => void
  /** What follows stands in another flow. */
  flow: (flow: Flow) => void
  words: TextWord[]
}

/** A cutter for one manuscript. */
export function openCutter(source: string): WordCutter {
  const words: TextWord[] = []
  const places = openLines(source)
  let unseen = false
  let flow: Flow = 'front'
  let kind = ''
  let block = -1
  let opened = false
  let open: TextWord | undefined
  return {
    words,
    add,
    call,
    divide,
    block(next) {
      turn()
      kind = next
    },
    turn,
    flow(next) {
      divide()
      flow = next
      block = -1
      opened = false
    }
  }

  function add(letters: Letters, style: string): void {
    const { text } = letters
    let end = 0
    if (UNSEEN.test(text)) unseen = true
    eachWord(text, (from, past) => {
      if (from > 0) divide()
      end = past
      const found = text.slice(from, past)
      const to = endOf(letters, past - 1)
      if (open) {
        open.text += found
        open.to = to
      } else open = begin(found, startOf(letters, from), to, style)
    })
    if (end < text.length) divide()
  }
  function call(label: string, from: number, to: number, style: string): void {
    divide()
    words.push({ ...begin('', from, to, style), call: label })
  }
  function begin(text: string, from: number, to: number, style: string): TextWord {
    if (!opened) block += 1
    opened = true
    const start = places.startOf(from)
    return {
      text,
      from,
      to,
      line: places.line(),
      column: from - start + 1,
      flow,
      block,
      kind,
      style
    }
  }
  function turn(): void {
    divide()
    opened = false
  }
  function divide(): void {
    if (!open) return
    const word = open
    open = undefined
    if (unseen) word.text = word.text.replace(ALL_UNSEEN, '')
    if (word.text !== '') words.push(word)
  }
}

/** Lines of a manuscript; asked for in order, they cost nothing to find. */
function openLines(source: string) {
  const starts = [0]
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1))
    starts.push(at + 1)
  let index = 0
  return {
    /** Where the line of a place begins. */
    startOf(at: number): number {
      if (at < (starts[index] ?? 0)) index = lastBefore(starts, at)
      while (index + 1 < starts.length && (starts[index + 1] ?? 0) <= at) index += 1
      return starts[index] ?? 0
    },
    /** The number of that line, from 1. */
    line: () => index + 1
  }
}

/** The last line that does not begin behind a place. */
function lastBefore(starts: readonly number[], at: number): number {
  let [from, to] = [0, starts.length]
  while (to - from > 1) {
    const middle = (from + to) >> 1
    if ((starts[middle] ?? 0) <= at) from = middle
    else to = middle
  }
  return from
}
