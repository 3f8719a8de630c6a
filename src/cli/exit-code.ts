// What a script is told: a failure in, the exit code out, as in the table of src/README.md.
import { Unable } from '../failure.ts'
import { isMessage } from './message-text.ts'

/** What the system says when something outside is full, missing or refused. */
const OUTSIDE = new Set([
  'EACCES',
  'EBUSY',
  'EDQUOT',
  'EFBIG',
  'EIO',
  'EMFILE',
  'ENFILE',
  'ENOMEM',
  'ENOSPC',
  'EPERM',
  'EROFS'
])

/** 2 manuscript, 3 wrong use, 4 environment, 5 a limit, 70 our own defect. */
export function exitCode(error: unknown): number {
  if (isMessage(error)) return error.exit ?? 2
  if (error instanceof Unable) return error.exit
  if (error instanceof Error && 'code' in error && OUTSIDE.has(String(error.code))) return 4
  return 70
}
