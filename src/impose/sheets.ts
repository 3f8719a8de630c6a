// A job and the places of its pages in, its sheets in the document out: each side is a page of paper size. What belongs to
// reading (tags, outline, labels, links) does not belong to a press form and goes with the old pages.
import { PDFDict, PDFName, PDFString } from '../pdf.ts'
import type { PDFDocument, PDFRef } from '../pdf.ts'
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
import type { SheetPlan } from './sheet-plan.ts'
import { nestingOf } from './signatures.ts'
import type { Slot } from './slot.ts'
import { drawSlug, slugText } from './slug.ts'
import type { Slug } from './slug.ts'

/** All that the sheets are made of. */
export interface Work {
  job: Job
  plan: SheetPlan
  slots: readonly Slot[]
  forms: readonly PageForm[]
  slug: Slug
}

/** A side, ready to be a page of the document. */
export interface Drawn {
  operators: string
  /** Pages that are drawn on it, by the names that the operators have for them. */
  pages: Readonly<Record<string, PDFRef>>
  /** Left, bottom, right and top of what is left after the cut, in points. */
  trim?: readonly number[]
}

/** The sides in the order of printing; `drawn` is told which marks there was room for. */
export function drawSides(work: Work, drawn: Set<string>): Drawn[] {
  const { job, slots, slug } = work
  const places = new Map<string, Slot[]>()
  for (const slot of slots) {
    const key = `${slot.sheet} ${slot.side}`
    const found = places.get(key)
    if (found) found.push(slot)
    else places.set(key, [slot])
  }
  const order = printingOrder(slug.sheets, job.layout !== 'zine8', job.oneSided)
  return order.map((side) =>
    drawSide(work, side, places.get(`${side.sheet} ${side.side}`) ?? [], drawn)
  )
}

function drawSide(work: Work, printed: Printed, slots: readonly Slot[], drawn: Set<string>): Drawn {
  const { forms, job, plan, slug } = work
  const frame = frameOf(work, printed)
  const pages: Record<string, PDFRef> = {}
  const operators = slots.map((slot, i) => {
    const form = slot.page === undefined ? undefined : forms[slot.page - 1]
    if (!form?.ref) return ''
    pages[`P${i}`] = form.ref
    return placePage(form, slot, plan, `P${i}`, frame.shift)
  })
  const marks = drawMarks(frame, job.marks, drawn)
  const line =
    job.marks.length === 0 ? '' : drawSlug(slug, slugText(slug, printed, frame, job), frame)
  if (line !== '') drawn.add('slug')
  const isBack = printed.side === 'back'
  const isTurned = isBack && plan.upsideDown
  const beside = isTurned && marks + line !== '' ? turned(plan, marks + line) : marks + line
  const sign = isBack ? (isTurned ? -1 : 1) : 0
  const [right, up] = job.backShift.map((d) => d * POINTS_PER_MM * sign) as [number, number] // two in, two out
  const isMoved = right !== 0 || up !== 0
  const all = operators.join('') + beside
  const edges = trimmed(frame)
  return {
    operators: isMoved ? `q 1 0 0 1 ${number(right)} ${number(up)} cm\n${all}Q\n` : all,
    pages,
    trim: [edges.left + right, edges.bottom + up, edges.right + right, edges.top + up]
  }
}

/** A whole side, upside down. */
function turned({ width, height }: SheetPlan, operators: string): string {
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

/** What the printer is told of turning. */
export type Duplex = 'Simplex' | 'DuplexFlipShortEdge' | 'DuplexFlipLongEdge'

export function duplexOf({ layout, oneSided }: Job, { flip }: SheetPlan): Duplex {
  if (oneSided || layout === 'zine8') return 'Simplex'
  return flip === 'short' ? 'DuplexFlipShortEdge' : 'DuplexFlipLongEdge'
}

/** What a printing house may need of the old catalogue: layers, colour, version. */
const KEPT = ['OCProperties', 'OutputIntents', 'Version', 'Lang']

/** Replace the pages of a document by these sides. */
export function replacePages(
  document: PDFDocument,
  sides: readonly Drawn[],
  size: { width: number; height: number },
  duplex: Duplex,
  font: PDFRef
): void {
  const { context } = document
  const tree = context.nextRef()
  const pages = sides.map(({ operators, pages: forms, trim }) =>
    context.register(
      context.obj({
        Type: 'Page',
        Parent: tree,
        MediaBox: [0, 0, size.width, size.height].map(exact),
        ...(trim && { TrimBox: trim.map(exact) }),
        Resources: {
          ...(Object.keys(forms).length > 0 && { XObject: { ...forms } }),
          ...(operators.includes(' Tf ') && { Font: { F: font } })
        },
        Contents: context.register(context.flateStream(operators))
      })
    )
  )
  context.assign(tree, context.obj({ Type: 'Pages', Kids: pages, Count: pages.length }))
  const catalog = context.obj({
    Type: 'Catalog',
    Pages: tree,
    ViewerPreferences: {
      PrintScaling: 'None',
      Duplex: duplex,
      PickTrayByPDFSize: true,
      DisplayDocTitle: true
    }
  })
  for (const name of KEPT.map((d) => PDFName.of(d))) {
    const value = document.catalog.get(name)
    if (value) catalog.set(name, value)
  }
  context.trailerInfo.Root = context.register(catalog)
}

function exact(value: number): number {
  return Math.round(value * 1e4) / 1e4
}

/** Keep the record of the document, but for who made it. */
export function signSheets(document: PDFDocument): void {
  const { context } = document
  const old = context.lookup(context.trailerInfo.Info)
  const info = context.obj({ Producer: PDFString.of('Pamphlet Press') })
  for (const name of ['Title', 'Author', 'CreationDate', 'ModDate'].map((d) => PDFName.of(d))) {
    const value = old instanceof PDFDict ? old.get(name) : undefined
    if (value) info.set(name, value)
  }
  context.trailerInfo.Info = context.register(info)
}
