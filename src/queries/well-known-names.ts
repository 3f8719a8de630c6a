// The names that the dictionary knows, and which of them a name may be a slip of.
import type { Dictionary } from './dictionary.ts'
import { oneEdit } from './one-edit.ts'
import type { Slip } from './one-edit.ts'

const LONG = 7
const TOWN = /(?:sk|grad|ville|burgh?)$/u
/** Endings that make another word of a name: `Russia`, `Russian`. */
export const ENDING = /^(?:s|n|e|a|i|y|o|d|m)$/u
/** Names within a letter of a well-known one are many; a letter left out is the commonest slip. */
const WELL_KNOWN: Readonly<Record<Slip, number>> = {
  turned: 0.65,
  'left out': 0.65,
  doubled: 0.35,
  'too many': 0.35,
  another: 0
}
const towns = new WeakMap<Dictionary, ReadonlySet<string>>()

/** Names in lower case, with those of the people that towns are called after. */
function wellKnownNames(dictionary: Dictionary): ReadonlySet<string> {
  const known = towns.get(dictionary)
  if (known) return known
  const names = new Set<string>()
  for (const name of dictionary.names) {
    names.add(name.toLowerCase())
    if (TOWN.test(name)) names.add(name.replace(TOWN, '').toLowerCase())
  }
  towns.set(dictionary, names)
  return names
}

/** The well-known name that another has lost or changed a letter of. */
export function wellKnown(
  name: string,
  dictionary: Dictionary
): { text: string; weight: number } | undefined {
  if (name.length < LONG) return undefined
  const names = wellKnownNames(dictionary)
  const lower = name.toLowerCase()
  for (const { word, slip } of oneEdit(lower)) {
    if (slip === 'another' || word[0] !== lower[0] || !names.has(word)) continue
    if (ENDING.test(ending(word, lower)) || twiceAtTheEnd(word, lower)) continue
    return { text: name.slice(0, 1) + word.slice(1), weight: WELL_KNOWN[slip] }
  }
  return undefined
}

/** The last letter of the longer of two words, where it is all that parts them. */
function ending(a: string, b: string): string {
  const [long, short] = a.length > b.length ? [a, b] : [b, a]
  return long.startsWith(short) ? long.slice(-1) : ''
}

/** `Russel`, `Russell`: many names have both forms. */
function twiceAtTheEnd(a: string, b: string): boolean {
  const [long, short] = a.length > b.length ? [a, b] : [b, a]
  return long === short + short.slice(-1)
}
