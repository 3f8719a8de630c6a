// Manuscripts as text in, typeset out, as a desk does it: with one memory for all versions of a text.
import { VFile } from 'vfile'
import { compose } from '../../src/compose.ts'
import type { Composed } from '../../src/compose.ts'
import { newMemory, typeset } from '../../src/typeset.ts'
import type { Memory } from '../../src/typeset.ts'

/**
 * Typesets the versions of a text.
 *
 * @param path of the manuscript, beside which its pictures lie
 */
export function openText(path = 'manuscript.md'): (text: string) => Promise<VFile> {
  const memory: Memory & Composed = newMemory()
  return async (text) => {
    const file = new VFile({ path, value: text })
    return typeset(await compose(file, memory), memory)
  }
}

/** Sheets of four pages, folded and laid in one another; 0 for an empty place. */
export function sheetsOf(pages: number): number[][] {
  const count = Math.ceil(pages / 4)
  const places = count * 4
  const page = (d: number) => (d <= pages ? d : 0)
  return Array.from({ length: count }, (_, index) =>
    [places - 2 * index, 2 * index + 1, 2 * index + 2, places - 2 * index - 1].map(page)
  )
}
