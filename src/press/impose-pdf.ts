// A PDF from anywhere in, its sheets out, beside it; or the sheet that tries a printer out, where that was asked for.
import { basename, dirname, join, resolve } from 'node:path'
import { readSource } from '../assets.ts'
import { Unable } from '../failure.ts'
import { impose, testSheet } from '../impose.ts'
import { writeSet } from '../outputs.ts'
import type { Outcome, Progress } from '../press.ts'
import { slugOf } from '../slug.ts'
import { imposeOptions } from './impose-options.ts'
import type { Said } from './impose-options.ts'

const TEST_SHEET = 'test-sheet.pdf'

/**
 * Impose a PDF.
 *
 * @param path undefined with the flag `test-sheet` alone
 * @param said the options; `into` names the file to write, `<name>-booklet.pdf` beside the PDF when missing
 * @throws {Unable} exit 3 where the options are none, or would write over the PDF
 */
export async function imposePdf(
  path: string | undefined,
  said: Said,
  progress: Progress
): Promise<Outcome> {
  const job = imposeOptions(said)
  const isTest = said.flags.has('test-sheet')
  if (isTest === (path !== undefined))
    throw new Unable(
      3,
      isTest
        ? `Unexpected \`${path}\` beside \`--test-sheet\`, expected one of them`
        : 'Unexpected `press impose` alone, expected `press impose FILE.pdf` or `--test-sheet`'
    )
  progress({ stage: 'impose' })
  const target = said.values.into ?? (path === undefined ? TEST_SHEET : besideIt(path))
  if (path !== undefined && resolve(target) === resolve(path))
    throw new Unable(
      3,
      `Unexpected \`--into ${target}\`: the PDF itself would be written over; name another file`
    )
  const made = path === undefined ? await testSheet(job) : await impose(await readSource(path), job)
  const bytes = made.value as Uint8Array // both give bytes
  await writeSet(dirname(target), new Map([[basename(target), bytes]]), { add: true })
  const { imposed = '', sheets = 1 } = made.data
  progress({ stage: 'impose', result: imposed })
  return { files: [made], made: [{ path: target, bytes: bytes.length, sheets }] }
}

function besideIt(path: string): string {
  const name = slugOf(basename(path).replace(/\.pdf$/iu, ''))
  return join(dirname(path), `${name}-booklet.pdf`)
}
