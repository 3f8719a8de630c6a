// Which pages of an edition are approved: `approved.txt` beside the manuscript, one line a page, which git keeps and a person
// reads in a diff. A page stays approved as long as what is drawn on it stays the same, byte for byte.
//
//     title       Sheets
//     manuscript  9b74c9897bac770ffc029102a200c5de…
//
//        1  2c26b46b68ffc68ff99b453c1d304134…  i
import { createHash } from 'node:crypto'
import type { VFile } from 'vfile'
import { failAt } from './failure.ts'

/** What someone has approved. */
export interface Approvals {
  /** Of the edition, as it was last approved. */
  title: string
  /** SHA-256 of the manuscript that was approved whole, which stands in `approved.md`; none where no whole one was. */
  manuscript?: string
  /** SHA-256 of the manuscript on whose pages that one was set, which stands in `approved-on.md`; none where it was free. */
  fence?: string
  /** Day of the edition that was approved, where it says one: `2026-11-22`. */
  date?: string
  /** By their numbers. */
  pages: readonly ApprovedPage[]
}

/** A page as it was approved. */
export interface ApprovedPage {
  /** From 1. */
  number: number
  /** SHA-256 of what is drawn on it. */
  hash: string
  /** What it is called: `iv`, `12`. */
  label: string
}

const HEAD = `# Pages that are approved: number, hash of what is drawn on it, what it is called.
# \`press approve\` writes this file, and \`press proof --since approved\` compares with it.
`
const FACT = /^(?<key>title|manuscript|fence|date)[ \t]+(?<value>\S.*?)[ \t]*$/u
const PAGE =
  /^[ \t]*(?<number>[1-9]\d{0,5})[ \t]+(?<hash>[\da-f]{64})(?:[ \t]+(?<label>\S.*?))?[ \t]*$/u
/** What would begin another line, or turn this one round. */
const UNFIT = /[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu

/** SHA-256 of a text, as it is written there. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Whether a page is approved as it is. */
export function isApproved(
  { pages }: Approvals,
  { number, hash }: Pick<ApprovedPage, 'number' | 'hash'>
): boolean {
  return pages.some((d) => d.number === number && d.hash === hash)
}

/**
 * Read `approved.txt`.
 *
 * @throws {VFileMessage} exit 2 at the line that is none of its own
 */
export function readApprovals(file: VFile): Approvals {
  const facts: Record<string, string> = {}
  const pages = new Map<number, ApprovedPage>()
  for (const [index, row] of String(file)
    .split(/\r\n|\r|\n/u)
    .entries()) {
    if (row.trim() === '' || row.startsWith('#')) continue
    const { key, value } = FACT.exec(row)?.groups ?? {}
    const { number, hash, label = '' } = PAGE.exec(row)?.groups ?? {}
    if (key !== undefined && value !== undefined) facts[key] = value
    else if (number !== undefined && hash !== undefined)
      pages.set(Number(number), { number: Number(number), hash, label })
    else
      failAt(
        file,
        { line: index + 1, column: 1 },
        'approvals',
        'Unexpected line, expected the number of a page, its hash and its label: `press approve` writes them'
      )
  }
  const { title = '', manuscript, fence, date } = facts
  return {
    title,
    ...(manuscript !== undefined && { manuscript }),
    ...(fence !== undefined && { fence }),
    ...(date !== undefined && { date }),
    pages: [...pages.values()].toSorted((a, b) => a.number - b.number)
  }
}

/** As text; the same for the same approvals. */
export function writeApprovals({ title, manuscript, fence, date, pages }: Approvals): string {
  const name = title.replace(UNFIT, ' ').trim()
  const facts = [
    name && `title       ${name}`,
    manuscript && `manuscript  ${manuscript}`,
    fence && `fence       ${fence}`,
    date && `date        ${date}`
  ]
  const rows = pages.map((d) =>
    `${`${d.number}`.padStart(4)}  ${d.hash}  ${d.label.replace(UNFIT, ' ')}`.trimEnd()
  )
  return `${HEAD}\n${facts.filter(Boolean).join('\n')}\n\n${rows.join('\n')}\n`
}

/**
 * Approve pages beside those that are approved already; a number that the edition no longer has is forgotten.
 *
 * @param pages of the edition, all of them
 * @param chosen numbers of those that are approved; all when missing
 */
export function addApprovals(
  known: readonly ApprovedPage[],
  pages: readonly ApprovedPage[],
  chosen?: readonly number[]
): ApprovedPage[] {
  const now = new Set(chosen ?? pages.map((d) => d.number))
  const before = new Map(known.map((d) => [d.number, d]))
  return pages.flatMap((page) => {
    const kept = now.has(page.number) ? page : before.get(page.number)
    return kept ?? []
  })
}
