// A stitched pamphlet is made of whole sheets; a print shop sends back what is not, or puts the blanks where it likes.
import type { Finding } from '../findings.ts'
import type { Preflight } from './sheet.ts'

export function* wholeSheets({ pages, profile }: Preflight): Generator<Finding> {
  const over = pages.length % profile.pages
  // One page is a cover.
  if (over === 0 || pages.length === 1) return
  const wanting = profile.pages - over
  const says = wanting === 1 ? '1 blank page is wanting' : `${wanting} blank pages are wanting`
  yield {
    reason: `Unexpected number of pages, ${pages.length}, expected a multiple of ${profile.pages}: ${says}`
  }
}
