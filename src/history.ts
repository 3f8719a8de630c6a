// What git knows of a manuscript: what it said at another time, and who has changed it since. All of it is read, nothing is
// written. Without git, or outside a repository, nothing is known, and that is no failure.
import { basename, dirname } from 'node:path'
import { handsSince } from './history/blame.ts'
import type { Hands } from './history/blame.ts'
import { commitsOf } from './history/commit.ts'
import type { Commit } from './history/commit.ts'
import { findHolding } from './history/commit-holding.ts'
import { fileAt } from './history/file-at.ts'
import { findCommit } from './history/find-commit.ts'
import { askGit, runGit } from './history/run-git.ts'

export type { Commit, Hands }

/** Whether a file lies in the working tree of a repository that git can read. */
export async function hasHistory(path: string): Promise<boolean> {
  const said = await askGit(dirname(path), ['rev-parse', '--is-inside-work-tree'])
  return said?.trim() === 'true'
}

/** The commit that last changed a file; undefined where there is none. */
export async function lastCommit(path: string): Promise<Commit | undefined> {
  return (await commitsOf(dirname(path), ['-1', 'HEAD', '--', `./${basename(path)}`]))?.[0]
}

/**
 * The commit that a user names.
 *
 * @param ref a branch, a tag, a hash, `HEAD~2`
 * @throws {Unable} exit 3 with the nearest name that there is
 */
export function commitNamed(path: string, ref: string): Promise<Commit> {
  return findCommit(dirname(path), ref)
}

/** The bytes of a file at a commit; undefined where it was not there. */
export async function manuscriptAt(path: string, commit: Commit): Promise<Uint8Array | undefined> {
  const words = ['cat-file', 'blob', `${commit.hash}:./${basename(path)}`]
  return runGit(dirname(path), words)
}

/**
 * What the files beside a manuscript held at a commit.
 *
 * @returns asks for one by its path from the folder; undefined where none but texts have changed since
 */
export async function filesBeside(
  path: string,
  { hash }: Commit
): Promise<((name: string) => Promise<Uint8Array | undefined>) | undefined> {
  const folder = dirname(path)
  const words = ['diff', '--name-only', '-z', '--no-ext-diff', '--no-textconv', '--no-renames']
  const said = await askGit(folder, [...words, hash, '--', '.'])
  const isTouched = (said ?? '').split('\0').some((d) => d !== '' && !/\.(?:md|txt)$/iu.test(d))
  return isTouched ? (name) => fileAt(folder, hash, name) : undefined
}

/** Who has changed the lines of a file since a commit. */
export function changedBy(path: string, since: Commit): Promise<Hands> {
  return handsSince(dirname(path), basename(path), since.hash)
}

/** The newest commit in which a file had this content; undefined where there is none. */
export function commitHolding(path: string, text: string): Promise<Commit | undefined> {
  return findHolding(dirname(path), basename(path), Buffer.from(text))
}
