// A manuscript, a PDF or an EPUB in; messages out, and nothing written.
import { extname } from 'node:path'
import { readManuscript, readSource } from '../assets.ts'
import { check } from '../check.ts'
import type { Outcome, Progress } from '../press.ts'
import { count } from './count.ts'

/** Check one file; what to look for follows from what the file is. */
export async function checkPath(path: string, progress: Progress): Promise<Outcome> {
  progress({ stage: 'check' })
  const text = /^\.(md|markdown|txt)$/iu.test(extname(path))
  const file = await check(await (text ? readManuscript(path) : readSource(path)))
  progress({ stage: 'check', result: count(file.messages.length, 'message') })
  return { files: [file], made: [] }
}
