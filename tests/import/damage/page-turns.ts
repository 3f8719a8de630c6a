// Pages of the book that the text was taken from: paragraphs and words cut in two, and between the halves what stood at the
// head or foot of the page, as paragraphs of their own.
import type { Piece } from './copy.ts'
import type { Damage, Job } from './job.ts'
import { wound } from './job.ts'
import { furnitureOf } from './furniture.ts'
import { cuts, turnPage } from './page-cuts.ts'
import type { Random } from './random.ts'
import { between, pick } from './random.ts'

const BETWEEN = 0.2

/** Cut the text into pages. */
export const pageTurns: Damage = (job, random) => {
  const { rough } = job
  const furniture = furnitureOf(job, random)
  const words = pick(random, [90, 150, between(random, 250, 400)])
  let left = words
  rough.pieces = rough.pieces.flatMap((piece, i) => {
    left -= piece.text.split(' ').length
    if (left > 0 || i === rough.pieces.length - 1) return [piece]
    left = words
    const halves = random() < BETWEEN ? [piece] : cut(piece, random)
    if (halves.length > 1) wound(job, 'page-turns', ends(halves))
    return [...halves.slice(0, 1), ...printed(job, furniture()), ...halves.slice(1)]
  })
}

/** Cut one or two notes in two, as a page does that has no room for them. */
export const breakNotes: Damage = (job, random) => {
  const long = job.rough.notes.filter((d) => cuts(d.paragraphs[0] ?? '').length > 0)
  for (const note of long.slice(0, between(random, 1, 2))) {
    const [first = '', ...rest] = note.paragraphs
    const halves = turnPage(first, random)
    note.paragraphs = [...halves, ...rest]
    wound(job, 'break-notes', `${halves[0].slice(-16)}¶${halves[1].slice(0, 16)}`)
  }
}

/** The halves of a paragraph, or the piece itself where it cannot be cut. */
function cut(piece: Piece, random: Random): Piece[] {
  if (piece.kind !== 'paragraph' || cuts(piece.text).length === 0) return [piece]
  const near = Math.floor(piece.text.length * random())
  return turnPage(piece.text, random, near).map((text) => ({ ...piece, text }))
}

function ends([left, right]: readonly Piece[]): string {
  return `${left?.text.slice(-16) ?? ''}¶${right?.text.slice(0, 16) ?? ''}`
}

function printed(job: Job, line: string): Piece[] {
  if (line === '') return []
  wound(job, 'furniture', line.trim())
  return [{ kind: 'kept', depth: 0, text: line }]
}
