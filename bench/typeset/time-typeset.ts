// How long lines and pages take when all is warm, and how long a corrected word takes to its changed page in the open tab:
// a manuscript and a desk in, medians out. What a desk does is none of this file's business, so that it can be tested.
import { randomFrom } from './random.ts'

/** Whoever sets the text. Each call ends when its work is done. */
export interface Desk<Composed> {
  /** Read and compose a manuscript; not timed. */
  compose: (manuscript: string) => Promise<Composed>
  /** Lines and pages of all of it, with fonts loaded and letters measured, but no line and no page known. */
  typeset: (composed: Composed) => unknown
  /** The manuscript has changed since the last call by one word: all that is done until its page is right. */
  correct: (manuscript: string) => unknown
}

/** Milliseconds. */
export interface Times {
  /** Median of the full runs, and of the corrections; the slowest of these. */
  full: number
  edit: number
  slowest: number
}

const WARM_UP = 3
const RUNS = 15
const EDITS = 20
const SEED = 4
/** A word of the running text: no part of a link, a note's label or a mark. */
const WORD = /(?<![\p{L}\p{N}[\]^()<>/#.:-])\p{Ll}{4,}(?![\p{L}\p{N}[\]^()<>/#:-])/gu

/** @param clock the time in milliseconds */
export async function timeTypeset<Composed>(
  manuscript: string,
  desk: Desk<Composed>,
  clock: () => number = () => performance.now()
): Promise<Times> {
  const full: number[] = []
  for (let run = 0; run < WARM_UP + RUNS; run += 1) {
    const composed = await desk.compose(manuscript)
    const begun = clock()
    await desk.typeset(composed)
    if (run >= WARM_UP) full.push(clock() - begun)
  }
  const edits: number[] = []
  await desk.correct(manuscript)
  for (const edited of oneWordEdits(manuscript, EDITS, SEED)) {
    const begun = clock()
    await desk.correct(edited)
    edits.push(clock() - begun)
  }
  return { full: median(full), edit: median(edits), slowest: Math.max(...edits) }
}

/** Manuscripts that each differ from the one before by one word, which gives way to another word of the text. */
export function oneWordEdits(manuscript: string, count: number, seed: number): string[] {
  const random = randomFrom(seed)
  const edited: string[] = []
  let text = manuscript
  while (edited.length < count) {
    const from = text.indexOf('\n---\n') + 5
    const places = [...text.slice(from).matchAll(WORD)]
    const place = places[Math.floor(random() * places.length)]
    const other = places[Math.floor(random() * places.length)]
    if (!place || !other) throw new Error('A text without words cannot be corrected')
    if (place[0] === other[0] && places.some((d) => d[0] !== place[0])) continue
    const at = from + place.index
    text = `${text.slice(0, at)}${other[0]}${text.slice(at + place[0].length)}`
    edited.push(text)
  }
  return edited
}

function median(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
}
