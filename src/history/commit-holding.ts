// The newest commit in which a file has a certain content: where a text that lies outside of git, a build's or an approved
// one, has its place in the history.
import { createHash } from 'node:crypto'
import { commitsOf } from './commit.ts'
import type { Commit } from './commit.ts'
import { askGit } from './run-git.ts'

/** So far is looked back, in changes of the file. */
const MOST = 500
/** Of `git log --raw`: what the file is after the change. */
const CHANGE = /^:\d+ \d+ [\da-f]+ (?<blob>[\da-f]+) /u

/**
 * @param name of the file in the folder
 * @param bytes what it held
 */
export async function findHolding(
  folder: string,
  name: string,
  bytes: Uint8Array
): Promise<Commit | undefined> {
  const words = ['log', `-${MOST}`, '--raw', '--no-abbrev', '--no-renames', '--format=%H', 'HEAD']
  const said = await askGit(folder, [...words, '--', `./${name}`])
  const wanted = blobOf(bytes)
  let hash = ''
  for (const row of (said ?? '').split('\n')) {
    const { blob } = CHANGE.exec(row)?.groups ?? {}
    if (blob === wanted) return (await commitsOf(folder, ['-1', hash, '--']))?.[0]
    if (blob === undefined && row !== '') hash = row
  }
  return undefined
}

/** The name that git gives to a content. */
function blobOf(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}
