// A commit and the path of a file below a folder in, what the file held then out; nothing for a link, and for what git only
// keeps a pointer to.
import { askGit, runGit } from './run-git.ts'

/** Of `git ls-tree`: a file, and the name of what it holds. */
const FILE = /^100\d{3} blob (?<blob>[\da-f]+)\t/u
const POINTER = 'version https://git-lfs'

export async function fileAt(
  folder: string,
  hash: string,
  path: string
): Promise<Uint8Array | undefined> {
  const row = await askGit(folder, ['ls-tree', '-z', hash, '--', path])
  const { blob } = FILE.exec(row ?? '')?.groups ?? {}
  const bytes = blob === undefined ? undefined : await runGit(folder, ['cat-file', 'blob', blob])
  return bytes && Buffer.from(bytes).subarray(0, POINTER.length).equals(Buffer.from(POINTER))
    ? undefined
    : bytes
}
