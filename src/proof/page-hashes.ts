// A PDF in, a hash of what is drawn on each page out: equal hashes are equal bytes of the content stream, whatever the
// numbers of objects and the compression.
import { createHash } from 'node:crypto'
import type { VFile } from 'vfile'
import { openPdf, PDFArray, PDFName, PDFRawStream, unpack } from '../pdf.ts'
import type { PDFPage } from '../pdf.ts'

/**
 * SHA-256 of the decoded content of each page, in order.
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
  return hash.digest('hex')
}
