// The pages of a text, composed as if nothing had been composed before: only the faces are kept.
import { VFile } from 'vfile'
import { compose } from '../../src/compose.ts'
import { openPageWriter } from '../../src/print.ts'
import { forget, newMemory, typeset } from '../../src/typeset.ts'

/** The HTML of each page. */
export type ColdPages = (text: string) => Promise<readonly string[]>

/** @param path of the manuscript, beside which its pictures lie */
export async function coldPages(path: string): Promise<ColdPages> {
  const memory = newMemory()
  return async (value) => {
    forget(memory)
    const write = await openPageWriter((name) => `picture/${name}`)
    const { data } = await typeset(await compose(new VFile({ path, value })), memory)
    if (!data.composition || !data.edition) throw new Error('typeset gives a composition')
    return write(data.composition, data.edition.language).pages
  }
}
