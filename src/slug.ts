// A name for the folder and the files of an edition, from its title: `The Craft of Paper` → `the-craft-of-paper`. Safe on every
// system: letters a to z, digits and hyphens, at most 60, and no name that Windows keeps for its devices (promise P11).

const LONGEST = 60
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u

/** The slug of a title, or of a second name when the title has no letter of a to z. */
export function slugOf(title: string, otherwise = ''): string {
  const name = letters(title) || letters(otherwise) || 'edition'
  return RESERVED.test(name) ? `${name}-edition` : name
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
