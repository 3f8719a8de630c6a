// The moment a set becomes the new one. The journal names the staged files and the old ones to delete; while it stands,
// the set is half moved, and whoever comes next moves the rest. Without it, a stage was left before that moment and is
// thrown away. So a killed run leaves the old set, or the new one, never a mixture.
import { lstat, readdir, readFile, rename, rm, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { Unable } from '../failure.ts'
import { hasCode } from './refused.ts'
import { syncFolder, writeSynced } from './sync.ts'

/** A set on its way from its stage to its folder. */
export interface Journal {
  /** Name of the folder that holds the staged files. */
  stage: string
  /** Names of the files of the new set. */
  files: readonly string[]
  /** Names of files of the old set that the new one has not. */
  gone: readonly string[]
}

const JOURNAL = '.press-journal'
const STAGE = /^\.press-stage-\d+$/u
/** Lists the files of the set that stands in the folder, one name a line. */
export const LIST = '.press-set'
/** What a file of a set may be called. Windows keeps some names for devices. */
const NAME = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))[a-z0-9](?:[a-z0-9.-]{0,98}[a-z0-9])?$/u

/** Whether a name is fit for a file of a set: no folder, no hidden file, the same on every system. */
export function isSetName(name: string): boolean {
  return NAME.test(name)
}

/** Put the journal in its place, whole at once: from here on the new set is the one that counts. */
export async function commit(folder: string, journal: Journal): Promise<void> {
  const draft = join(folder, journal.stage, JOURNAL)
  await writeSynced(draft, JSON.stringify(journal))
  await syncFolder(join(folder, journal.stage))
  await rename(draft, join(folder, JOURNAL))
}

/** Move the staged files into place, delete what is gone, and close the journal. Can be begun again at any point. */
export async function complete(folder: string, journal: Journal): Promise<void> {
  const stage = join(folder, journal.stage)
  await syncFolder(folder)
  for (const name of [...journal.files, LIST])
    await rename(join(stage, name), join(folder, name)).catch(unlessMissing)
  for (const name of journal.gone) await unlink(join(folder, name)).catch(unlessMissing)
  await syncFolder(folder)
  await unlink(join(folder, JOURNAL))
  // The set is in place; an empty stage that stays is removed by the next run.
  await rm(stage, { recursive: true, force: true }).catch(() => undefined)
}

/** Finish or discard what a killed run left; the caller holds the lock. */
export async function mend(folder: string): Promise<void> {
  const journal = await readJournal(folder)
  if (journal) await complete(folder, journal)
  for (const name of await readdir(folder)) {
    if (!STAGE.test(name) || !(await lstat(join(folder, name))).isDirectory()) continue
    await rm(join(folder, name), { recursive: true, force: true })
  }
}

/** Whether a run was killed here before its set was whole. */
export async function isBroken(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => [])
  return names.some((name) => name === JOURNAL || STAGE.test(name))
}

/** The names of the set that stands in a folder; undefined where no set was written. */
export async function readList(folder: string): Promise<readonly string[] | undefined> {
  const text = await readFile(join(folder, LIST), 'utf8').catch(unlessMissing)
  return text?.split('\n').filter(isSetName)
}

async function readJournal(folder: string): Promise<Journal | undefined> {
  const path = join(folder, JOURNAL)
  const text = await readFile(path, 'utf8').catch(unlessMissing)
  if (text === undefined) return undefined
  const journal = parseJournal(text)
  if (journal && (await isFolder(join(folder, journal.stage)))) return journal
  if (journal) return { ...journal, files: [] }
  throw new Unable(4, `Unexpected text in \`${path}\`, not of the press: look at it and delete it`)
}

/** Only what we would have written ourselves: names without folders, so that nothing outside can be moved. */
function parseJournal(text: string): Journal | undefined {
  try {
    // What was read is looked at below, field by field.
    const { stage, files, gone } = JSON.parse(text) as Partial<Record<keyof Journal, unknown>>
    const areNames = (list: unknown): list is string[] =>
      Array.isArray(list) && list.every((d) => typeof d === 'string' && isSetName(d))
    if (typeof stage !== 'string' || !STAGE.test(stage)) return undefined
    return areNames(files) && areNames(gone) ? { stage, files, gone } : undefined
  } catch {
    return undefined
  }
}

async function isFolder(path: string): Promise<boolean> {
  return lstat(path).then(
    (d) => d.isDirectory(),
    () => false
  )
}

function unlessMissing(cause: unknown): undefined {
  if (!hasCode(cause, 'ENOENT')) throw cause
}
