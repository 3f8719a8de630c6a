// A state of the manuscript that git keeps.
import { askGit } from './run-git.ts'

/** Who changed something, and when. */
export interface Commit {
  /** Its whole name, and as short as it may be said. */
  hash: string
  short: string
  author: string
  /** Day of the author: `2026-11-22`. */
  date: string
  subject: string
}

const FORMAT = '--format=%H%x00%h%x00%an%x00%ad%x00%s%x00'

/**
 * Commits, as `git log` finds them.
 *
 * @param words options, revisions and paths
 */
export async function commitsOf(
  folder: string,
  words: readonly string[]
): Promise<readonly Commit[] | undefined> {
  const said = await askGit(folder, [
    'log',
    '--no-show-signature',
    '--date=short',
    FORMAT,
    ...words
  ])
  if (said === undefined) return undefined
  const fields = said.split('\0').map((d) => d.trim())
  const commits: Commit[] = []
  for (let at = 0; at + 4 < fields.length; at += 5) {
    const [hash = '', short = '', author = '', date = '', subject = ''] = fields.slice(at, at + 5)
    commits.push({ hash, short, author, date, subject })
  }
  return commits
}
