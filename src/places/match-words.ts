// Words of the manuscript and what was printed of them, side by side, letter by letter; out come the boxes of each word.
// They are the same letters, but for a hyphen of the text that is drawn as U+2010 at the end of a line, marks without width,
// and what the press says itself between them: then both go on where two words in a row are the same.
import type { TextWord } from '../manuscript/words.ts'
import type { Box } from '../places.ts'
import { partOf } from './printed-words.ts'
import type { Print, Rule } from './printed-words.ts'

/** How far to look for words that are the same again. */
const WINDOW = 60
const UNSEEN = /[\u00AD\u200B\u2060]/u

/** @returns the boxes of each word, in the order of the words */
export function matchWords(
  words: readonly TextWord[],
  prints: readonly Print[],
  rule: Rule
): Box[][] {
  const boxes: Box[][] = words.map(() => [])
  let word = 0
  let print = 0
  // Letters of the word, and of the print, that are passed.
  let [said, read] = [0, 0]
  while (word < words.length && print < prints.length) {
    const wanted = words[word]
    const found = prints[print]
    if (!wanted || !found) break
    const letters = take(wanted, found, said, read)
    if (!letters) {
      const [skipped, passed] = meeting(words, word + (said > 0 ? 1 : 0), prints, print, read)
      word += skipped + (said > 0 ? 1 : 0)
      print += passed
      ;[said, read] = [0, 0]
      continue
    }
    const whole = read === 0 && read + letters.print === found.text.length
    boxes[word]?.push(whole ? found.box : partOf(found, read, read + letters.print, rule))
    said += letters.word
    read += letters.print
    if (said === wanted.text.length) {
      word += 1
      said = 0
    }
    if (read === found.text.length) {
      print += 1
      read = 0
    }
  }
  return boxes
}

/** How many letters of both are the same from there on; none where the first are not. */
function take(
  wanted: TextWord,
  found: Print,
  said: number,
  read: number
): { word: number; print: number } | undefined {
  if (wanted.call !== undefined || found.call !== undefined)
    return wanted.call !== undefined && found.call !== undefined ? { word: 0, print: 0 } : undefined
  if (said === 0 && read === 0 && wanted.text === found.text)
    return { word: found.text.length, print: found.text.length }
  let [a, b] = [said, read]
  while (a < wanted.text.length && b < found.text.length) {
    if (isSame(wanted.text[a], found.text[b])) a += 1
    else if (!UNSEEN.test(found.text[b] ?? '')) break
    b += 1
  }
  while (b < found.text.length && UNSEEN.test(found.text[b] ?? '')) b += 1
  const whole = a === wanted.text.length || b === found.text.length
  return a > said && whole ? { word: a - said, print: b - read } : undefined
}

function isSame(wanted: string | undefined, found: string | undefined): boolean {
  return wanted === found || (wanted === '-' && found === '‐')
}

/** The fewest words and prints to pass until two in a row are the same; one print where that is far away. */
function meeting(
  words: readonly TextWord[],
  word: number,
  prints: readonly Print[],
  print: number,
  read: number
): [number, number] {
  // The rest of a print of which letters were taken is passed at once.
  const first = read > 0 ? 1 : 0
  for (let total = first; total <= WINDOW; total += 1)
    for (let passed = first; passed <= total; passed += 1) {
      const skipped = total - passed
      if (meet(words, word + skipped, prints, print + passed)) return [skipped, passed]
    }
  return [0, 1]
}

function meet(
  words: readonly TextWord[],
  word: number,
  prints: readonly Print[],
  print: number
): boolean {
  const agree = (d: number): boolean => {
    const [wanted, found] = [words[word + d], prints[print + d]]
    return Boolean(wanted && found && take(wanted, found, 0, 0))
  }
  const over = word + 1 >= words.length || print + 1 >= prints.length
  return agree(0) && (over || agree(1))
}
