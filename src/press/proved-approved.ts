// An edition in, whether every page of it is approved as it stands out, for CI: the pages are made as a build makes them, and
// nothing is written.
import { join } from 'node:path'
import { isApproved } from '../approvals.ts'
import { lastChange, readManuscript } from '../assets.ts'
import { Unable } from '../failure.ts'
import type { Progress } from '../press.ts'
import type { Browser } from '../print.ts'
import { rangesOf } from '../proof.ts'
import { approvalsBeside, APPROVED, approvedText } from './approved-text.ts'
import { count } from './count.ts'
import { openPrinter } from './print-for-proof.ts'
import type { Proofed } from './proof-edition.ts'

/**
 * Ask which pages are approved.
 *
 * @throws {Unable} exit 3 where nothing is approved, exit 4
 * @throws {VFileMessage} exit 2, 3 or 5 where the manuscript cannot be built
 */
export async function provedApproved(
  folder: string,
  progress: Progress,
  browser?: Browser
): Promise<Proofed> {
  const approvals = await approvalsBeside(folder)
  if (!approvals)
    throw new Unable(
      3,
      `Unexpected edition without approved pages, expected \`${join(folder, APPROVED)}\`: \`press approve ${folder}\` writes it`
    )
  const path = join(folder, 'manuscript.md')
  const file = await readManuscript(path)
  const printer = openPrinter({ moment: await lastChange(path), progress, browser })
  try {
    const { on } = (await approvedText(folder)) ?? {}
    // Pages that cannot be kept are free, and so are others than those that were approved.
    const { hashes } =
      (await printer.printOn('now', file, on)) ?? (await printer.print('now', file))
    const pages = file.data.composition?.pages ?? []
    const open = hashes
      .map((hash, index) => ({ number: index + 1, hash }))
      .filter((d) => !isApproved(approvals, d))
    const name = (number: number) => pages[number - 1]?.label ?? `[${number}]`
    const names = rangesOf(
      open.map((d) => d.number),
      name
    )
    const all = count(hashes.length, 'page')
    const verdict =
      open.length === 0
        ? `all ${all} approved`
        : `${hashes.length - open.length} of ${all} approved · not ${names}`
    return { files: [], made: [], verdict, same: open.length === 0 }
  } finally {
    await printer.close()
  }
}
