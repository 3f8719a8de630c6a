// A manuscript, a PDF or an EPUB in; messages out, and nothing written.
import { extname } from 'node:path'
import { VFile } from 'vfile'
import { readManuscript, readSource } from '../assets.ts'
import { check, PROFILE_NAMES } from '../check.ts'
import type { ProfileName } from '../check.ts'
import { compose } from '../compose.ts'
import { queryAt, Unable } from '../failure.ts'
import { nearest } from '../nearest.ts'
import type { Outcome, Progress } from '../press.ts'
import { typeset } from '../typeset.ts'
import { count } from './count.ts'

/**
 * Check one file; what to look for follows from what the file is.
 *
 * @param profile who is to print it, if it is a PDF; as the file says itself when missing
 * @throws {Unable} exit 3 for a profile that there is not
 */
export async function checkPath(
  path: string,
  progress: Progress,
  profile?: string
): Promise<Outcome> {
  const known = profile === undefined ? undefined : profileOf(profile)
  progress({ stage: 'check' })
  const text = /^\.(md|markdown|txt)$/iu.test(extname(path))
  const file = await check(await (text ? readManuscript(path) : readSource(path)), known)
  if (text) await checkPages(file)
  progress({ stage: 'check', result: count(file.messages.length, 'message') })
  return { files: [file], made: [] }
}

function profileOf(name: string): ProfileName {
  const found = PROFILE_NAMES.find((d) => d === name.toLowerCase())
  if (found) return found
  const all = PROFILE_NAMES.join(', ')
  throw new Unable(
    3,
    `Unexpected profile \`${name}\`, expected \`${nearest(name, PROFILE_NAMES)}\` of ${all}`
  )
}

/** What the typesetting cannot avoid, by page, line and cost. A manuscript that cannot be composed has been told of. */
async function checkPages(file: VFile): Promise<void> {
  const copy = new VFile({ path: file.path, value: String(file) })
  const composed = await compose(copy).catch(() => undefined)
  const set = composed && (await typeset(composed))
  for (const { rule, line, reason, cost } of set?.data.composition?.findings ?? [])
    queryAt(
      file,
      { line: Math.max(line, 1), column: 1 },
      rule,
      `${reason}, at a cost of ${Math.round(cost)}`
    )
}
