// The desk that `timeTypeset` times: `compose` and `typeset` with one memory, and an open tab in which the pages are shown.
import { VFile } from 'vfile'
import { compose } from '../../src/compose.ts'
import type { Composed } from '../../src/compose.ts'
import type { Browser } from '../../src/print.ts'
import { forget, newMemory, typeset } from '../../src/typeset.ts'
import type { Memory } from '../../src/typeset.ts'
import { openPages } from './open-pages.ts'
import type { Desk } from './time-typeset.ts'

/** @param path of the manuscript, beside which its pictures lie */
export async function openDesk(
  path: string,
  browser: Browser
): Promise<Desk<VFile> & { close: () => Promise<void> }> {
  const memory: Memory & Composed = newMemory()
  const { show, close } = await openPages(browser)
  const read = (manuscript: string) => compose(new VFile({ path, value: manuscript }), memory)
  return {
    compose: (manuscript) => compose(new VFile({ path, value: manuscript })),
    typeset: (file) => {
      // Fonts, shaper and hyphenation stay; paragraphs, blocks and pages are new.
      forget(memory)
      return typeset(file, memory)
    },
    correct: async (manuscript) => show(await typeset(await read(manuscript), memory)),
    close
  }
}
