// An edition in; what has changed since an earlier state of it out, as one line, a report and marked pages. Both states are
// composed and printed as a build would; nothing of the build is touched, and the last proof stays until the new one is whole.
import { join } from 'node:path'
import type { VFile } from 'vfile'
import { lastChange, readManuscript } from '../assets.ts'
import { recover, writeSet } from '../outputs.ts'
import type { Outcome, Progress } from '../press.ts'
import type { Browser } from '../print.ts'
import { markPages, writeReport } from '../proof.ts'
import type { PageChange, Proof } from '../proof.ts'
import { pageNames, pagesSaid } from '../proof/page-names.ts'
import { editionName } from '../slug.ts'
import { approvalsBeside } from './approved-text.ts'
import { buildFolder } from './build-folder.ts'
import { compareEditions } from './compare-editions.ts'
import type { Compared } from './compare-editions.ts'
import { count } from './count.ts'
import { filesMade } from './files-made.ts'
import { marginQueries } from './margin-queries.ts'
import { oldEdition } from './old-edition.ts'
import { openPrinter } from './print-for-proof.ts'
import { reportParts } from './report-parts.ts'

/** With what to compare, and where builds lie. */
export interface ProofOptions {
  /** A build, a git revision, a PDF or `approved`; what is approved, or else committed, when missing. */
  against?: string
  /** Folder that holds the folders of builds. */
  into?: string
  /** Each page begins with the words with which it begins in the earlier state. */
  fence?: boolean
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
  try {
    const asked = { old, now, printer, approvals, fence: options.fence ?? false }
    const compared = await compareEditions(asked, path)
    if (!compared) return tooFull(now)
    progress({ stage: 'compare' })
    const redrawn = old.isApproved === true ? redrawnSaid(compared.proof) : undefined
    const made = { ...compared.proof, ...(redrawn !== undefined && { verdict: redrawn }) }
    const files = await filesOf({ ...compared, proof: made })
    await writeSet(target, files, { add: true })
    progress({ stage: 'compare', result: count(made.edits.length, 'edit') })
    const same = redrawn === undefined && isSame(made)
    return { files: [], made: filesMade(target, files), verdict: made.verdict, same }
  } finally {
    await printer.close()
  }
}

function isSame({ edits, pages, exact }: Proof): boolean {
  return edits.length === 0 && pages.every((d) => stays(d, exact))
}

/** An approved text has no pictures of its own, nor the press as it was; the hashes of its pages tell of both. */
function redrawnSaid(made: Proof): string | undefined {
  const redrawn = made.pages.flatMap((d) => (d.approved || d.new === undefined ? [] : [d.new]))
  if (redrawn.length === 0 || !isSame(made)) return undefined
  return `nothing changed in the text · not drawn as approved: ${pagesSaid(redrawn, pageNames(made).new)}`
}

/** Of a PDF it is not known how its words were set, so that they are the same is all that can be. */
function stays(page: PageChange, exact: boolean): boolean {
  return page.class === 'identical' || (!exact && page.class === 'reflowed')
}

/** The last proof stays. */
function tooFull(now: VFile): Proofed {
  const told = now.messages.filter((d) => d.ruleId === 'fence').length
  const held = `not held by ${told === 1 ? 'its page' : 'their pages'}`
  const verdict = `${count(told, 'correction')} ${held} · nothing is written`
  return { files: [now], made: [], verdict, same: false }
}

async function filesOf(compared: Compared): Promise<Map<string, Uint8Array | string>> {
  const { proof: made, after, before, words } = compared
  const queries = marginQueries(after.file)
  const parts = await reportParts(before, after.file)
  const texts = { ...parts.texts, ...(words !== undefined && { old: words }) }
  const report = await writeReport(made, { ...parts, texts, queries })
  const { composition } = after.file.data
  if (!composition) throw new Error('A printed manuscript is typeset')
  const marked = await markPages(after.pdf, made, queries, composition)
  return new Map([report, marked].map((d) => [d.path, d.value]))
}
