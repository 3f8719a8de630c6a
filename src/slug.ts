// The name of an edition's folder and files: from any text, one that every file system takes (promise P11).
//
//     Ça ira! Songs of 1789   →   ca-ira-songs-of-1789

const LONGEST = 60
/** Names that Windows keeps for devices, whatever their ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/u

/** One to sixty of `a` to `z`, digits and hyphens. */
export function slugOf(text: string): string {
  const plain = text.normalize('NFKD').replace(/[\u0300-\u036F'’]/gu, '')
  const words = plain.toLowerCase().match(/[a-z0-9]+/gu) ?? []
  let slug = ''
  for (const word of words) if (slug.length + word.length < LONGEST) slug += `${slug && '-'}${word}`
  if (slug === '' && words[0] !== undefined) slug = words[0].slice(0, LONGEST)
  return slug === '' || RESERVED.test(slug) ? `pamphlet${slug && `-${slug}`}` : slug
}
