// A path in, the bytes of a regular file out. A folder, a pipe, a device or a file over the limit is refused before it
// is read, so that nothing can make the press wait for ever or fill the memory.
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

/** Why a file was not read, in words that follow its name. */
export class Unread extends Error {
  /** The file is there and well, but too large. */
  readonly tooLarge: boolean
  constructor(reason: string, tooLarge: boolean, cause?: unknown) {
    super(reason, { cause })
    this.tooLarge = tooLarge
  }
}

const MEGABYTE = 1024 * 1024
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  ENOTDIR: 'is not there: a part of its path is a file',
  EISDIR: 'is a folder, expected a file',
  EACCES: 'may not be read by you: see its permissions',
  EPERM: 'may not be read by you: see its permissions',
  ELOOP: 'is a link that leads in a circle',
  ENAMETOOLONG: 'has too long a name',
  ENXIO: 'is not a regular file',
  EMFILE: 'cannot be opened: too many files are open, see `ulimit -n`'
}

/**
 * The bytes of a regular file.
 *
 * @param limit the largest size, in bytes
 * @throws {Unread} with the reason
 */
export async function readBytes(path: string, limit: number): Promise<Uint8Array> {
  try {
    // Opening a pipe without `O_NONBLOCK` waits for its writer; Windows has neither.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const stat = await handle.stat()
      if (stat.isDirectory()) throw new Unread('is a folder, expected a file', false)
      if (!stat.isFile()) throw new Unread('is not a regular file', false)
      const most = `${Math.floor(limit / MEGABYTE)} MB`
      if (stat.size > limit) throw new Unread(`is too large, expected at most ${most}`, true)
      return await handle.readFile()
    } finally {
      await handle.close()
    }
  } catch (cause) {
    if (cause instanceof Unread) throw cause
    throw new Unread(unreadReason(cause), false, cause)
  }
}

/** What a failed call of the file system says, in words that follow the name of the file. */
export function unreadReason(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
  return REASONS[code] ?? `cannot be read (${code})`
}
