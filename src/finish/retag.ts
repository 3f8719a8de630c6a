// The tags as Chromium made them in (a wrapper for each line, a paragraph for each part of one, notes without a name),
// the tags as a reading programme needs them out; and who owns the contents of the pages, which are written meanwhile.
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString } from '../pdf.ts'
import type { PDFDocument } from '../pdf.ts'
import { mendOutline } from './mend-outline.ts'
import { mendFigures } from './tags/mend-figures.ts'
import { mendLists } from './tags/mend-lists.ts'
import { findOwners, keyOf, numberContents } from './tags/number-contents.ts'
import { labelCalled, placeNotes } from './tags/place-notes.ts'
import { pruneWrappers } from './tags/prune-wrappers.ts'
import { readTags } from './tags/read-tags.ts'
import type { Tag, Thing } from './tags/read-tags.ts'
import { writeTags } from './tags/write-tags.ts'
import type { Owners, rewritePages } from './rewrite-pages.ts'

/**
 * Tag a document anew.
 *
 * @param write writes the pages, given who owns what on them
 */
export function retag(
  document: PDFDocument,
  write: (owners: Owners) => ReturnType<typeof rewritePages>
): void {
  const read = readTags(document)
  const tags = mend(read ?? [], (thing) => targetOf(document, thing))
  const ownership = findOwners(tags)
  const pages = write((page, content) => ownership.owners.get(keyOf(page, content)))
  if (!read) return
  const numbered = numberContents(tags, ownership, pages)
  const written = writeTags(document, numbered)
  mendOutline(document, numbered, written, (kid) =>
    kid.kind === 'thing' ? labelCalled(targetOf(document, kid)) : undefined
  )
}

/** Lists are told by their wrappers, so they come first; notes are placed by paragraphs, so they come last. */
function mend(tags: readonly Tag[], target: (thing: Thing) => string | undefined): readonly Tag[] {
  const pruned = pruneWrappers(tags.map(mendLists))
  return placeNotes(pruned.map(mendFigures), target)
}

/** The name of the place to which a link leads. */
function targetOf(document: PDFDocument, { ref }: Thing): string | undefined {
  const dict = document.context.lookup(ref)
  if (!(dict instanceof PDFDict)) return undefined
  const action = dict.lookup(PDFName.of('A'))
  const target =
    dict.lookup(PDFName.of('Dest')) ??
    (action instanceof PDFDict ? action.lookup(PDFName.of('D')) : undefined)
  const isName =
    target instanceof PDFName || target instanceof PDFString || target instanceof PDFHexString
  return isName && !(target instanceof PDFArray) ? target.decodeText() : undefined
}
