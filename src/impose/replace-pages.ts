// Sides in, the pages of the document out: each side is a page of paper size. What belongs to reading (tags, outline, labels,
// links) does not belong to a press form and goes with the old pages. What sides have in common is there once.
import { deflateSync } from 'node:zlib'
import { PDFDict, PDFName, PDFString } from '../pdf.ts'
import type { PDFContext, PDFDocument, PDFRef, PDFStream } from '../pdf.ts'
import type { Job } from './job.ts'
import type { SheetPlan } from './sheet-plan.ts'
import { TYPE } from '../pdf/small-type.ts'

/** A side, ready to be a page of the document. */
export interface Drawn {
  operators: string
  /** Operators behind them that other sides have too. */
  shared?: string
  /** What the operators name; nothing but small type when missing. */
  resources?: PDFDict
  /** Left, bottom, right and top of what is left after the cut, in points. */
  trim?: readonly number[]
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
  sides: Iterable<Drawn>,
  size: { width: number; height: number },
  duplex: Duplex,
  font: PDFRef
): void {
  const { context } = document
  const tree = context.nextRef()
  /** Sides that name the same things have them from one place. */
  const known = new Map<string, PDFRef>()
  const pages: PDFRef[] = []
  const streams = new Map<string, PDFRef>()
  const streamOf = (operators: string) => context.register(packedStream(context, operators))
  for (const { operators, shared = '', resources, trim } of sides) {
    const behind = shared === '' ? undefined : (streams.get(shared) ?? streamOf(shared))
    if (behind) streams.set(shared, behind)
    const own = streamOf(operators)
    const typed = operators.includes(' Tf ') ? { Font: { [TYPE]: font } } : {}
    const named = resources ?? context.obj(typed)
    const key = String(named)
    const things = known.get(key) ?? context.register(named)
    known.set(key, things)
    const page = context.obj({
      Type: 'Page',
      Parent: tree,
      MediaBox: [0, 0, size.width, size.height].map(exact),
      ...(trim && { TrimBox: trim.map(exact) }),
      Resources: things,
      Contents: behind ? [own, behind] : own
    })
    pages.push(context.register(page))
  }
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

/** Packed as well as can be. */
function packedStream(context: PDFContext, operators: string): PDFStream {
  const bytes = deflateSync(Buffer.from(operators, 'latin1'), { level: 9, memLevel: 9 })
  return context.stream(new Uint8Array(bytes), { Filter: 'FlateDecode' })
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
