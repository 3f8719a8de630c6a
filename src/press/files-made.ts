// Files of a set in, what there is to tell of each out.
import { join } from 'node:path'
import type { Made } from '../press.ts'

/** @param facts beside the size of a file, by its name */
export function filesMade(
  folder: string,
  files: ReadonlyMap<string, Uint8Array | string>,
  facts: Readonly<Record<string, Partial<Made>>> = {}
): Made[] {
  return [...files].map(([name, content]) => ({
    path: join(folder, name),
    bytes: Buffer.byteLength(content),
    ...facts[name]
  }))
}
