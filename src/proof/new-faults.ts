// What could not be avoided in two compositions in, what is wrong in the new one alone out: what was accepted before is silent,
// on whichever page it stands now.
import type { Finding } from '../composition.ts'

/** Findings that are not among the old ones: by rule, and by the words at which they are. */
export function newFaults(old: readonly Finding[], now: readonly Finding[]): Finding[] {
  const known = new Map<string, number>()
  for (const d of old) known.set(keyOf(d), (known.get(keyOf(d)) ?? 0) + 1)
  return now.filter((d) => {
    const left = known.get(keyOf(d)) ?? 0
    known.set(keyOf(d), left - 1)
    return left <= 0
  })
}

/** The page and the note have other numbers as soon as something is put in before them. */
function keyOf({ rule, reason }: Finding): string {
  return `${rule} ${reason.replace(/\bpage [\divxlcdm]+/u, 'page').replace(/\(note \d+\)/u, '(note)')}`
}
