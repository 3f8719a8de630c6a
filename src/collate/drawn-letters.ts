// Which letters of a text a PDF can say: those that one of our faces has. Another face of the machine, or an empty box,
// stands for any other, and what the PDF then says of it may be anything or nothing.
//
//     `x 漢字 y`   →   `x￼￼y` in the layout, `xy` on the paper
import type { Page } from '../pages.ts'
import { lettersOf, UNREADABLE } from './words.ts'

/** What is known of how letters are drawn; nothing of it when each page shows what it should anyway. */
export interface Drawing {
  faces?: readonly ReadonlySet<number>[]
  /** Whether the page has text that runs from right to left, which is painted in another order. */
  turned?: (page: Page) => boolean
}

/** Space, and what stands for letters already. */
const UNDRAWN = /[\s\uFFFC]/u
/** A letter and its marks. */
const CLUSTER = /\S\p{M}*/gu
const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/u

/** Letters and figures of a text, `mark` in the place of each that no face has. */
export function lettersDrawn(text: string, { faces }: Drawing, mark = UNREADABLE): string {
  if (!faces) return lettersOf(text)
  const said = [...text.normalize('NFC')].map((letter) =>
    UNDRAWN.test(letter) || faces.some((d) => has(d, letter)) ? letter : mark
  )
  return lettersOf(said.join(''))
}

/** Letters and figures for which a box may stand: not every face has them, or not with the marks that they bear. */
export function lettersUnsaid(text: string, faces: readonly ReadonlySet<number>[]): string {
  const said: string[] = []
  for (const [cluster] of text.normalize('NFC').matchAll(CLUSTER)) {
    const letters = [...cluster]
    if (letters.every((letter) => faces.every((d) => has(d, letter)))) continue
    said.push(...letters.filter((letter) => faces.some((d) => has(d, letter))))
  }
  return lettersOf([...new Set(said)].join(''))
}

/** A face draws a letter with its accents also out of their parts. */
function has(face: ReadonlySet<number>, letter: string): boolean {
  if (face.has(letter.codePointAt(0) ?? 0)) return true
  return [...letter.normalize('NFD')].every((d) => face.has(d.codePointAt(0) ?? 0))
}

/** Whether a page has letters or marks that turn the direction of the line. */
export function runsRightToLeft({ blocks, notes, head }: Page): boolean {
  return [...blocks, ...notes.map((d) => d.text), head].some((d) => RIGHT_TO_LEFT.test(d))
}
