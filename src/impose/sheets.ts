// The pages of a document in, its sheets in their place: each side is a page of paper size with two pages drawn on it.
// What belongs to reading (tags, outline, labels, links) does not belong to a press form and goes with the old pages.
import { PDFDict, PDFName, PDFString } from '../pdf.ts'
import type { PDFDocument, PDFRef } from '../pdf.ts'
import { marks } from './marks.ts'
import type { PageForm } from './page-form.ts'
import type { SheetPlan } from './sheet-plan.ts'
import type { Sheet, Side } from './signatures.ts'

/** What a printing house may need of the old catalogue: layers, colour, version. */
const KEPT = ['OCProperties', 'OutputIntents', 'Version', 'Lang']

/** Replace the pages of a document by its sheets, front and back in turn. */
export function drawSheets(
  document: PDFDocument,
  sheets: readonly Sheet[],
  forms: readonly PageForm[],
  plan: SheetPlan
): void {
  const { context } = document
  const tree = context.nextRef()
  const sides = sheets.flatMap(({ front, back }) => [front, back])
  const pages = sides.map((side) => drawSide(document, tree, side, forms, plan))
  context.assign(tree, context.obj({ Type: 'Pages', Kids: pages, Count: pages.length }))
  const catalog = context.obj({
    Type: 'Catalog',
    Pages: tree,
    ViewerPreferences: {
      PrintScaling: 'None',
      Duplex: plan.flip,
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

function drawSide(
  document: PDFDocument,
  tree: PDFRef,
  side: Side,
  forms: readonly PageForm[],
  plan: SheetPlan
): PDFRef {
  const { context } = document
  const drawn = side.map((number) => (number === undefined ? undefined : forms[number - 1]))
  const refs = drawn.map((form, i) => [`P${i}`, form?.ref] as const).filter(([, ref]) => ref)
  const operators = drawn.map((form, i) => (form?.ref ? draw(form, i, plan) : '')).join('')
  return context.register(
    context.obj({
      Type: 'Page',
      Parent: tree,
      MediaBox: [0, 0, plan.width, plan.height].map((d) => Math.round(d * 1e4) / 1e4),
      Resources: { XObject: Object.fromEntries(refs) },
      Contents: context.register(context.flateStream(operators + marks(plan)))
    })
  )
}

/** The operators that draw a page on the left (0) or right (1) half, its spine edge at the fold. */
function draw(form: PageForm, half: number, plan: SheetPlan): string {
  const { scale } = plan
  const x = plan.width / 2 - (half === 0 ? form.width * scale : 0)
  const y = plan.bottom + (plan.spreadHeight - form.height * scale) / 2
  const [a, b, c, d, e, f] = form.matrix.map((value) => value * scale) as [...PageForm['matrix']] // six in, six out
  const matrix = [a, b, c, d, e + x, f + y].map((value) => Math.round(value * 1e5) / 1e5)
  return `q ${matrix.join(' ')} cm /P${half} Do Q\n`
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
