// With what an edition is compared: what the user names in, or nothing, the text of that time out, or a PDF. A name that
// means nothing is answered with what would.
import { join, relative } from 'node:path'
import type { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { exists, manuscriptOf, readManuscript, readSource } from '../assets.ts'
import { Unable } from '../failure.ts'
import {
  commitHolding,
  commitNamed,
  filesBeside,
  hasHistory,
  lastCommit,
  manuscriptAt
} from '../history.ts'
import type { Commit } from '../history.ts'
import { APPROVED, approvedText, notApproved } from './approved-text.ts'
import { buildFolder, MADE_OF, MADE_ON } from './build-folder.ts'

/** An edition as it was. */
export interface OldEdition {
  /** What it is, in words: `the approved text`, `commit 1a2b3c4`, `build/handbook`, `old.pdf`. */
  name: string
  /** Its manuscript; or the bytes of a PDF, of which only the words are known. */
  file: VFile
  isPdf: boolean
  /** The text on whose pages it was set; its own where missing. */
  on?: VFile
  /** The hashes of its pages are known. */
  isApproved?: boolean
  /** The commit in which the manuscript was as it is here, where there is one. */
  commit?: Commit
}

const MANUSCRIPT = 'manuscript.md'

/**
 * Find it.
 *
 * @param folder of the edition
 * @param now its manuscript
 * @param against `approved`, a build, a git revision or a PDF; when missing what is approved, or else committed
 * @param into folder that holds the folders of builds
 * @throws {Unable} exit 3 where there is no such thing
 */
export async function oldEdition(
  folder: string,
  now: VFile,
  against?: string,
  into?: string
): Promise<OldEdition> {
  if (against === undefined)
    return (await approved(folder)) ?? (await committed(folder)) ?? nothing(folder)
  if (/\.pdf$/iu.test(against))
    return { name: against, file: await readSource(against), isPdf: true }
  if (against === 'approved') return (await approved(folder)) ?? notApproved(folder)
  const build = await built(folder, against, into)
  if (build && !isRelated(String(build.file), String(now)))
    throw new Unable(
      3,
      `Unexpected build of another edition in \`${build.name}\`, expected one of \`${folder}\`: two editions of one name share a folder, so rename one`
    )
  return build ?? atRevision(folder, against)
}

/** The text of which all pages are approved. */
async function approved(folder: string): Promise<OldEdition | undefined> {
  const found = await approvedText(folder)
  if (!found) return undefined
  const text = await withCommit(folder, 'the approved text', found.text, found.on)
  const old = { ...text, isApproved: true }
  // Its pictures are those that were kept with the approval.
  const list = join(folder, APPROVED)
  const kept = await commitHolding(list, String(await readManuscript(list)))
  return kept ? withPictures(join(folder, MANUSCRIPT), old, kept) : old
}

async function committed(folder: string): Promise<OldEdition | undefined> {
  const path = join(folder, MANUSCRIPT)
  const commit = await lastCommit(path)
  const bytes = commit && (await manuscriptAt(path, commit))
  // A picture may have been kept later than the text.
  return bytes && withPictures(path, atCommit(path, commit, bytes), await commitNamed(path, 'HEAD'))
}

/** The text that a build was made of; what was built is asked for by its path, or by its name below `build`. */
async function built(
  folder: string,
  against: string,
  into: string | undefined
): Promise<OldEdition | undefined> {
  for (const build of [against, buildFolder(against, into)]) {
    if (!(await exists(join(build, '.')))) continue
    const path = join(build, MADE_OF)
    if (await exists(path)) {
      const on = join(build, MADE_ON)
      const kept = (await exists(on)) ? await readManuscript(on) : undefined
      return withCommit(folder, build, await readManuscript(path), kept)
    }
    throw new Unable(
      3,
      `Unexpected folder \`${build}\`, expected a build with \`${MADE_OF}\` in it: build it anew, or name another`
    )
  }
  return undefined
}

async function atRevision(folder: string, ref: string): Promise<OldEdition> {
  const path = join(folder, MANUSCRIPT)
  if (!(await hasHistory(path)))
    throw new Unable(
      3,
      `Unexpected \`--against ${ref}\`, expected a build, a PDF, or a revision of a git repository: \`${folder}\` is in none that git can read`
    )
  const commit = await commitNamed(path, ref)
  const bytes = await manuscriptAt(path, commit)
  if (bytes) return withPictures(path, atCommit(path, commit, bytes), commit)
  throw new Unable(
    3,
    `Unexpected git revision \`${ref}\`, expected one in which \`${relative(process.cwd(), path)}\` is: \`git log -- ${relative(process.cwd(), path)}\` lists them`
  )
}

/** Whether two texts have a line in common that says something. */
function isRelated(one: string, other: string): boolean {
  const lines = new Set(one.split('\n').filter((d) => /\p{L}.*\p{L}/u.test(d)))
  return other.split('\n').some((d) => lines.has(d))
}

function atCommit(path: string, commit: Commit, bytes: Uint8Array): OldEdition {
  const name = `commit ${commit.short}`
  try {
    return { name, file: manuscriptOf(path, bytes), isPdf: false, commit }
  } catch (error) {
    throw ofSide(error, name)
  }
}

/** What is wrong with an earlier state, told with its name: the line it speaks of is not in the file. */
export function ofSide(error: unknown, name: string): unknown {
  if (error instanceof VFileMessage) error.file = `${error.file ?? ''} (${name})`
  return error
}

async function withCommit(
  folder: string,
  name: string,
  text: VFile,
  on: VFile | undefined
): Promise<OldEdition> {
  const path = join(folder, MANUSCRIPT)
  const commit = await commitHolding(path, String(text))
  const ours = (d: VFile) => manuscriptOf(path, Buffer.from(String(d)))
  return {
    name,
    file: ours(text),
    isPdf: false,
    ...(on && { on: ours(on) }),
    ...(commit && { commit })
  }
}

/** With the pictures as they were in a commit, where one has changed since. */
async function withPictures(path: string, old: OldEdition, commit: Commit): Promise<OldEdition> {
  const earlier = await filesBeside(path, commit)
  if (earlier) for (const file of [old.file, old.on]) if (file) file.data.earlier = earlier
  return old
}

function nothing(folder: string): never {
  throw new Unable(
    3,
    `Unexpected edition with nothing to compare with, expected an approved text or a commit: build it and \`press approve ${folder}\`, commit \`${join(folder, MANUSCRIPT)}\`, or name a build or a PDF with \`--against\``
  )
}
