// What a user calls a state of the manuscript, `main`, `HEAD~2`, `v1.0`, to the commit that it is.
import { Unable } from '../failure.ts'
import { nearest } from '../nearest.ts'
import { commitsOf } from './commit.ts'
import type { Commit } from './commit.ts'
import { askGit } from './run-git.ts'

/** Letters that no name of one commit has; a name that begins with a hyphen would be an option. */
const UNFIT = /^-|[\s\p{Cc}\p{Cf}:*?[\\]|\.\.|^$/u
const LONGEST = 200

/**
 * @throws {Unable} exit 3 with the nearest name that there is
 */
export async function findCommit(folder: string, ref: string): Promise<Commit> {
  const found =
    UNFIT.test(ref) || ref.length > LONGEST
      ? undefined
      : (await commitsOf(folder, ['-1', `${ref}^{commit}`, '--']))?.[0]
  if (found) return found
  const known = await namesIn(folder)
  const best = known.length === 0 ? '' : `, expected \`${nearest(ref, known)}\` or another`
  throw new Unable(
    3,
    `Unexpected name \`${ref}\` of what to compare with, which is no folder of a build, no PDF and no git revision${best}: \`git log --oneline\` lists revisions`
  )
}

/** Branches and tags. */
async function namesIn(folder: string): Promise<string[]> {
  const words = ['for-each-ref', '--count=1000', '--format=%(refname:short)']
  const said = await askGit(folder, [...words, 'refs/heads', 'refs/tags', 'refs/remotes'])
  const names = (said ?? '').split('\n').filter(Boolean)
  return names.length === 0 ? [] : ['HEAD', ...names]
}
