// An edition in, its design out: the sheet that the press brings along, read for the edition's trim.
import { readOwn } from '../assets.ts'
import type { Edition } from '../edition.ts'
import type { Design } from './design.ts'
import { readDesign } from './read-design.ts'

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
  return readDesign(new TextDecoder().decode(sheet), design, trim, bleed)
}
