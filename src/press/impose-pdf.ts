// A PDF from anywhere in, a booklet out, beside it.
import { basename, dirname, join, resolve } from 'node:path'
import { readSource } from '../assets.ts'
import { Unable } from '../failure.ts'
import { impose } from '../impose.ts'
import { writeSet } from '../outputs.ts'
import type { Outcome, Progress } from '../press.ts'
import { slugOf } from '../slug.ts'
import { count } from './count.ts'

/**
 * Impose a PDF for saddle stitch.
 *
 * @param options.sheet size of the paper; A4 when missing
 * @param options.into the booklet to write; `<name>-booklet.pdf` beside the PDF when missing
 */
export async function imposePdf(
  path: string,
  options: { sheet?: 'a4' | 'letter'; into?: string },
  progress: Progress
): Promise<Outcome> {
  progress({ stage: 'impose' })
  const name = slugOf(basename(path).replace(/\.pdf$/iu, ''))
  const target = options.into ?? join(dirname(path), `${name}-booklet.pdf`)
  if (resolve(target) === resolve(path))
    throw new Unable(
      3,
      `Unexpected \`--into ${target}\`: the PDF itself would be written over; name another file`
    )
  const booklet = await impose(await readSource(path), options.sheet ?? 'a4')
  const bytes = booklet.value as Uint8Array // impose gives bytes
  await writeSet(dirname(target), new Map([[basename(target), bytes]]), { add: true })
  const sheets = booklet.data.sheets ?? 0
  progress({ stage: 'impose', result: count(sheets, 'sheet') })
  return { files: [booklet], made: [{ path: target, bytes: bytes.length, sheets }] }
}
