// What an edition keeps beside its manuscript of what was approved: hashes of pages, the text that was approved whole, and,
// where its pages are those of an earlier text, that text too, since only both together give these pages again.
import { join } from 'node:path'
import type { VFile } from 'vfile'
import { hashOf, readApprovals } from '../approvals.ts'
import type { Approvals } from '../approvals.ts'
import { exists, manuscriptOf, readManuscript } from '../assets.ts'
import { Unable } from '../failure.ts'

/** Hashes of approved pages, and the manuscript of which all pages were approved last. */
export const APPROVED = 'approved.txt'
export const APPROVED_TEXT = 'approved.md'
/** The manuscript on whose pages that one was set with fences. */
export const APPROVED_ON = 'approved-on.md'

/** A text whose pages were approved. */
export interface ApprovedText {
  text: VFile
  /** On whose pages it was set; its own where missing. */
  on?: VFile
}

/**
 * What is approved of an edition; undefined where nothing is.
 *
 * @throws {VFileMessage} exit 2 at a line that cannot be read
 */
export async function approvalsBeside(folder: string): Promise<Approvals | undefined> {
  const path = join(folder, APPROVED)
  return (await exists(path)) ? readApprovals(await readManuscript(path)) : undefined
}

/**
 * The text of which all pages are approved; undefined where there is none.
 *
 * @throws {Unable} exit 3 where it is no longer the one that was approved
 */
export async function approvedText(folder: string): Promise<ApprovedText | undefined> {
  const { manuscript, fence } = (await approvalsBeside(folder)) ?? {}
  if (manuscript === undefined) return undefined
  const text = await keptText(folder, APPROVED_TEXT, manuscript)
  return fence === undefined ? { text } : { text, on: await keptText(folder, APPROVED_ON, fence) }
}

/**
 * The text on whose pages `--fence` sets: the approved one, or that on whose pages it was set itself.
 *
 * @throws {Unable} exit 3 where no text is approved
 */
export async function fenceText(folder: string): Promise<VFile> {
  const approved = await approvedText(folder)
  return approved?.on ?? approved?.text ?? notApproved(folder)
}

/** As a manuscript of the edition, whose pictures it names. */
async function keptText(folder: string, name: string, hash: string): Promise<VFile> {
  const path = join(folder, name)
  const text = (await exists(path)) ? String(await readManuscript(path)) : ''
  if (hashOf(text) === hash) return manuscriptOf(join(folder, 'manuscript.md'), Buffer.from(text))
  throw new Unable(
    3,
    `Unexpected text in \`${path}\`, expected the one that was approved: get it back, or build and \`press approve ${folder}\``
  )
}

export function notApproved(folder: string): never {
  throw new Unable(
    3,
    `Unexpected edition without an approved text, expected \`${join(folder, APPROVED_TEXT)}\`: \`press approve ${folder}\` writes it`
  )
}
