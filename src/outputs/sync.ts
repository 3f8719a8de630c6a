// Bytes onto the disk, not only into the memory of the kernel: what is said to be written outlives a power cut.
import { open } from 'node:fs/promises'
import { hasCode } from './refused.ts'

/** Write a new file and wait until the disk has it. */
export async function writeSynced(path: string, content: Uint8Array | string): Promise<void> {
  const handle = await open(path, 'wx')
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Wait until the disk has the names in a folder. */
export async function syncFolder(path: string): Promise<void> {
  try {
    const handle = await open(path, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (cause) {
    // Windows opens no folder, and some file systems sync none; they order names by their own journal.
    if (!hasCode(cause, 'EPERM', 'EISDIR', 'EINVAL', 'EACCES')) throw cause
  }
}
