// A job and the places of its pages in, its sheets out, side by side as they are printed: pages, marks and slug line.
import type { PDFDocument } from '../pdf.ts'
import { shiftOf } from './creep.ts'
import { nestedSheets } from './job.ts'
import type { Job } from './job.ts'
import { drawMarks } from './marks.ts'
import { number, POINTS_PER_MM, trimmed } from './marks/frame.ts'
import type { Frame } from './marks/frame.ts'
import type { PageForm } from './page-form.ts'
import { printingOrder } from './passes.ts'
import type { Printed } from './passes.ts'
import { placePage } from './place-page.ts'
import type { Drawn } from './replace-pages.ts'
import type { SheetPlan } from './sheet-plan.ts'
import { showPages } from './show-pages.ts'
import { nestingOf } from './signatures.ts'
import type { Slot } from './slot.ts'
import { drawSlug, slugText } from './slug.ts'
import type { Slug } from './slug.ts'
import { TYPE } from '../pdf/small-type.ts'

/** All that the sheets are made of. */
export interface Work {
  job: Job
  plan: SheetPlan
  slots: readonly Slot[]
  forms: readonly PageForm[]
  slug: Slug
}

/** The sides in the order of printing, each drawn when it is asked for; `drawn` is told which marks there was room for. */
export function* drawSides(
  document: PDFDocument,
  work: Work,
  drawn: Set<string>
): Generator<Drawn> {
  const { job, slots, slug } = work
  const places = new Map<string, Slot[]>()
  for (const slot of slots) {
    const key = `${slot.sheet} ${slot.side}`
    const found = places.get(key)
    if (found) found.push(slot)
    else places.set(key, [slot])
  }
  const order = printingOrder(slug.sheets, job.layout !== 'zine8', job.oneSided)
  for (const side of order) {
    const own = places.get(`${side.sheet} ${side.side}`) ?? []
    yield drawSide(document, work, side, own, drawn)
  }
}

function drawSide(
  { context }: PDFDocument,
  work: Work,
  printed: Printed,
  slots: readonly Slot[],
  drawn: Set<string>
): Drawn {
  const { forms, job, plan, slug } = work
  const frame = frameOf(work, printed)
  const marks = drawMarks(frame, job.marks, drawn)
  const line =
    job.marks.length > 0 ? drawSlug(slug, slugText(slug, printed, frame, job), frame) : undefined
  if (line) drawn.add('slug')
  const isBack = printed.side === 'back'
  const isTurned = isBack && plan.upsideDown
  const turn = (operators: string) => (isTurned ? turned(plan, operators) : operators)
  const sign = isBack ? (isTurned ? -1 : 1) : 0
  const [right, up] = job.backShift.map((d) => d * POINTS_PER_MM * sign) as [number, number] // two in, two out
  const move = (operators: string) => moved(right, up, operators)
  const placed = slots.flatMap((slot) => {
    const form = slot.page === undefined ? undefined : forms[slot.page - 1]
    return form?.drawn ? [{ form, slot }] : []
  })
  const shown = showPages(
    context,
    placed.map((d) => d.form),
    context.obj(line ? { Font: { [TYPE]: slug.type.ref } } : {})
  )
  const pages = placed.map(({ form, slot }, i) =>
    placePage(form, slot, plan, shown.operators[i] ?? '', frame.shift)
  )
  const [shared = '', own = ''] = line ?? []
  const edges = trimmed(frame)
  return {
    operators: move(pages.join('') + turn(own)),
    shared: move(turn(marks + shared)),
    resources: shown.resources,
    trim: [edges.left + right, edges.bottom + up, edges.right + right, edges.top + up]
  }
}

function moved(right: number, up: number, operators: string): string {
  return operators === '' || (right === 0 && up === 0)
    ? operators
    : `q 1 0 0 1 ${number(right)} ${number(up)} cm\n${operators}Q\n`
}

/** A whole side, upside down. */
function turned({ width, height }: SheetPlan, operators: string): string {
  if (operators === '') return ''
  return `q -1 0 0 -1 ${number(width)} ${number(height)} cm\n${operators}Q\n`
}

function frameOf({ forms, job, plan, slug }: Work, { sheet, side }: Printed): Frame {
  const isFolded = job.layout !== 'nup' && job.layout !== 'zine8'
  const most = Math.min(nestedSheets(job), slug.sheets)
  const nesting = isFolded ? nestingOf(sheet, slug.sheets, most) : undefined
  const shift = nesting ? shiftOf(job.creep, nesting.depth, nesting.sheets, most) : 0
  return {
    plan,
    side,
    nesting,
    isSewn: nesting !== undefined && slug.sheets > most && job.layout === 'signatures',
    shift: shift * POINTS_PER_MM,
    bleed: Math.max(...forms.slice(0, 1).map((d) => d.bleed)) * plan.scale
  }
}
