// A paragraph with a few letters more or fewer in the middle of it: to find out by trying how much too long or too short a
// text is. What it then says does not matter.
import type { Run } from '../../composition.ts'
import { countLetters, lettersOf } from '../break-part.ts'
import type { Paragraph } from '../paragraph.ts'
import type { Alter } from './letters.ts'

/** @param at letter of the block at which letters are taken out, or behind which they are put in */
export function alterAt(at: number, more: number): Alter {
  return (paragraph, before) => {
    const end = before + lettersOf(paragraph.runs)
    if (at < before || at >= end) return paragraph
    return { ...paragraph, runs: alterRuns(paragraph, at - before, more) }
  }
}

function alterRuns({ runs }: Paragraph, at: number, more: number): Run[] {
  let before = 0
  let left = more
  return runs.map((run) => {
    const own = at - before
    before += countLetters(run.text)
    const fixed = run.call !== undefined || run.width !== undefined
    if (fixed || left === 0 || before <= at) return run
    const from = indexOf(run.text, Math.max(0, own))
    if (more > 0) {
      left = 0
      return {
        ...run,
        text: run.text.slice(0, from) + filler(run.text, more) + run.text.slice(from)
      }
    }
    const to = indexOf(run.text, Math.max(0, own) - left)
    left += countLetters(run.text.slice(from, to))
    return { ...run, text: run.text.slice(0, from) + run.text.slice(to) }
  })
}

/** Where so many letters of a text end. */
function indexOf(text: string, letters: number): number {
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    if (count === letters) return at
    count += countLetters(text[at] ?? '')
  }
  return text.length
}

/** So many letters, as the text has them. */
function filler(text: string, letters: number): string {
  const words = `${text} `.repeat(1 + Math.ceil(letters / Math.max(1, countLetters(text))))
  return words.slice(0, indexOf(words, letters))
}

const NOT_SAID = /[\u00AD\u200B\uFFFC]/gu

/** The text between two letters of some paragraphs, without its note calls. */
export function textBetween(paragraphs: readonly Paragraph[], from: number, to: number): string {
  const said = (run: Run) =>
    run.call === undefined ? run.text : run.text.replace(/\S/gu, '\uFFFC')
  const text = paragraphs.map((d) => d.runs.map(said).join('')).join(' ')
  return text.slice(indexOf(text, from), indexOf(text, to)).replace(NOT_SAID, '').trim()
}
