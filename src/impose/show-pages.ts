// The pages of a side in, the operators that show each and what these name out. Pages that can become part of the side's own
// content do: two of them packed together are a tenth smaller than each by itself. Any other is drawn as a form.
import { PDFDict, PDFName } from '../pdf.ts'
import type { PDFContext, PDFObject } from '../pdf.ts'
import type { PageForm } from './page-form.ts'

/** How the pages of a side are shown. */
export interface Shown {
  /** One a page, in the coordinates of the page. */
  operators: readonly string[]
  resources: PDFDict
}

/** @param others what else the side names */
export function showPages(context: PDFContext, forms: readonly PageForm[], others: PDFDict): Shown {
  const contents = forms.map((d) => d.inline())
  if (contents.every((d) => d !== undefined)) {
    const resources = merged(context, [others, ...contents.map((d) => d.resources)])
    if (resources) return { operators: contents.map((d) => d.operators), resources }
  }
  const names = forms.map((_, i) => `P${i}`)
  const pages = context.obj(Object.fromEntries(forms.map((d, i) => [names[i] ?? '', d.form()])))
  const resources = merged(context, [others, context.obj({ XObject: pages })])
  if (!resources) throw new Error('Nothing of ours is called as a page')
  return { operators: names.map((d) => `/${d} Do`), resources }
}

const LISTS = PDFName.of('ProcSet')

/** All that these name; undefined where two mean another thing by a name. */
function merged(context: PDFContext, all: readonly PDFDict[]): PDFDict | undefined {
  const whole = new Map<PDFName, Map<PDFName, PDFObject>>()
  for (const [category, value] of all.flatMap((d) => d.entries())) {
    const things = context.lookup(value)
    if (category === LISTS || !(things instanceof PDFDict)) continue
    const found = whole.get(category) ?? new Map<PDFName, PDFObject>()
    whole.set(category, found)
    for (const [name, thing] of things.entries()) {
      if ((found.get(name) ?? thing) !== thing) return undefined
      found.set(name, thing)
    }
  }
  const dict = context.obj({})
  for (const [category, things] of whole) {
    const entries = context.obj({})
    for (const [name, thing] of things) entries.set(name, thing)
    if (things.size > 0) dict.set(category, entries)
  }
  return dict
}
