// The one door out: a set of files in, the same set in its folder, all of it or nothing (promise P12). Files are staged
// beside their place, so that a full disk is met before the old set is touched; then the set is switched at once.
import { lstat, mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Unable } from './failure.ts'
import { commit, complete, isBroken, isSetName, LIST, mend, readList } from './outputs/journal.ts'
import type { Journal } from './outputs/journal.ts'
import { withLock } from './outputs/lock.ts'
import { refused } from './outputs/refused.ts'
import { syncFolder, writeSynced } from './outputs/sync.ts'

/** How a set is written. */
export interface SetOptions {
  /** The files of the last set stay, beside these: one more file of an edition, or a file in any folder. */
  readonly add?: boolean
  /** How long to wait for another writer, in milliseconds; a minute when missing. */
  readonly patience?: number
}

/**
 * Write a set of files into a folder, in place of the set that was written there last. Other files are left alone.
 *
 * @param files by name: lower-case letters, digits, dots and hyphens
 * @returns the paths of the files, in the order given
 * @throws {Unable} exit 3 for a name that is not fit, exit 4 for what the disk refuses; the old set is whole then
 */
export async function writeSet(
  folder: string,
  files: ReadonlyMap<string, Uint8Array | string>,
  options: SetOptions = {}
): Promise<readonly string[]> {
  const names = [...files.keys()]
  const unfit = names.find((name) => !isSetName(name))
  if (unfit !== undefined)
    throw new Unable(
      3,
      `Unexpected file name \`${unfit}\`, expected letters a to z, digits, dots and hyphens`
    )
  try {
    const made = await mkdir(folder, { recursive: true })
    if (made) await syncFolder(dirname(made))
    await withLock(folder, () => replaceSet(folder, files, options.add ?? false), options.patience)
  } catch (cause) {
    throw refused(folder, cause)
  }
  return names.map((name) => join(folder, name))
}

/**
 * Finish or discard what a killed run left in a folder; a folder that is whole, or missing, is left alone.
 *
 * @throws {Unable} exit 4 when it cannot be mended
 */
export async function recover(folder: string): Promise<void> {
  if (!(await isBroken(folder))) return
  try {
    await withLock(folder, () => mend(folder))
  } catch (cause) {
    throw refused(folder, cause)
  }
}

async function replaceSet(
  folder: string,
  files: ReadonlyMap<string, Uint8Array | string>,
  add: boolean
): Promise<void> {
  await mend(folder)
  const names = [...files.keys()]
  const last = await readList(folder)
  const others = (last ?? []).filter((name) => !files.has(name))
  await refuseFolders(folder, names)
  const stage = `.press-stage-${process.pid}`
  const journal: Journal = { stage, files: names, gone: add ? [] : others }
  try {
    await mkdir(join(folder, stage))
    for (const [name, content] of files) await writeSynced(join(folder, stage, name), content)
    const list = [...names, ...(add ? others : [])].toSorted().join('\n')
    if (!add || last) await writeSynced(join(folder, stage, LIST), `${list}\n`)
    await commit(folder, journal)
  } catch (cause) {
    await rm(join(folder, stage), { recursive: true, force: true }).catch(() => undefined)
    throw cause
  }
  await complete(folder, journal)
}

/** A folder in the place of a file would stop the switch halfway, so it is met before. */
async function refuseFolders(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const path = join(folder, name)
    const taken = await lstat(path).then(
      (d) => d.isDirectory(),
      () => false
    )
    if (taken) throw refused(path, Object.assign(new Error('folder'), { code: 'EISDIR' }))
  }
}
