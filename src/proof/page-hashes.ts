// A PDF in, a hash of what is drawn on each page out: equal hashes are equal bytes of the content stream, and of the pictures
// that it draws, whatever the numbers of objects and the compression.
import { createHash } from 'node:crypto'
import type { VFile } from 'vfile'
import { openPdf, PDFArray, PDFDict, PDFName, PDFRawStream, unpack } from '../pdf.ts'
import type { PDFPage } from '../pdf.ts'

/** Drawings within drawings. */
const DEEPEST = 10

/**
 * SHA-256 of the decoded content of each page, in order, with its pictures as they are packed.
 *
 * @throws {VFileMessage} exit 2 when the file is no PDF that can be read
 */
export async function pageHashes(pdf: VFile): Promise<readonly string[]> {
  const document = await openPdf(pdf)
  return document.getPages().map(hashOf)
}

function hashOf({ node }: PDFPage): string {
  const hash = createHash('sha256')
  const contents = node.lookup(PDFName.of('Contents'))
  const parts =
    contents instanceof PDFArray ? contents.asArray() : [node.get(PDFName.of('Contents'))]
  for (const part of parts) {
    const stream = node.context.lookup(part)
    // The parts of a content are one text, with white space between them.
    if (stream instanceof PDFRawStream) hash.update(unpack(stream)).update('\n')
  }
  for (const picture of picturesOf(node)) hash.update(picture.contents)
  return hash.digest('hex')
}

/** Pictures and drawings, in the order of their names, each with its mask behind it; a drawing may hold others. */
function picturesOf(owner: PDFDict, depth = 0): PDFRawStream[] {
  const resources = owner.lookup(PDFName.of('Resources'))
  const named = resources instanceof PDFDict ? resources.lookup(PDFName.of('XObject')) : undefined
  if (!(named instanceof PDFDict) || depth > DEEPEST) return []
  const names = named.keys().toSorted((a, b) => (a.asString() < b.asString() ? -1 : 1))
  return names.flatMap((name) => {
    const picture = named.lookup(name)
    if (!(picture instanceof PDFRawStream)) return []
    const mask = picture.dict.lookup(PDFName.of('SMask'))
    return [
      picture,
      ...(mask instanceof PDFRawStream ? [mask] : []),
      ...picturesOf(picture.dict, depth + 1)
    ]
  })
}
