// Who brought each line of a manuscript since a commit, and who took a line away.
import { commitsOf } from './commit.ts'
import type { Commit } from './commit.ts'
import { askGit } from './run-git.ts'

/** Who did it; undefined where it is not committed, or older than the commit asked about, or nobody knows. */
export interface Hands {
  /** A line of the file as it stands now, from 1. */
  brought: (line: number) => Commit | undefined
  /** A line of the file as it was, from 1. */
  took: (line: number) => Commit | undefined
}

/** Of so many commits is asked which one follows. */
const MOST = 100
/** Of the head of an entry of `git blame --porcelain`: commit, line then, line now. */
const HEAD = /^(?<hash>[\da-f]{40,64}) (?<then>\d+) (?<now>\d+)/u

/**
 * @param name of the file in the folder
 * @param since hash of a commit
 */
export async function handsSince(folder: string, name: string, since: string): Promise<Hands> {
  const path = ['--', `./${name}`]
  const commits = (await commitsOf(folder, [`${since}..HEAD`, ...path])) ?? []
  // Nothing was committed since.
  if (commits.length === 0) return { brought: () => undefined, took: () => undefined }
  const known = new Map(commits.map((d) => [d.hash, d]))
  const now = await blamed(folder, [`^${since}`, ...path])
  const last = await blamed(folder, ['--reverse', `${since}..HEAD`, ...path])
  const next = new Map<string, Commit | undefined>()
  for (const hash of [...new Set(last.values())].slice(0, MOST))
    next.set(hash, (await commitsOf(folder, [`${hash}..HEAD`, ...path]))?.at(-1))
  return {
    brought: (line) => known.get(now.get(line) ?? ''),
    // The first commit behind the last one that still has the line.
    took: (line) => next.get(last.get(line) ?? '')
  }
}

/** Commit of each line. */
async function blamed(
  folder: string,
  words: readonly string[]
): Promise<ReadonlyMap<number, string>> {
  const said = await askGit(folder, ['blame', '--porcelain', ...words])
  const lines = new Map<number, string>()
  for (const row of (said ?? '').split('\n')) {
    const { hash, now } = row.startsWith('\t') ? {} : (HEAD.exec(row)?.groups ?? {})
    if (hash !== undefined) lines.set(Number(now), hash)
  }
  return lines
}
