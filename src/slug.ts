// A name for the folder and the files of an edition, from its title: `The Craft of Paper` → `the-craft-of-paper`. Safe on every
// system: letters a to z, digits and hyphens, at most 60, and no name that Windows keeps for its devices (promise P11).
import { basename, resolve } from 'node:path'
import { Unable } from './failure.ts'

const LONGEST = 60
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u

/** The slug of a title, or of a second name when the title has no letter of a to z. */
export function slugOf(title: string, otherwise = ''): string {
  const name = letters(title) || letters(otherwise) || 'edition'
  return RESERVED.test(name) ? `${name}-edition` : name
}

/**
 * The name of the edition in a folder. `build/` holds editions by their names, so a folder has to be called by one: else
 * `Swans` and `swans!` would write over each other there.
 *
 * @param folder its path; `.` stands for the name of the working folder
 * @throws {Unable} exit 3 with a name that would do
 */
export function editionName(folder: string): string {
  const name = basename(resolve(folder))
  const slug = slugOf(name)
  if (name === slug) return name
  throw new Unable(
    3,
    `Unexpected folder name \`${name}\`, expected letters a to z, digits and hyphens: rename it, \`${slug}\` would do`
  )
}

function letters(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .replaceAll('ß', 'ss')
    .replace(/[æÆ]/gu, 'ae')
    .replace(/[øØ]/gu, 'o')
    .replace(/[œŒ]/gu, 'oe')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
  if (plain.length <= LONGEST) return plain
  const cut = plain.slice(0, LONGEST + 1)
  return cut.slice(0, cut.lastIndexOf('-') > LONGEST / 2 ? cut.lastIndexOf('-') : LONGEST)
}
