// How a catalogue files an author: `Garamont, Claude`. A body, and a name whose family comes first or is all there is, stays
// as it is.
import type { Edition } from '../edition.ts'

const FAMILY_FIRST = /^(?:hu|ja|ko|vi|zh)\b/iu
const BODY =
  /\b(?:archive|association|centre|center|club|collective|committee|commune|congress|editors|group|institute|league|library|movement|party|press|project|publishers?|society|union|verlag|workshop)\b|^(?:the|der|die|das|les?|los?) /iu
const SUFFIX = /^(?:Jr|Sr|Jnr|Snr|II|III|IV)\.?$/u
/** `de`, `van der`: what is written small goes with the given names. */
const FAMILY = /^\p{Lu}/u

/** The name as it is looked up. */
export function fileAs(name: string, { language, publisher }: Edition): string {
  const words = name.split(' ')
  if (words.length < 2 || name.includes(',') || name === publisher) return name
  if (FAMILY_FIRST.test(language) || BODY.test(name)) return name
  const suffix = SUFFIX.test(words.at(-1) ?? '') && words.length > 2 ? words.pop() : undefined
  const family = words.pop() ?? ''
  if (!FAMILY.test(family)) return name
  return [family, words.join(' '), suffix].filter(Boolean).join(', ')
}
