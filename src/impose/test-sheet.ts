// A sheet that tries a printer out before a booklet is printed on it. On its front: rulers, which show whether it prints at
// actual size and how near to the edge, and a cross in each corner and in the middle. On its back the same crosses with a
// scale about the middle: a pin through the cross of the front shows there how far the back is off, as `--back-shift` wants it.
import { VFile } from 'vfile'
import { closePdf, PDFDocument, PDFString } from '../pdf.ts'
import { jobOf, paperName, PAPERS } from './job.ts'
import type { Job } from './job.ts'
import { hairlines, line, POINTS_PER_MM } from './marks/frame.ts'
import { cross } from './marks/register.ts'
import { grid, rulerAcross, rulerUpwards } from './rulers.ts'
import { planSheet } from './sheet-plan.ts'
import type { SheetPlan } from './sheet-plan.ts'
import { duplexOf, replacePages } from './replace-pages.ts'
import { smallType } from '../pdf/small-type.ts'
import type { SmallType } from '../pdf/small-type.ts'
import { writeLines } from '../pdf/write-lines.ts'

const MM = POINTS_PER_MM
/** Where the rulers stand, in millimetres from the edge. */
const RULER = 15
/** Corner crosses stand this far from both edges, in millimetres. */
const CORNER = 25
/** A printer is seldom further off than this, in millimetres. */
const SCALE = 10

/** Draw the sheet for a paper and a way of turning it. */
export async function testSheet(asked: Partial<Job>): Promise<VFile> {
  const job = jobOf({ sheet: 'a4', ...asked })
  const [short = 0, long = 0] = PAPERS[job.sheet ?? 'a4']
  const plan = planSheet({ width: (long / 2) * MM, height: short * MM }, job)
  const document = await PDFDocument.create({ updateMetadata: false })
  const { context } = document
  const type = await smallType(document)
  const back = backOf(plan, job, type)
  const turned = `q -1 0 0 -1 ${plan.width} ${plan.height} cm\n${back}Q\n`
  const sides = [frontOf(plan, type), plan.upsideDown ? turned : back]
  context.trailerInfo.Info = context.register(
    context.obj({ Title: PDFString.of('Test sheet'), Producer: PDFString.of('Pamphlet Press') })
  )
  const drawn = sides.map((operators) => ({ operators }))
  replacePages(document, drawn, plan, duplexOf(job, plan), type.ref)
  type.embed()
  const file = new VFile({ path: 'test-sheet.pdf', value: await closePdf(document) })
  file.data.sheets = 1
  file.data.imposed = `1 sheet of ${paperName(plan.paper)}, ${job.oneSided ? 'turn' : 'flip'} on the ${plan.flip} edge`
  return file
}

function frontOf(plan: SheetPlan, type: SmallType): string {
  const { height, width } = plan
  const text = [
    'Test sheet, front',
    `1. Print both pages on one sheet of ${paperName(plan.paper)}, at actual size (100 %), flipped on the ${plan.flip} edge.`,
    '2. Lay a ruler along both scales. They are in millimetres from the edge of the paper. If 200 is not at 200, the',
    '    printer has changed the size: choose “actual size”, not “fit”.',
    '3. The first stroke that is printed shows how near to the edge your printer comes.',
    '4. Push a pin through the middle of the cross below, and turn the sheet over like the page of a book.'
  ]
  return [
    hairlines([...crosses(plan), ...cross(width / 2, height / 2), ...bigCross(plan)]),
    rulerAcross(width, RULER * MM, type),
    rulerUpwards(height, RULER * MM, type),
    writeLines(type, text, CORNER * MM + 12 * MM, height - 45 * MM)
  ].join('')
}

function backOf(plan: SheetPlan, { backShift }: Job, type: SmallType): string {
  const { height, width } = plan
  const isMoved = backShift.some((d) => d !== 0)
  const text = [
    'Test sheet, back',
    '5. If this stands upside down when you have turned the sheet like the page of a book, choose the other edge.',
    '6. Read on the net below where the pin has come through, in millimetres: first to the right, then up.',
    '    Give both to the press: a hole at +1.5 to the right and −0.5 up is --back-shift=1.5,-0.5',
    '7. Do the corners agree with the crosses of the front, against the light? If one is off and the others are not,',
    '    the paper lies askew in the tray.',
    ...(isMoved
      ? [`This back was already moved by ${backShift.join(',')}: add what you read to that.`]
      : [])
  ]
  const [right, up] = backShift.map((d) => d * MM) as [number, number] // two in, two out
  return [
    `q 1 0 0 1 ${right} ${up} cm\n`,
    hairlines(crosses(plan)),
    grid(width / 2, height / 2, SCALE, type),
    writeLines(type, text, CORNER * MM + 12 * MM, height - 30 * MM),
    'Q\n'
  ].join('')
}

function crosses({ height, width }: SheetPlan): string[] {
  const at = CORNER * MM
  return [at, width - at].flatMap((x) => [at, height - at].flatMap((y) => cross(x, y)))
}

/** Arms by which the middle of the front is found. */
function bigCross({ height, width }: SheetPlan): string[] {
  const [x, y, arm] = [width / 2, height / 2, SCALE * MM]
  return [line(x - arm, y, x + arm, y), line(x, y - arm, x, y + arm)]
}
