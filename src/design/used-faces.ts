// An edition in; the faces that its design sets each kind of text in, with their letters, out: for those who look for letters
// that no face has a drawing for.
import type { Edition } from '../edition.ts'
import { faceName, lettersOf } from '../faces.ts'
import type { FaceName, UsedFaces } from '../faces.ts'
import { designOf } from './design-of.ts'
import type { PartName } from './design.ts'

const TEXT: readonly PartName[] = ['text', 'quote', 'verse', 'list', 'note']
const HEADINGS: readonly PartName[] = ['h2', 'h3', 'h4', 'h5', 'contents', 'contents-inner', 'head']
const FRONT: readonly PartName[] = [
  'title',
  'subtitle',
  'part',
  'author',
  'publisher',
  'imprint',
  'colophon',
  'head'
]

/** @throws {VFileMessage} exit 3 where the design is none */
export async function usedFaces(
  edition: Pick<Edition, 'design' | 'trim' | 'bleed'>
): Promise<UsedFaces> {
  const { parts } = await designOf(edition)
  const of = (names: readonly PartName[]) =>
    lettersOf([...new Set(names.map((d): FaceName => `${parts[d].family} ${parts[d].cut}`))])
  return {
    text: await of(TEXT),
    italic: await lettersOf([faceName(parts.text.family, false, true)]),
    table: await of(['table']),
    headings: await of(HEADINGS),
    front: await of(FRONT),
    code: await of(['code'])
  }
}
