// The finished pages in, the same pages with the marks of a proof on them out, and behind them the list of the edits: to
// be printed and passed on. The marks lie below the text and beside it, so that no pixel of it is another.
import { VFile } from 'vfile'
import type { Composition } from '../composition.ts'
import { designOf } from '../design.ts'
import { closePdf, openPdf } from '../pdf.ts'
import { smallType } from '../pdf/small-type.ts'
import type { Proof } from '../proof.ts'
import { openInk } from './ink-rows.ts'
import { appendList } from './mark-pages/append-list.ts'
import { drawMarks } from './mark-pages/draw-marks.ts'
import { layBelow } from './mark-pages/lay-below.ts'
import { listLines } from './mark-pages/list-lines.ts'
import { markedPage } from './marked-page.ts'
import type { ProofQuery } from './proof-query.ts'

/** Where nobody knows the design, the outer margin as a share of the width. */
const USUAL_OUTER = 0.1
/** A composition is measured in tenths of a point. */
const PER_POINT = 10

/**
 * Mark the new pages of a proof: `proof.pdf`.
 *
 * @param pdf the new pages as they were finished, with `data.edition`
 * @param queries that nobody has answered
 * @param composition of these pages, with their lines: no sign touches a letter, however near lines stand
 * @throws {VFileMessage} exit 2 where the pages are no PDF that can be read
 */
export async function markPages(
  pdf: VFile,
  proof: Proof,
  queries: readonly ProofQuery[],
  composition: Composition
): Promise<VFile> {
  const { edition } = pdf.data
  const document = await openPdf(pdf)
  const type = await smallType(document)
  const design = edition && (await designOf(edition))
  const ink = await openInk(composition)
  const toMark = { edits: proof.edits, queries, side: 'new' as const, ink }
  const pages = document.getPages()
  for (const [index, page] of pages.entries()) {
    const trim = page.getTrimBox()
    const outer = design ? design.outer / PER_POINT : USUAL_OUTER * trim.width
    const marked = markedPage(toMark, index + 1)
    const side = index % 2 === 0 ? 'recto' : 'verso'
    const operators = drawMarks(marked, { ...trim, outer, side }, type)
    if (operators !== '') layBelow(document, page, operators, type.ref)
  }
  appendList(document, listLines(proof, queries), type)
  type.embed()
  return new VFile({ path: 'proof.pdf', value: await closePdf(document), data: { ...pdf.data } })
}
