// An edition in, its design out: the sheet that the press brings along, read for the edition's trim.
import { readOwn } from '../assets.ts'
import type { Edition } from '../edition.ts'
import type { Design } from './design.ts'
import { readDesign } from './read-design.ts'

/** The design that was read last: stages and runs of the same edition get the same object. */
let last: { key: string; design: Design } | undefined

/**
 * The design of an edition.
 *
 * @throws {VFileMessage} exit 3 where the sheet is no design, or leaves no room on the page
 * @throws {Unable} exit 4 when the sheet is missing
 */
export async function designOf(
  edition: Pick<Edition, 'design' | 'trim' | 'bleed'>
): Promise<Design> {
  const { design, trim, bleed } = edition
  const sheet = await readOwn(`styles/designs/${design}.css`)
  const css = new TextDecoder().decode(sheet)
  const key = JSON.stringify([css, design, trim, bleed])
  if (last?.key !== key) last = { key, design: readDesign(css, design, trim, bleed) }
  return last.design
}
