// An edition in; what has changed since an earlier state of it out, as one line, a report and marked pages. Both states are
// composed and printed as a build would; nothing of the build is touched, and the last proof stays until the new one is whole.
import { join } from 'node:path'
import type { VFile } from 'vfile'
import { isApproved } from '../approvals.ts'
import type { Approvals } from '../approvals.ts'
import { lastChange, readManuscript } from '../assets.ts'
import { recover, writeSet } from '../outputs.ts'
import { readPdfText } from '../pdf-text.ts'
import type { Outcome, Progress } from '../press.ts'
import type { Browser } from '../print.ts'
import { markPages, proof, proofPdf, writeReport } from '../proof.ts'
import type { PageChange, Proof } from '../proof.ts'
import { editionName } from '../slug.ts'
import { approvalsBeside } from './approve-pages.ts'
import { buildFolder } from './build-folder.ts'
import { count } from './count.ts'
import { filesMade } from './files-made.ts'
import { handsIn } from './hands-in.ts'
import { marginQueries } from './margin-queries.ts'
import { oldEdition, ofSide } from './old-edition.ts'
import type { OldEdition } from './old-edition.ts'
import { openPrinter } from './print-for-proof.ts'
import type { Printed, Printer } from './print-for-proof.ts'
import { reportParts } from './report-parts.ts'

/** With what to compare, and where builds lie. */
export interface ProofOptions {
  /** A build, a git revision, a PDF or `approved`; what is approved, or else committed, when missing. */
  against?: string
  /** Folder that holds the folders of builds. */
  into?: string
  /** A running browser to use and leave running; one is started and ended when missing. */
  browser?: Browser
}

/** What a proof came to. */
export interface Proofed extends Outcome {
  /** One line. */
  verdict: string
  /** Nothing has changed. */
  same: boolean
}

/**
 * Proof an edition against an earlier state of it.
 *
 * @param folder of the edition
 * @throws {Unable} exit 3 where there is nothing to compare with, exit 4
 * @throws {VFileMessage} exit 2, 3 or 5 where one of the two cannot be built; its file is named with the state meant
 */
export async function proofEdition(
  folder: string,
  options: ProofOptions,
  progress: Progress
): Promise<Proofed> {
  const target = buildFolder(editionName(folder), options.into)
  await recover(target)
  const path = join(folder, 'manuscript.md')
  const now = await readManuscript(path)
  const approvals = await approvalsBeside(folder)
  const old = await oldEdition(folder, now, options.against, options.into)
  const moment = await lastChange(path)
  const printer = openPrinter({ moment, progress, browser: options.browser })
  const asked = { old, now, printer, approvals }
  try {
    const compared = await (old.isPdf ? withPdf(asked) : withText(asked, path))
    progress({ stage: 'compare' })
    const made = compared.proof
    const files = await filesOf(compared)
    await writeSet(target, files, { add: true })
    progress({ stage: 'compare', result: count(made.edits.length, 'edit') })
    const same = made.edits.length === 0 && made.pages.every((d) => stays(d, made.exact))
    return { files: [], made: filesMade(target, files), verdict: made.verdict, same }
  } finally {
    await printer.close()
  }
}

/** Of a PDF it is not known how its words were set, so that they are the same is all that can be. */
function stays(page: PageChange, exact: boolean): boolean {
  return page.class === 'identical' || (!exact && page.class === 'reflowed')
}

/** What is to be compared. */
interface Asked {
  old: OldEdition
  now: VFile
  printer: Printer
  approvals: Approvals | undefined
}

/** What came of it. */
interface Compared {
  proof: Proof
  after: Printed
  /** The typeset manuscript of the earlier state, or, of a PDF, its words. */
  before?: VFile
  words?: string
}

/** The earlier state is made first, so that the memory of it serves the present one. */
async function withText({ old, now, printer, approvals }: Asked, path: string): Promise<Compared> {
  const isSame = String(old.file) === String(now)
  const before = isSame
    ? undefined
    : await printer.print('before', old.file).catch((error: unknown) => {
        throw ofSide(error, old.name)
      })
  const after = await printer.print('now', now)
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

/** Of an old PDF the words are known; those of the new pages are read off their PDF too. */
async function withPdf({ old, now, printer, approvals }: Asked): Promise<Compared> {
  const pages = await readPdfText(old.file)
  const after = await printer.print('now', now)
  const both = { old: pages, new: await readPdfText(after.pdf) }
  const { proof: made, text } = proofPdf(after.file, both, {
    against: old.name,
    sheets: after.sheets,
    approved: approvedAmong(after, approvals)
  })
  return { proof: made, after, words: text }
}

/** Hashes of the pages that are approved as they are. */
function approvedAmong({ hashes }: Printed, approvals: Approvals | undefined): Set<string> {
  if (!approvals) return new Set()
  return new Set(hashes.filter((hash, index) => isApproved(approvals, { number: index + 1, hash })))
}

async function filesOf(compared: Compared): Promise<Map<string, Uint8Array | string>> {
  const { proof: made, after, before, words } = compared
  const queries = marginQueries(after.file)
  const parts = await reportParts(before, after.file)
  const texts = { ...parts.texts, ...(words !== undefined && { old: words }) }
  const report = await writeReport(made, { ...parts, texts, queries })
  const marked = await markPages(after.pdf, made, queries)
  return new Map([report, marked].map((d) => [d.path, d.value]))
}
