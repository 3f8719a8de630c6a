// An error of the file system in, a failure with the way out back: what could not be written, why, and what to do.
import { Unable } from '../failure.ts'

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: make room and run it again',
  EDQUOT: 'your share of the disk is used up: make room and run it again',
  EACCES: 'you have no permission to write there: see its permissions',
  EPERM: 'writing is not permitted: close any program that shows the file, and see its permissions',
  EBUSY: 'another program holds it: close the program that shows the file and run it again',
  EROFS: 'the disk is read-only: make it writable, or copy the text to another',
  EEXIST: 'a file stands where a folder is needed: move it away',
  ENOTDIR: 'a file stands where a folder is needed: move it away',
  EISDIR: 'a folder stands where a file is needed: move it away',
  ENAMETOOLONG: 'its name is too long: choose a shorter one',
  EMFILE: 'too many files are open: see `ulimit -n`',
  ENFILE: 'too many files are open on this machine',
  EFBIG: 'it is larger than your limit for a file: see `ulimit -f`',
  EXDEV: 'it lies on another disk than its folder: move the folder away'
}

/** The failure (exit 4) for an error met while writing to a path; our own failures pass unchanged. */
export function refused(path: string, cause: unknown): Unable {
  if (cause instanceof Unable) return cause
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const reason = REASONS[code] ?? `${cause instanceof Error ? cause.message : String(cause)}`
  return new Unable(4, `Unexpected refusal to write \`${path}\`: ${reason}`, cause)
}

/** Whether an error of the file system has one of these codes. */
export function hasCode(cause: unknown, ...codes: readonly string[]): boolean {
  return cause instanceof Error && 'code' in cause && codes.includes(String(cause.code))
}
