// What the typesetting could not avoid, page by page: told, never hidden.
import type { Finding } from '../composition.ts'
import type { PageFinding } from './block.ts'
import type { Sheet } from './make-up.ts'

const SAYS: Readonly<Record<PageFinding['rule'], string>> = {
  widow: 'Unexpected last line of a paragraph alone at the head of',
  orphan: 'Unexpected first line of a paragraph alone at the foot of',
  'stranded-heading': 'Unexpected heading without its text at the foot of',
  'hyphen-over-page': 'Unexpected hyphen in the last line of',
  'short-page': 'Unexpected gap at the foot of',
  'short-opening': 'Unexpected gap of a line at the foot of both pages of the opening of',
  'note-continued': 'Unexpected note that goes on behind',
  'note-late': 'Unexpected note that begins behind its call on',
  'block-broken': 'Unexpected turn in a block that was to stay whole, on',
  overflow: 'Unexpected block higher than'
}

/** All findings of the planned pages, in the order of the pages. */
export function findingsOf(sheets: readonly Sheet[]): Finding[] {
  return sheets.flatMap((sheet) =>
    sheet.columns.flatMap((page) =>
      page.findings.map((finding): Finding => {
        const block = sheet.stretch?.blocks[finding.block]
        const { rule, cost, note } = finding
        const about = note === undefined ? '' : ` (note ${note})`
        const reason = `${SAYS[rule]} page ${sheet.label}${about}`
        const { number, label } = sheet
        return { rule, page: number, folio: label, line: block?.line ?? 0, reason, cost }
      })
    )
  )
}
