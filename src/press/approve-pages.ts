// The last build of an edition in, its pages approved: their hashes as text beside the manuscript, and, once all are, the
// text that they were made of, so that a later proof can compare with it.
import { join } from 'node:path'
import type { VFile } from 'vfile'
import { addApprovals, hashOf, isApproved, writeApprovals } from '../approvals.ts'
import type { ApprovedPage, Approvals } from '../approvals.ts'
import { exists, manuscriptOf, readManuscript, readSource } from '../assets.ts'
import { compose } from '../compose.ts'
import type { Composed } from '../compose.ts'
import { Unable } from '../failure.ts'
import { writeSet } from '../outputs.ts'
import type { Outcome, Progress } from '../press.ts'
import { pageHashes } from '../proof.ts'
import { editionName } from '../slug.ts'
import { newMemory } from '../typeset.ts'
import type { Memory } from '../typeset.ts'
import { approvalsBeside, APPROVED, APPROVED_ON, APPROVED_TEXT } from './approved-text.ts'
import { buildFolder, MADE_OF, MADE_ON } from './build-folder.ts'
import { count } from './count.ts'
import { filesMade } from './files-made.ts'
import { momentOf } from './moment.ts'
import { pagesNamed } from './page-list.ts'
import { setPages } from './set-pages.ts'

/** How pages are approved. */
export interface ApproveOptions {
  /** `1-8,12`, by the numbers that are printed; all when missing. */
  pages?: string
  /** Folder that holds the folder of the build. */
  into?: string
}

/**
 * Approve pages of the last build.
 *
 * @param folder the edition's folder
 * @returns with `says`, how many pages are approved
 * @throws {Unable} exit 3 where the build is none of the present manuscript, or for a page that there is not
 * @throws {VFileMessage} exit 2 where what was approved before cannot be read
 */
export async function approvePages(
  folder: string,
  options: ApproveOptions,
  progress: Progress
): Promise<Outcome & { says: string }> {
  progress({ stage: 'approve' })
  const build = buildFolder(editionName(folder), options.into)
  const file = await presentBuild(folder, build)
  const on = await keptPages(build, file.path)
  const pages = await pagesOf(file, build, on)
  const known = await approvalsBeside(folder)
  const chosen = options.pages === undefined ? undefined : pagesNamed(options.pages, pages)
  const now = { ...headOf(file), pages: addApprovals(known?.pages ?? [], pages, chosen) }
  const missing = pages.filter((d) => !isApproved(now, d)).length
  const text = String(file)
  // A text of which not all pages are approved is none to compare with.
  const kept: Pick<Approvals, 'manuscript' | 'fence'> =
    missing === 0
      ? { manuscript: hashOf(text), ...(on && { fence: hashOf(String(on)) }) }
      : (known ?? {})
  const { manuscript, fence } = kept
  const texts = { ...(manuscript && { manuscript }), ...(fence && { fence }) }
  const files = new Map([
    [APPROVED, writeApprovals({ ...now, ...texts })],
    ...(missing === 0 ? [[APPROVED_TEXT, text] as const] : []),
    ...(missing === 0 && on ? [[APPROVED_ON, String(on)] as const] : [])
  ])
  await writeSet(folder, files, { add: true })
  const says = `${pages.length - missing} of ${count(pages.length, 'page')} approved`
  progress({ stage: 'approve', result: says })
  return { files: [], made: filesMade(folder, files), says }
}

/** The manuscript, if the build was made of it as it stands. */
async function presentBuild(folder: string, build: string): Promise<VFile> {
  const file = await readManuscript(join(folder, 'manuscript.md'))
  const path = join(build, MADE_OF)
  const wayOut = `expected one of the manuscript as it stands: \`press build ${folder}\`, look at it, then approve it`
  if (!(await exists(path)) || !(await exists(join(build, 'read.pdf'))))
    throw new Unable(3, `Unexpected lack of a build in \`${build}\`, ${wayOut}`)
  if (String(await readManuscript(path)) === String(file)) return file
  throw new Unable(3, `Unexpected build of another text in \`${build}\`, ${wayOut}`)
}

/** The text on whose pages the build was set, if on those of another. */
async function keptPages(build: string, path: string): Promise<VFile | undefined> {
  const on = join(build, MADE_ON)
  if (!(await exists(on))) return undefined
  return manuscriptOf(path, Buffer.from(String(await readManuscript(on))))
}

/** The pages as they lie in the build, called as they are when the manuscript is typeset. */
async function pagesOf(file: VFile, build: string, on?: VFile): Promise<ApprovedPage[]> {
  const pdf = await readSource(join(build, 'read.pdf'))
  const hashes = await pageHashes(pdf)
  const memory: Memory & Composed = newMemory()
  await setPages(await compose(file, memory), memory, on)
  const pages = file.data.composition?.pages ?? []
  if (pages.length !== hashes.length)
    throw new Unable(
      3,
      `Unexpected build of ${count(hashes.length, 'page')} in \`${build}\`, expected ${pages.length} as the manuscript asks: instead of \`--fit\`, say \`fit: ${hashes.length}\` in its front matter`
    )
  return hashes.map((hash, index) => ({
    number: index + 1,
    hash,
    label: pages[index]?.label ?? ''
  }))
}

function headOf(file: VFile): Omit<Approvals, 'pages' | 'manuscript' | 'fence'> {
  const { title = '', date } = file.data.edition ?? {}
  const day = process.env.SOURCE_DATE_EPOCH ? momentOf(file)?.toISOString().slice(0, 10) : date
  return { title, ...(day !== undefined && { date: day }) }
}
