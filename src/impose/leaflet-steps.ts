// The steps by which sheets become a book, for each layout, with the numbers of this very booklet: drawing and words.
import { folded, nested, sewn, stapled, trimmed } from './drawings/folded.ts'
import type { Drawing } from './drawings/pen.ts'
import { printed } from './drawings/printed.ts'
import { cutUp, glued, piled, stacked } from './drawings/stacked.ts'
import { closed, creased, pushed, slit } from './drawings/zine.ts'
import { nestedSheets, paperName } from './job.ts'
import type { Layout } from './job.ts'
import { POINTS_PER_MM } from './marks/frame.ts'
import type { Work } from './sheets.ts'

/** One step. */
export interface Step {
  draw: Drawing
  text: string
}

export const LAYOUT_NAMES: Readonly<Record<Layout, string>> = {
  saddle: 'a booklet of folded sheets, stapled',
  signatures: 'a book of signatures, sewn',
  perfect: 'a book of folded sheets, glued',
  zine8: 'a zine of one sheet',
  nup: 'leaves, cut and stacked'
}

const STEPS: Readonly<Record<Layout, (work: Work) => Step[]>> = {
  saddle: (work) => [
    print(work),
    nest(work),
    fold('all sheets together'),
    staple(work),
    trim(work)
  ],
  signatures: (work) => [
    print(work),
    lots(work),
    fold('each lot by itself'),
    sew(work),
    trim(work)
  ],
  perfect: (work) => [print(work), each(work), stack, glue, trim(work)],
  zine8: (work) => [print(work), creases, open, push, around],
  nup: (work) => [print(work), cut(work), pile(work), glue]
}

export function stepsOf(work: Work): Step[] {
  return STEPS[work.job.layout](work)
}

/** `7 sheets`. */
function sheets(count: number): string {
  return `${count} ${count === 1 ? 'sheet' : 'sheets'}`
}

function print({ job, plan, slots, slug }: Work): Step {
  const paper = `${sheets(slug.sheets)} of ${paperName(plan.paper)}`
  const size = 'at actual size (100 %)'
  const first = slots.filter((d) => d.sheet === 1)
  const [front, back] = (['front', 'back'] as const).map((side) =>
    first.filter((d) => d.side === side)
  )
  const draw = printed(plan, front ?? [], back ?? [])
  if (job.layout === 'zine8')
    return {
      draw,
      text: `Print ${paper} on one side, ${size}. Each sheet is a zine of eight pages.`
    }
  const edge = `the ${plan.flip} edge`
  const check = 'Sheet 1 then looks like this on both sides.'
  if (!job.oneSided)
    return { draw, text: `Print ${paper} on both sides, flipped on ${edge}, ${size}. ${check}` }
  const [until, last] = [slug.sheets + 1, 2 * slug.sheets + 1]
  return {
    draw,
    text: `Print pages 2 to ${until} of this file on ${paper}, ${size}. Put the pile back with the white sides to be printed, turned on ${edge}; print pages ${until + 1} to ${last}. Try it with two sheets: which way round they go in differs.`
  }
}

function nest({ forms, slug }: Work): Step {
  const middle = slug.sheets * 2
  const seen =
    middle < forms.length
      ? ` In the middle of the booklet pages ${middle} and ${middle + 1} face each other.`
      : ''
  const inside = slug.sheets === 1 ? '' : ` Sheet 1 lies outside, sheet ${slug.sheets} inside.`
  return { draw: nested(slug.sheets), text: `Knock the sheets level.${inside}${seen}` }
}

function fold(what: string): Step {
  return {
    draw: folded,
    text: `Fold ${what} in the middle, page 1 outside. Press the fold from its middle to its ends, once and firmly.`
  }
}

function staple({ job, plan }: Work): Step {
  const quarter = Math.round(plan.page.height / 4 / POINTS_PER_MM)
  const marked = job.marks.includes('staple') ? ', where the fold is marked' : ''
  return {
    draw: stapled,
    text: `Two staples through the fold from outside, ${quarter} mm from head and foot${marked}. Their legs close upon the middle pages.`
  }
}

function trim({ job, plan }: Work): Step {
  const isMarked = job.marks.includes('crop') && plan.bottom > 3 * POINTS_PER_MM
  const edges = isMarked
    ? 'head, foot and fore-edge at the marks'
    : 'the fore-edge only, as little as makes it even; head and foot are the edges of the paper'
  const what = job.layout === 'saddle' ? 'the closed booklet' : 'the block'
  return {
    draw: trimmed,
    text: `Trim ${what}: ${edges}. Many light strokes along a steel rule.`
  }
}

function lots({ job, slug }: Work): Step {
  const size = Math.min(nestedSheets(job), slug.sheets)
  const count = Math.ceil(slug.sheets / size)
  const rest = slug.sheets - (count - 1) * size
  const last = rest === size ? '' : `, the last of ${rest}`
  return {
    draw: nested(size),
    text: `Make ${count} ${count === 1 ? 'lot' : 'lots'} of ${sheets(size)}${last}. In each the sheet with the lowest number lies outside.`
  }
}

function sew({ plan }: Work): Step {
  const out = Math.round(Math.min(50 * POINTS_PER_MM, plan.page.height / 4) / POINTS_PER_MM)
  return {
    draw: sewn,
    text: `Pierce each fold in the middle and ${out} mm above and below, sew lot to lot with linen thread, the first in front, and glue the spine.`
  }
}

function each({ job }: Work): Step {
  const what =
    job.signature === 1 ? 'each sheet' : `the sheets by ${job.signature}, put into each other,`
  return { draw: folded, text: `Fold ${what} in the middle, the lower page number outside.` }
}

const stack: Step = {
  draw: stacked,
  text: 'Lay fold upon fold in the order of their numbers, page 1 on top. Knock the spine level.'
}

function cut({ plan }: Work): Step {
  const [columns, rows] = plan.grid
  const [width, height] = [plan.cell.width, plan.cell.height].map((d) =>
    Math.round(d / POINTS_PER_MM)
  )
  return {
    draw: cutUp(plan.grid),
    text: `Cut the whole stack, sheet 1 on top, into ${columns * rows} ${columns * rows === 1 ? 'pile' : 'piles'}, ${columns} across and ${rows} down, of ${width} × ${height} mm.`
  }
}

function pile({ job, plan }: Work): Step {
  const from = job.rtl ? 'right' : 'left'
  const text = `Lay pile upon pile: row by row from the upper ${from}, the first on top. Take away white leaves at the end.`
  return { draw: piled(plan.grid), text }
}

const glue: Step = {
  draw: glued,
  text: 'Clamp the block between boards, brush the spine twice with bookbinder’s glue, and lay the cover round it.'
}
const creases: Step = {
  draw: creased,
  text: 'Fold along all dashes, and open the sheet again: once along, once across, and both ends to the middle.'
}
const open: Step = {
  draw: slit,
  text: 'Cut along the whole line in the middle, from the first fold across to the third.'
}
const push: Step = {
  draw: pushed,
  text: 'Fold the sheet along, print outside, and push both ends together until the cut opens to a cross.'
}
const around: Step = {
  draw: closed,
  text: 'Lay the leaves around each other, page 1 in front, and press the folds.'
}
