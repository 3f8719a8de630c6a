// A composed manuscript in, its pages out: as they come, or on the pages of another text.
import type { VFile } from 'vfile'
import { compose } from '../compose.ts'
import type { Composed } from '../compose.ts'
import { typeset, typesetFenced } from '../typeset.ts'
import type { Memory } from '../typeset.ts'

/**
 * Typeset a composed manuscript.
 *
 * @param on the text whose pages are kept; none where they are free
 * @param fit as for `typeset`; where pages are kept, they are as many as they were
 * @returns how many pages do not hold what they should; messages on the file say by how much, and it has no composition then
 */
export async function setPages(
  file: VFile,
  memory: Memory & Composed,
  on?: VFile,
  fit?: number
): Promise<number> {
  if (!on) {
    await typeset(file, memory, fit ?? file.data.edition?.fit)
    return 0
  }
  if (!on.data.madeUp) await typeset(await compose(on, memory), memory)
  return (await typesetFenced(file, on, memory)).misfits.length
}
