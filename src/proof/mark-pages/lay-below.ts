// A page and operators in; they are drawn on the page before all that is on it, as something that does not belong to what
// is read (an artefact, ISO 32000-1, 14.8.2.2).
import { PDFArray, PDFDict, PDFName } from '../../pdf.ts'
import type { PDFDocument, PDFPage, PDFRef } from '../../pdf.ts'
import { TYPE } from '../../pdf/small-type.ts'

const [CONTENTS, RESOURCES, XOBJECT] = ['Contents', 'Resources', 'XObject'].map((d) =>
  PDFName.of(d)
) as [PDFName, PDFName, PDFName] // three in, three out
/** What the form is called in the resources of its page. */
const NAME = 'PressProof'

/** @param font that of the small type in the operators */
export function layBelow(
  document: PDFDocument,
  page: PDFPage,
  operators: string,
  font: PDFRef
): void {
  const { context } = document
  const { x, y, width, height } = page.getMediaBox()
  const form = context.flateStream(operators, {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [x, y, x + width, y + height],
    Resources: { Font: { [TYPE]: font } }
  })
  // Pages may share their resources, and each has its own form.
  const resources = page.node.Resources()?.clone(context) ?? context.obj({})
  const known = resources.lookup(XOBJECT)
  const forms = known instanceof PDFDict ? known.clone(context) : context.obj({})
  forms.set(PDFName.of(NAME), context.register(form))
  resources.set(XOBJECT, forms)
  page.node.set(RESOURCES, resources)
  const before = context.flateStream(`/Artifact BMC q /${NAME} Do Q EMC\n`)
  const contents = page.node.get(CONTENTS)
  const object = context.lookup(contents)
  const old = object instanceof PDFArray ? object.asArray() : contents ? [contents] : []
  page.node.set(CONTENTS, context.obj([context.register(before), ...old]))
}
