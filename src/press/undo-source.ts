// The folder of an edition in, the rough text as it was received out, byte for byte, from manuscript and ledger alone.
import { basename, dirname, join } from 'node:path'
import { exists, readManuscript, readSource } from '../assets.ts'
import { failAt, Unable } from '../failure.ts'
import { undoImport } from '../import.ts'
import { writeSet } from '../outputs.ts'
import type { Outcome, Progress } from '../press.ts'

/**
 * Undo an import.
 *
 * @param folder the edition's folder
 * @param options.into the file to write; `source.txt` in the folder when missing
 * @throws {VFileMessage} exit 2 where the manuscript was edited since
 * @throws {Unable} exit 3 without a ledger, or where another source would be written over
 */
export async function undoSource(
  folder: string,
  options: { into?: string },
  progress: Progress
): Promise<Outcome> {
  progress({ stage: 'import' })
  const manuscript = await readManuscript(join(folder, 'manuscript.md'))
  const ledger = join(folder, 'ledger.txt')
  if (!(await exists(ledger)))
    throw new Unable(
      3,
      `Unexpected folder \`${folder}\` without \`ledger.txt\`, expected the ledger of the import`
    )
  const bytes = undoImport(String(manuscript), String(await readSource(ledger)))
  if (!bytes) {
    const reason =
      'Unexpected change of manuscript or ledger since the import, expected both as they were: `source.txt` holds the text as received'
    return failAt(manuscript, { line: 1, column: 1 }, 'undo-import', reason)
  }
  const target = options.into ?? join(folder, 'source.txt')
  if (await exists(target)) {
    const old = Buffer.from((await readSource(target)).value as Uint8Array) // readSource gives bytes
    if (!old.equals(bytes))
      throw new Unable(
        3,
        `Unexpected other text in \`${target}\`, expected none: name a new file, \`--into FILE\``
      )
  }
  await writeSet(dirname(target), new Map([[basename(target), bytes]]), { add: true })
  progress({ stage: 'import', result: `undone: ${target} is the text as received, byte for byte` })
  return { files: [manuscript], made: [{ path: target, bytes: bytes.length }] }
}
