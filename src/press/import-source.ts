// A rough text in, the folder of an edition out: the text as received, the manuscript, the ledger. What an editor has
// changed since the last import is never written over: both are merged.
import { join, relative, resolve } from 'node:path'
import { VFile } from 'vfile'
import { exists, home, readManuscript, readSource } from '../assets.ts'
import { failAt, Unable } from '../failure.ts'
import { countKinds, importedBefore, importText } from '../import.ts'
import { conflictLines } from '../manuscript/conflict-marks.ts'
import { recover, writeSet } from '../outputs.ts'
import type { Made, Outcome, Progress } from '../press.ts'
import { editionName } from '../slug.ts'
import { count } from './count.ts'
import { mergeEdits } from './merge-edits.ts'

/** What stands in the folder of an edition. */
interface Before {
  manuscript: VFile
  /** The manuscript as it was imported, where that can be known. */
  base: string | undefined
  source: Buffer
}

const RULE = 'merge-edits'

/**
 * Import a rough text.
 *
 * @param path the text
 * @param options.into the edition's folder; `manuscript/<slug of the title>` when missing
 * @returns a fatal message for each conflict on the file of the manuscript
 * @throws {VFileMessage} exit 2 where the text cannot be read as one
 * @throws {Unable} exit 3 when the folder holds another text or cannot be built, exit 4 when files are refused
 */
export async function importSource(
  path: string,
  options: { into?: string },
  progress: Progress
): Promise<Outcome & { folder: string }> {
  if (options.into !== undefined) editionName(options.into)
  progress({ stage: 'import' })
  const source = await readSource(path)
  const bytes = Buffer.from(source.value as Uint8Array) // readSource gives bytes; a stage may change its file
  const file = await importText(source)
  const folder =
    options.into ?? join(relative(process.cwd(), home), 'manuscript', file.data.slug ?? 'pamphlet')
  refuseItself(path, folder)
  await recover(folder)
  const before = await standing(folder)
  const fits = !before || options.into !== undefined || bytes.equals(before.source)
  if (!fits) throw taken(folder, before)
  if (before && before.base === undefined && String(before.manuscript) !== String(file))
    throw taken(folder, before)
  const edited = before && String(before.manuscript) !== before.base ? before : undefined
  const merged = edited && merge(edited, String(file))
  const files = new Map<string, Uint8Array | string>([
    ['source.txt', bytes],
    ['manuscript.md', merged ? String(merged) : String(file)],
    ['ledger.txt', file.data.ledger ?? '']
  ])
  // What else stands there, such as approvals, stays.
  const paths = await writeSet(folder, files, { add: before !== undefined })
  progress({ stage: 'import', result: resultOf(file, merged) })
  return { files: merged ? [file, merged] : [file], made: madeOf(paths, files), folder }
}

/** A manuscript is no rough text of its own edition: its source would be lost. */
function refuseItself(path: string, folder: string): void {
  if (resolve(path) === resolve(join(folder, 'manuscript.md')))
    throw new Unable(
      3,
      `Unexpected \`${path}\`, the manuscript of this edition, expected a rough text: \`press build ${folder}\` builds it`
    )
}

/** What the folder holds, if it holds a manuscript. */
async function standing(folder: string): Promise<Before | undefined> {
  const path = join(folder, 'manuscript.md')
  if (!(await exists(path))) return undefined
  const manuscript = await readManuscript(path)
  const [old, ledger] = [join(folder, 'source.txt'), join(folder, 'ledger.txt')]
  if (!(await exists(old))) return { manuscript, base: undefined, source: Buffer.alloc(0) }
  const file = await readSource(old)
  const source = Buffer.from(file.value as Uint8Array) // as above
  const record = (await exists(ledger)) ? String(await readSource(ledger)) : ''
  // A ledger of an older press has no way back; what that press made is guessed by importing anew.
  const base = importedBefore(file, record) ?? String(await importText(file))
  return { manuscript, base, source }
}

function taken(folder: string, { base, manuscript }: Before): Unable {
  const edited = base !== undefined && String(manuscript) !== base
  const holds =
    base === undefined
      ? 'a manuscript without the source it came of'
      : edited
        ? 'a manuscript that was edited since'
        : 'the import of another text'
  return new Unable(
    3,
    `Unexpected folder \`${folder}\`, which holds ${holds}: name a new one, \`press import … --into manuscript/…\`${
      base === undefined ? '' : `, or this one, \`--into ${folder}\`, to merge both`
    }`
  )
}

/** The edited manuscript with the new import merged into it; a conflict is a fatal message on it. */
function merge({ manuscript, base = '' }: Before, fresh: string): VFile {
  const [open] = conflictLines(String(manuscript))
  if (open !== undefined)
    failAt(
      manuscript,
      { line: open, column: 1 },
      RULE,
      'Unexpected conflict of an earlier import, expected it to be settled: keep one version, delete the three marks'
    )
  const { text, conflicts, taken: changes } = mergeEdits(base, String(manuscript), fresh)
  const file = new VFile({ path: manuscript.path, value: text, data: { taken: changes } })
  for (const { imported, line } of conflicts) {
    const reason =
      imported === undefined
        ? 'Unexpected two versions of this paragraph, the edited and the imported one, expected one: keep the words you want, delete the three marks'
        : `Unexpected two versions of this part of the front matter, of which the edited one is kept, expected one: the import has \`${imported}\``
    const message = file.message(reason, {
      place: { line, column: 1 },
      ruleId: RULE,
      source: 'press'
    })
    message.fatal = true
  }
  return file
}

/** `186 repairs: 62 curl-quotes, 37 link-calls …; 2 queries`. */
function resultOf(file: VFile, merged: VFile | undefined): string {
  const kinds = [...countKinds(file.messages)].map(([kind, number]) => `${number} ${kind}`)
  const repairs = file.messages.filter((d) => d.fatal === undefined).length
  const queries = file.messages.filter((d) => d.fatal === false).length
  const listed = kinds.length > 0 ? `: ${kinds.join(', ')}` : ''
  const told = `${count(repairs, 'repair')}${listed}; ${count(queries, 'query', 'queries')}`
  if (!merged) return told
  const { taken: changes = 0 } = merged.data
  const conflicts = count(merged.messages.length, 'conflict')
  return `${told}; the edited manuscript is kept, with ${count(changes, 'change')} of the new import and ${conflicts}`
}

declare module 'vfile' {
  interface DataMap {
    /** Paragraphs that a merge took over from the new import. */
    taken: number
  }
}

function madeOf(paths: readonly string[], files: ReadonlyMap<string, Uint8Array | string>): Made[] {
  const sizes = [...files.values()].map((d) => Buffer.byteLength(d))
  return paths.map((path, i) => ({ path, bytes: sizes[i] ?? 0 }))
}
