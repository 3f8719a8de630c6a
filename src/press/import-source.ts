// A rough text in, the folder of an edition out: the text as received, the manuscript, the ledger. What an editor has
// changed since is never written over.
import { join, relative } from 'node:path'
import { VFile } from 'vfile'
import { exists, home, readManuscript, readSource } from '../assets.ts'
import { Unable } from '../failure.ts'
import { importText } from '../import.ts'
import { recover, writeSet } from '../outputs.ts'
import type { Outcome, Progress } from '../press.ts'
import { editionName } from '../slug.ts'
import { count } from './count.ts'

/**
 * Import a rough text.
 *
 * @param path the text
 * @param options.into the edition's folder; `manuscript/<slug of the title>` when missing
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
  await recover(folder)
  const repairs = file.messages.filter((d) => d.fatal === undefined).length
  const queries = file.messages.filter((d) => d.fatal === false).length
  const result = `${count(repairs, 'repair')}, ${count(queries, 'query', 'queries')}`
  if (await editedSince(folder, bytes, options.into !== undefined)) {
    progress({ stage: 'import', result: `${result}; the edited manuscript is kept` })
    return { files: [file], made: [], folder }
  }
  const files = new Map<string, Uint8Array | string>([
    ['source.txt', bytes],
    ['manuscript.md', String(file)],
    ['ledger.txt', file.data.ledger ?? '']
  ])
  const paths = await writeSet(folder, files)
  progress({ stage: 'import', result })
  const sizes = [...files.values()].map((d) => Buffer.byteLength(d))
  const made = paths.map((d, index) => ({ path: d, bytes: sizes[index] ?? 0 }))
  return { files: [file], made, folder }
}

/** Whether the folder holds this same text with a manuscript that someone has worked on since. */
async function editedSince(folder: string, bytes: Buffer, named: boolean): Promise<boolean> {
  if (!(await exists(join(folder, 'manuscript.md')))) return false
  const manuscript = await readManuscript(join(folder, 'manuscript.md'))
  const source = join(folder, 'source.txt')
  const before = (await exists(source)) ? await readSource(source) : new VFile()
  const last = Buffer.from(before.value as Uint8Array) // as above; an empty file where none was imported
  const edited = last.length === 0 || String(await importText(before)) !== String(manuscript)
  const same = bytes.equals(last)
  if (same || (!edited && named)) return same && edited
  const holds = edited ? 'a manuscript that was edited since' : 'the import of another text'
  throw new Unable(
    3,
    `Unexpected folder \`${folder}\`, which holds ${holds}: name a new one, \`press import … --into manuscript/…\``
  )
}
