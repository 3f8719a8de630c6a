// Soft hyphens spoil the search, the dictionary and the pop-up notes of some reading machines; each breaks lines by itself.
import type { EBook } from './e-book.ts'
import type { Finding } from './findings.ts'

/** Lines with U+00AD, or a reference to it. */
export function* noSoftHyphens({ chapters }: EBook): Generator<Finding> {
  for (const { path, text } of chapters)
    for (const [index, row] of text.split('\n').entries())
      if (/\u00AD|&shy;|&#(?:173|x0*ad);/iu.test(row))
        yield {
          reason: `Unexpected U+00AD in \`${path}\`, line ${index + 1}, expected whole words`
        }
}
