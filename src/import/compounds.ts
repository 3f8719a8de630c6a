// The list that lies beside this file, as maps. `compounds.txt` has parts of compounds with ten times their log odds of keeping
// the hyphen, `40 self-`, `-80 -ness`, and compounds that a dictionary has with a hyphen, `* well-being`.

/** What the list says. */
export interface Compounds {
  heads: ReadonlyMap<string, number>
  tails: ReadonlyMap<string, number>
  listed: ReadonlySet<string>
}

const TENTH = 10

/** Parse `compounds.txt`: each line a number, and the parts that have it; the line that begins with a star has compounds. */
export function parseCompounds(text: string): Compounds {
  const heads = new Map<string, number>()
  const tails = new Map<string, number>()
  const listed = new Set<string>()
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const [odds = '', ...names] = line.split(' ')
    for (const name of names)
      if (name.startsWith('-')) tails.set(name.slice(1), Number(odds) / TENTH)
      else if (name.endsWith('-')) heads.set(name.slice(0, -1), Number(odds) / TENTH)
      else listed.add(name)
  }
  return { heads, tails, listed }
}
