// The way back: how source and manuscript differ, exactly, so that each can be made again from the other and this record.
// It stands at the end of the ledger, a line of JSON a step. `[68, "\n", " "]` says that 68 units are alike in both, and
// that the source then has a line feed where the manuscript has a space; a fourth member says at which offset of the
// source the next units stand, where text was moved. The manuscript is gone through from its first unit to its last.
import type { Stretch } from './stretch.ts'

/** So many units alike; what only the source has then; what only the manuscript has; where the source goes on. */
export type Step = readonly [alike: number, source: string, manuscript: string, on?: number]

/** The steps between a source and the manuscript that was made of it, in time linear in their length. */
export function wayBack(source: string, manuscript: Stretch): Step[] {
  const { of, copied } = pair(source, manuscript)
  const steps: Step[] = []
  let [at, alike, put] = [0, 0, '']
  /** What only the source has from here on. Each such gap follows a copied unit, or begins the source. */
  const gap = (): string => {
    const next = at < source.length && copied[at] === 0 ? copied.indexOf(1, at) : at
    const from = at
    at = next < 0 ? source.length : next
    return source.slice(from, at)
  }
  for (let i = 0; i < of.length; i++) {
    const place = of[i] ?? -1
    if (place < 0) put += manuscript.text[i] ?? ''
    if (place < 0) continue
    if (put !== '' || place !== at) {
      const cut = gap()
      steps.push(place === at ? [alike, cut, put] : [alike, cut, put, place])
      ;[alike, put] = [0, '']
    }
    at = place + 1
    alike++
  }
  return [...steps, [alike, gap(), put]]
}

/** Which unit of the source each unit of the manuscript is, or -1; none is taken twice. */
function pair(source: string, { text, places }: Stretch): { of: Int32Array; copied: Uint8Array } {
  const of = new Int32Array(text.length).fill(-1)
  const copied = new Uint8Array(source.length)
  for (let i = 0; i < text.length; i++) {
    const place = places[i] ?? -1
    if (place < 0 || copied[place] === 1 || source[place] !== text[i]) continue
    of[i] = place
    copied[place] = 1
  }
  return { of, copied }
}

/** The source, from the manuscript as it was imported. */
export function goBack(manuscript: string, steps: readonly Step[]): string {
  const pieces: { at: number; text: string }[] = []
  let [read, at] = [0, 0]
  for (const [alike, cut, put, on] of steps) {
    const text = manuscript.slice(read, read + alike) + cut
    pieces.push({ at, text })
    read += alike + put.length
    at = on ?? at + text.length
  }
  return pieces
    .toSorted((a, b) => a.at - b.at)
    .map((d) => d.text)
    .join('')
}

/** The manuscript as it was imported, from the source. */
export function goForth(source: string, steps: readonly Step[]): string {
  const parts: string[] = []
  let at = 0
  for (const [alike, cut, put, on] of steps) {
    parts.push(source.slice(at, at + alike), put)
    at = on ?? at + alike + cut.length
  }
  return parts.join('')
}

/** For each unit of the source, the offset in the manuscript where it, or what follows it, stands. */
export function placesIn(source: string, manuscript: Stretch): Int32Array {
  const { of } = pair(source, manuscript)
  const found = new Int32Array(source.length + 1).fill(-1)
  for (let i = 0; i < of.length; i++) if ((of[i] ?? -1) >= 0) found[of[i] ?? 0] = i
  let last = manuscript.text.length
  for (let i = source.length; i >= 0; i--)
    if (found[i] === -1) found[i] = last
    else last = found[i] ?? last
  return found
}
