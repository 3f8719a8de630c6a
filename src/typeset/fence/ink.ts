// What is drawn of a block, letter by letter: matter in, its ink out, so that two texts can be compared for what will look
// alike on a page, and a place in a text be said by the letters before it.
import type { Run } from '../../composition.ts'
import type { Matter } from '../matter.ts'
import { runKey } from '../paragraph-key.ts'
import type { Paragraph } from '../paragraph.ts'

/** What a block looks like. */
export interface Ink {
  /** All but the letters: the room that they have, or the whole of what is not made of paragraphs. */
  shape: string
  /** Each letter as it is drawn, with the space before it; a line of what cannot be set again counts as a letter. */
  letters: readonly string[]
  /** Index of the first letter of each word. */
  words: readonly number[]
}

/** Reads ink; two readings of one inker can be compared. */
export type Inker = (matter: Matter, shape: string) => Ink

const BLANK = /\s/u
const UNSEEN = /[\u00AD\u200B]/u

export function newInker(): Inker {
  const marks = new Map<string, number>()
  return (matter, shape) => {
    const paragraphs = paragraphsOf(matter)
    if (!paragraphs) return solidInk(matter, shape)
    const [letters, words]: [string[], number[]] = [[], []]
    const rooms = paragraphs.map(({ runs, ...room }) => {
      words.push(letters.length)
      for (const run of runs) addRun(run, letters, words)
      return room
    })
    return { shape: `${shape} ${JSON.stringify(rooms)}`, letters, words: [...new Set(words)] }
  }

  function addRun(run: Run, letters: string[], words: number[]): void {
    const key = runKey(run)
    const mark = marks.get(key) ?? marks.size
    marks.set(key, mark)
    let before = ''
    for (let at = 0; at < run.text.length; at += 1) {
      const letter = run.text[at] ?? ''
      if (BLANK.test(letter)) words.push(letters.length)
      if (BLANK.test(letter) || UNSEEN.test(letter)) before += letter
      else {
        letters.push(`${before}${mark}${letter}`)
        before = ''
      }
    }
  }
}

/** The paragraphs of some matter, in order; undefined where it is not made of paragraphs alone. */
export function paragraphsOf(matter: Matter): Paragraph[] | undefined {
  if (!matter.again) return undefined
  const paragraphs: Paragraph[] = []
  matter.again((paragraph) => {
    paragraphs.push(paragraph)
    return matter.settings
  })
  return paragraphs
}

function solidInk(matter: Matter, shape: string): Ink {
  const heights = matter.settings[0]?.heights ?? []
  const slot = { setting: 0, from: 0, to: heights.length, left: 0, opens: false }
  const drawn = matter.draw({ ...slot, tops: heights.map(() => 0) })
  const said = JSON.stringify(drawn, (_, d: unknown) => (typeof d === 'number' ? undefined : d))
  const letters = heights.map(() => '')
  return { shape: `${shape} ${heights.join()} ${said}`, letters, words: heights.map((_, i) => i) }
}
