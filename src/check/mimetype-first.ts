// The first file of an EPUB is named `mimetype`, says what the book is, and is not compressed, so that a machine can tell
// the kind by looking at the first bytes.
// https://www.w3.org/TR/epub-33/#sec-zip-container-mime
import type { EBook } from './e-book.ts'
import { quote } from './findings.ts'
import type { Finding } from './findings.ts'

const TYPE = 'application/epub+zip'

/** What is wrong with `mimetype`. */
export function* mimetypeFirst({ entries, files }: EBook): Generator<Finding> {
  const entry = files.get('mimetype')
  if (!entry) {
    yield { reason: `Unexpected EPUB without \`mimetype\`, expected it to say \`${TYPE}\`` }
    return
  }
  if (entries[0] !== entry || entry.offset !== 0)
    yield { reason: 'Unexpected place of `mimetype`, expected it first' }
  if (!entry.stored) yield { reason: 'Unexpected compression of `mimetype`, expected none' }
  const said = entry.bytes.toString('utf8', 0, 80)
  if (said !== TYPE)
    yield { reason: `Unexpected \`mimetype\` ${quote(said)}, expected \`${TYPE}\`` }
}
