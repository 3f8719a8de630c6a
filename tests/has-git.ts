// Whether git is there for the tests that need it; where it is not, it is said aloud what is not tested.
import { execFileSync } from 'node:child_process'

/** @param untested what is left out without it */
export function hasGit(untested: string): boolean {
  try {
    execFileSync('git', ['--version'])
    return true
  } catch {
    process.stderr.write(`No git: ${untested} not tested\n`)
    return false
  }
}
