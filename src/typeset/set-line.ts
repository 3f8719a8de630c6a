// One line as it is set. Comes in: the letters between two break points. Goes out: its pieces and the exact sizes of its
// spaces, letterspace and stretch: the line is shaped again by itself, as the browser will, since kerning and ligatures at
// its ends are others than in the paragraph. Its width is what the browser measures, the letterspace behind the last letter
// included.
import type { Line, LineEnd, Piece } from '../composition.ts'
import { KINDS, lineEndText, POINT } from './break-points.ts'
import type { BreakPoints } from './break-points.ts'
import { glyphGive, glyphUse, spaceUse } from './justify.ts'
import { ABSENT, isWordSpace } from './letters.ts'
import type { Letters } from './letters.ts'
import type { Limits, Room } from './price-line.ts'
import type { Shaper } from './shape.ts'
import { LINES } from './taste.ts'

/** All that the lines of one paragraph have in common. */
export interface LineJob {
  letters: Letters
  points: BreakPoints
  room: Room
  limits: Limits
  shaper: Shaper
  /** Room of a line with its hanging marks. */
  target: (i: number, j: number, narrow: boolean) => number
}

/** Natural sizes of a line. */
interface Natural {
  width: number
  spaced: number
  spaces: number
  spaceWidth: number
}

/** @param index of the line in its paragraph */
export function setLine(job: LineJob, i: number, j: number, index: number): Line {
  const { letters, points, room } = job
  const natural = measureLine(job, i, j)
  const narrow = index < (room.beside?.lines ?? 0)
  const end = lineEnd(points.kind[j] ?? 0)
  const target = job.target(i, j, narrow)
  const last = end === 'end' || end === 'break'
  const misfit = target - natural.width
  const filled = room.align === 'justify' && (!last || misfit < 0)
  const given = filled ? fill(job, natural, misfit) : AS_IT_IS
  const width = widthOf(natural, given)
  const inset = (i === 0 ? room.indent : 0) + (narrow ? (room.beside?.width ?? 0) : 0)
  const hung = i === 0 && inset !== 0 ? 0 : (points.hangNext[i] ?? 0)
  const shift =
    room.align === 'center' ? (target - width) / 2 : room.align === 'right' ? target - width : 0
  const pieces = cutPieces(letters, points.next[i] ?? 0, points.end[j] ?? 0)
  return { pieces: endPieces(job, pieces, j), end, left: inset - hung + shift, width, ...given }
}

/** Sizes that are added to a line: they are rounded, since they are written as decimals. */
type Given = Pick<Line, 'wordSpace' | 'tracking' | 'stretch'>
const AS_IT_IS: Given = { wordSpace: 0, tracking: 0, stretch: 1 }

function fill({ letters, limits }: LineJob, natural: Natural, misfit: number): Given {
  const { width, spaced, spaces, spaceWidth } = natural
  const { em } = letters
  const glyphs = glyphGive(limits, width, spaceWidth, spaced - 2 * spaces, em)
  const v = glyphUse(misfit, spaceWidth, glyphs)
  const x = spaceUse(misfit, spaceWidth, glyphs, v)
  if (x > LINES.widest && spaces > 0) return AS_IT_IS
  if (!Number.isFinite(x) && misfit > 0) return AS_IT_IS
  const tracking = round(v * limits.tracking * em, 1e4)
  const stretch = round(1 + v * limits.stretch, 1e6)
  if (spaces === 0) return { wordSpace: 0, tracking, stretch }
  // No narrower than a third of the natural space, even where the line is wider than its measure then.
  const wanted = ((width + misfit) / stretch - width - tracking * spaced) / spaces
  const least = (-0.67 * spaceWidth) / spaces
  return { wordSpace: round(Math.max(wanted, least), 1e4), tracking, stretch }
}

function round(value: number, parts: number): number {
  return Math.round(value * parts) / parts
}

function widthOf(
  { width, spaced, spaces }: Natural,
  { wordSpace, tracking, stretch }: Given
): number {
  return (width + tracking * spaced + wordSpace * spaces) * stretch
}

function measureLine({ letters, points, shaper }: LineJob, i: number, j: number): Natural {
  const { text, groups, groupOf } = letters
  const natural = { width: 0, spaced: 0, spaces: 0, spaceWidth: 0 }
  const [from, to] = [points.next[i] ?? 0, points.end[j] ?? 0]
  for (let at = from; at < to;) {
    const group = groups[groupOf[at] ?? 0]
    if (!group) break
    const end = Math.min(to, group.to)
    if (group.kind === 'text') {
      const part = text.slice(at, end)
      const kind = KINDS[points.kind[j] ?? 0] ?? 'space'
      const written = end === to ? lineEndText(kind, part, group.style, shaper) : part
      const shaped = shaper.shape(written, group.style, group.language)
      const { size, tracking } = group.style
      natural.width += shaped.width * size + shaped.letters * tracking
      natural.spaced += shaped.letters
      for (let k = 0; k < written.length; k++) {
        if (!isWordSpace(written.charCodeAt(k))) continue
        natural.spaces++
        natural.spaceWidth += (shaped.advances[k] ?? 0) * size + tracking
      }
    } else natural.width += (letters.x[end] ?? 0) - (letters.x[at] ?? 0)
    at = end
  }
  if (absentBefore(letters, to) && points.kind[j] === POINT.soft)
    natural.width += hyphenWidth(letters, to, shaper)
  return natural
}

function absentBefore({ groups, groupOf }: Letters, to: number): boolean {
  return to > 0 && groups[groupOf[to - 1] ?? 0]?.kind === 'absent'
}

function hyphenWidth({ groups, groupOf }: Letters, to: number, shaper: Shaper): number {
  const style = groups[groupOf[to - 1] ?? 0]?.style
  return style ? shaper.shape('-', style).width * style.size + style.tracking : ABSENT
}

function cutPieces(
  { text, runs, runOf, groups, groupOf }: Letters,
  from: number,
  to: number
): Piece[] {
  const pieces: Piece[] = []
  for (let at = from; at < to;) {
    const run = runs[runOf[at] ?? 0]
    if (!run) break
    const missing = groups[groupOf[at] ?? 0]?.kind === 'absent'
    let end = at + 1
    while (end < to && runOf[end] === runOf[at] && same(groups[groupOf[end] ?? 0]?.kind, missing))
      end++
    const part = run.width === undefined ? text.slice(at, end) : run.text
    pieces.push(missing ? { text: part, run, missing } : { text: part, run })
    at = end
  }
  return pieces
}

function same(kind: string | undefined, missing: boolean): boolean {
  return (kind === 'absent') === missing
}

function endPieces({ points, shaper }: LineJob, pieces: Piece[], j: number): Piece[] {
  const last = pieces.at(-1)
  const kind = KINDS[points.kind[j] ?? 0] ?? 'space'
  if (!last || (kind !== 'soft' && kind !== 'hard')) return pieces
  const { run } = last
  if (last.missing && kind === 'soft') return [...pieces, { text: '-', run }]
  const text = lineEndText(kind, last.text, run.style, shaper)
  return [...pieces.slice(0, -1), { ...last, text }]
}

function lineEnd(kind: number): LineEnd {
  const name = KINDS[kind]
  return name === undefined || name === 'start' ? 'space' : name
}
