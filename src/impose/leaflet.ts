// A page with drawings of how this very booklet is put together: how it is printed, folded or cut, bound and trimmed. It is
// as large as the sheets, and comes before them; where they have backs, its own stays white.
import { LAYOUT_NAMES, stepsOf } from './leaflet-steps.ts'
import type { Step } from './leaflet-steps.ts'
import { number, POINTS_PER_MM } from './marks/frame.ts'
import type { Drawn } from './replace-pages.ts'
import type { Work } from './sheets.ts'
import { breakLines, writeLines } from '../pdf/write-lines.ts'

const MM = POINTS_PER_MM
const MARGIN = 15 * MM
const GUTTER = 8 * MM
const HEAD = 16
/** Drawings are made on a board of this size, which is scaled to the width of a column. */
const [BOARD, BOARD_HEIGHT] = [100, 60]
const TEXT = [10, 13] as const
const [HEAD_ROOM, UNDER_DRAWING] = [16 * MM, 14]

export function leaflet(work: Work): Drawn[] {
  const { job, plan, slug } = work
  const steps = stepsOf(work)
  const columns = plan.width > plan.height ? 3 : 2
  const rows = Math.ceil(steps.length / columns)
  const width = (plan.width - 2 * MARGIN - (columns - 1) * GUTTER) / columns
  const height = (plan.height - 2 * MARGIN - HEAD_ROOM) / rows
  const title = `${slug.title}: ${LAYOUT_NAMES[job.layout]}`
  const head = writeLines(slug.type, [title], MARGIN, plan.height - MARGIN - HEAD, [HEAD, HEAD])
  const panels = steps.map((step, i) => {
    const x = MARGIN + (i % columns) * (width + GUTTER)
    const y = plan.height - MARGIN - HEAD_ROOM - Math.floor(i / columns) * height
    return panel(work, step, i + 1, [x, y, width, height])
  })
  const page: Drawn = { operators: head + panels.join('') }
  const isSided = job.oneSided || job.layout === 'zine8'
  return isSided ? [page] : [page, { operators: '' }]
}

/** A drawing with its text below, from the upper left corner on. */
function panel(
  { slug }: Work,
  { draw, text }: Step,
  figure: number,
  [x, y, width, height]: readonly [number, number, number, number]
): string {
  const lines = breakLines(slug.type, `${figure}. ${text}`, width, TEXT[0])
  const room = height - lines.length * TEXT[1] - UNDER_DRAWING - TEXT[1]
  const scale = Math.min(width / BOARD, room / BOARD_HEIGHT)
  const drawing = draw(slug.type)
  const bottom = y - BOARD_HEIGHT * scale
  return [
    `q ${number(scale)} 0 0 ${number(scale)} ${number(x)} ${number(bottom)} cm\n0 G 0.5 w 1 J 1 j\n${drawing}Q\n`,
    writeLines(slug.type, lines, x, bottom - UNDER_DRAWING, TEXT)
  ].join('')
}
