// What an edition looks like: an edition in, its design out, read for its trim from a sheet of styles/designs/; and the
// faces that the design sets each kind of text in.
import { readOwn } from './assets.ts'
import type { Design } from './design/design.ts'
import { readDesign } from './design/read-design.ts'
import type { Edition } from './edition.ts'

export type { Design, Part, PartName } from './design/design.ts'
export { usedFaces } from './design/used-faces.ts'

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
