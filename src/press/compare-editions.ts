// An edition as it stands and an earlier state of it in, both printed and compared out: text with text by all that is known
// of their pages, or with a PDF by the words alone.
import type { VFile } from 'vfile'
import { isApproved } from '../approvals.ts'
import type { Approvals } from '../approvals.ts'
import { Unable } from '../failure.ts'
import { readPdfText } from '../pdf-text.ts'
import { pageHashes, proof, proofPdf } from '../proof.ts'
import type { Proof } from '../proof.ts'
import { handsIn } from './hands-in.ts'
import { ofSide } from './old-edition.ts'
import type { OldEdition } from './old-edition.ts'
import type { Printed, Printer } from './print-for-proof.ts'

/** What is to be compared. */
export interface Asked {
  old: OldEdition
  now: VFile
  printer: Printer
  approvals: Approvals | undefined
  /** Set the present state on the pages of the earlier. */
  fence: boolean
}

/** What came of it. */
export interface Compared {
  proof: Proof
  after: Printed
  /** The typeset manuscript of the earlier state, or, of a PDF, its words. */
  before?: VFile
  words?: string
}

/**
 * Compare them.
 *
 * @param path of the manuscript
 * @returns nothing where the pages of the earlier state cannot hold the present one; its file has messages that say so
 * @throws {Unable} exit 3 where fences are to be put round the pages of a PDF
 */
export async function compareEditions(asked: Asked, path: string): Promise<Compared | undefined> {
  const { fence, old } = asked
  if (!old.isPdf) return withText(asked, path)
  if (!fence) return withPdf(asked)
  throw new Unable(
    3,
    `Unexpected \`--fence\` with \`${old.name}\`, expected an approved text, a build or a git revision: of a PDF it is not known how it was set`
  )
}

/** The earlier state is made first, so that the memory of it serves the present one. */
async function withText(asked: Asked, path: string): Promise<Compared | undefined> {
  const { old, now, printer, approvals, fence } = asked
  const isSame = String(old.file) === String(now) && !old.file.data.earlier
  const kept = fence ? (old.on ?? old.file) : undefined
  // The same text on the same pages is set once.
  const isDone = isSame && (kept === old.on || kept === old.file)
  const before = isDone ? undefined : await printOld(old, printer)
  const after = await printer.printOn('now', now, isDone ? old.on : kept)
  if (!after) return undefined
  const { file, hashes } = before ?? after
  const made = proof(file, after.file, {
    against: old.name,
    sheets: after.sheets,
    hashes: { old: hashes, new: after.hashes },
    approved: approvedAmong(after, approvals),
    authors: await handsIn(path, old.commit)
  })
  return { proof: made, after, before: file }
}

async function printOld({ file, on, name }: OldEdition, printer: Printer): Promise<Printed> {
  const printed = await printer.printOn('before', file, on).catch((error: unknown) => {
    throw ofSide(error, name)
  })
  if (printed) return printed
  throw new Unable(
    3,
    `Unexpected pages of ${name}, which no longer hold its text: another version of the press made them, so build it and approve it anew`
  )
}

/** Of an old PDF the words are known; those of the new pages are read off their PDF too. One of ours may have the same pages. */
async function withPdf({ old, now, printer, approvals }: Asked): Promise<Compared> {
  const pages = await readPdfText(old.file)
  const after = await printer.print('now', now)
  const both = { old: pages, new: await readPdfText(after.pdf) }
  // A page that cannot be unpacked is none of ours.
  const hashes = await pageHashes(old.file).catch(() => [])
  const { proof: made, text } = proofPdf(after.file, both, {
    against: old.name,
    sheets: after.sheets,
    hashes: { old: hashes, new: after.hashes },
    approved: approvedAmong(after, approvals)
  })
  return { proof: made, after, words: text }
}

/** Hashes of the pages that are approved as they are. */
function approvedAmong({ hashes }: Printed, approvals: Approvals | undefined): Set<string> {
  if (!approvals) return new Set()
  return new Set(hashes.filter((hash, index) => isApproved(approvals, { number: index + 1, hash })))
}
