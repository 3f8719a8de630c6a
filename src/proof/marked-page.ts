// The edits and queries of a proof and a page in, all that is to be drawn on the page out: the marks, a bar beside each
// line that has one, and in the outer margin the numbers, together where their lines are near to each other.
import type { Box } from '../places.ts'
import type { Mark, ProofedEdit } from '../proof.ts'
import type { InkOf, InkRow } from './ink-rows.ts'
import { joinMarks } from './join-marks.ts'
import type { ProofQuery } from './proof-query.ts'
import { roomBelow } from './room-below.ts'
import type { Room } from './room-below.ts'
import { beyondOf } from './sign-shapes.ts'

/** What is drawn on a page; lengths are tenths of a point. */
export interface MarkedPage {
  marks: readonly (Mark & { edit: number; room: Room })[]
  queries: readonly { box: Box; room: Room }[]
  bars: readonly Bar[]
  /** Numbers in the margin, from the top of the page. */
  spots: readonly Spot[]
}

/** A bar beside lines: from where to where down the page, and between which sides it must not stand. */
export interface Bar {
  top: number
  height: number
  ink: Sides
}

/** How far what is printed reaches to the left and to the right. */
export interface Sides {
  left: number
  right: number
}

/** Numbers that stand beside one line: of edits, and of queries. */
export interface Spot {
  /** From the top of the page. */
  middle: number
  ink: Sides
  edits: readonly number[]
  queries: readonly number[]
}

/** What is to be marked on pages of one side; queries stand on new ones alone. */
export interface ToMark {
  edits: readonly ProofedEdit[]
  queries: readonly ProofQuery[]
  side: 'old' | 'new'
  /** What is known of the lines of these pages; nothing of those of a PDF. */
  ink?: InkOf | undefined
}

/** Numbers in the margin that are nearer than this would touch. */
const APART = 125

/** @param page its number among the pages of the side */
export function markedPage({ edits, queries, side, ink }: ToMark, page: number): MarkedPage {
  const marks = edits.flatMap(({ number, marks: now, oldMarks }) => {
    const here = (side === 'new' ? now : oldMarks).filter((d) => d.box.page === page)
    return joinMarks(here).map((d) => ({ ...d, edit: number }))
  })
  const asked = (side === 'new' ? queries : []).flatMap(({ number, box }) =>
    box?.page === page ? { number, box } : []
  )
  const boxes = [...marks, ...asked].map((d) => d.box)
  const rows = boxes.length > 0 ? (ink?.(page) ?? []) : []
  return {
    marks: marks.map((d) => ({ ...d, room: roomBelow(d.box, rows, beyondOf(d)) })),
    queries: asked.map(({ box }) => ({ box, room: roomBelow(box, rows, box.height / 4) })),
    bars: barsOf(boxes).map((d) => ({ ...d, ink: sidesOf(rows, d.top, d.top + d.height) })),
    spots: spotsOf(firstOf(marks.map((d) => ({ ...d, number: d.edit }))), firstOf(asked)).map(
      (d) => ({ ...d, ink: sidesOf(rows, d.middle - APART / 2, d.middle + APART / 2) })
    )
  }
}

/** Of the ink between two heights. */
function sidesOf(rows: readonly InkRow[], top: number, bottom: number): Sides {
  const ink = rows.flatMap((d) => d.ink).filter((d) => d.bottom > top && d.top < bottom)
  return {
    left: Math.min(...ink.map((d) => d.left)),
    right: Math.max(...ink.map((d) => d.right))
  }
}

function barsOf(boxes: readonly Box[]): { top: number; height: number }[] {
  const bars: { top: number; height: number }[] = []
  for (const { top, height } of boxes.toSorted((a, b) => a.top - b.top)) {
    const last = bars.at(-1)
    // Lines that follow each other have one bar, and the boxes of notes reach into each other.
    if (last && top - (last.top + last.height) < height / 4)
      last.height = Math.max(last.height, top + height - last.top)
    else bars.push({ top, height })
  }
  return bars
}

/** The middle of the first line of each number. */
function firstOf(marks: readonly { number: number; box: Box }[]): (readonly [number, number])[] {
  const first = new Map<number, number>()
  for (const { number, box } of marks) {
    const middle = box.top + box.height / 2
    first.set(number, Math.min(first.get(number) ?? middle, middle))
  }
  return [...first]
}

type Numbers = readonly (readonly [number: number, middle: number])[]

function spotsOf(edits: Numbers, queries: Numbers): Omit<Spot, 'ink'>[] {
  const all = [
    ...edits.map(([edit, middle]) => ({ middle, edits: [edit], queries: [] })),
    ...queries.map(([query, middle]) => ({ middle, edits: [], queries: [query] }))
  ]
  const spots: Omit<Spot, 'ink'>[] = []
  for (const spot of all.toSorted((a, b) => a.middle - b.middle)) {
    const last = spots.at(-1)
    if (last && spot.middle - last.middle < APART)
      spots[spots.length - 1] = {
        middle: last.middle,
        edits: [...last.edits, ...spot.edits].toSorted((a, b) => a - b),
        queries: [...last.queries, ...spot.queries].toSorted((a, b) => a - b)
      }
    else spots.push(spot)
  }
  return spots
}
