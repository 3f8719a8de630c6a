// The changes of all flows in, the same out without what one of them took out and another put in: runs of five words and more
// that were moved as they are, and note calls that changed places.
import type { Compared } from './align-streams.ts'
import type { Change } from './changes-in.ts'
import type { Token } from './streams.ts'
import type { Streams } from './take-out.ts'
import { LEAST_MOVED } from './units.ts'

/** A change with what of it was not moved. */
export interface RestOfChange {
  compared: Compared
  /** Where it is in both streams. */
  at: Change
  old: readonly Token[]
  new: readonly Token[]
}

/** What is left of the changes, and what was moved. */
export interface FoundMoves {
  changes: readonly RestOfChange[]
  moved: readonly Streams[]
}

/** A token of a change, and whether it was found elsewhere. */
interface Place {
  change: number
  token: Token
  moved: boolean
}

/** How many places of the same words are looked at. */
const MOST_PLACES = 8

/** Find what was moved. */
export function findMoves(all: readonly Compared[]): FoundMoves {
  const changes = all.flatMap((compared) => compared.changes.map((at) => ({ compared, at })))
  const places = (side: 'old' | 'new'): Place[][] =>
    changes.map(({ compared, at }, change) =>
      compared[side].slice(...at[side]).map((token) => ({ change, token, moved: false }))
    )
  const [old, now] = [places('old'), places('new')]
  const moved = [...movedRuns(old.flat(), now.flat()), ...movedCalls(old.flat(), now.flat())]
  const left = (runs: readonly Place[][], index: number) =>
    (runs[index] ?? []).filter((d) => !d.moved).map((d) => d.token)
  const rest = changes.map(({ compared, at }, index) => {
    const whole = [...(old[index] ?? []), ...(now[index] ?? [])]
    const some = whole.some((d) => d.moved)
    const sides = { old: left(old, index), new: left(now, index) }
    // The sign that a block begins goes with its words.
    const words = [...sides.old, ...sides.new].some((d) => d.word)
    return some && !words ? { compared, at, old: [], new: [] } : { compared, at, ...sides }
  })
  return { changes: rest.filter((d) => d.old.length + d.new.length > 0), moved }
}

function movedRuns(old: readonly Place[], now: readonly Place[]): Streams[] {
  const starts = new Map<string, number[]>()
  for (const index of old.keys()) {
    const key = runAt(old, index)
    if (key === undefined) continue
    const known = starts.get(key) ?? []
    if (known.length < MOST_PLACES) known.push(index)
    starts.set(key, known)
  }
  const found: Streams[] = []
  for (let at = 0; at < now.length; at += 1) {
    const key = runAt(now, at)
    const from = key === undefined ? [] : (starts.get(key) ?? [])
    const lengths = from.map((d) => lengthOf(old, d, now, at))
    const longest = Math.max(0, ...lengths)
    const start = from[lengths.indexOf(longest)]
    if (start === undefined || longest < LEAST_MOVED) continue
    found.push({
      old: take(old, start, longest),
      new: take(now, at, longest)
    })
    at += longest - 1
  }
  return found
}

/** Five tokens of one change, as a key. */
function runAt(places: readonly Place[], at: number): string | undefined {
  const run = places.slice(at, at + LEAST_MOVED)
  if (run.length < LEAST_MOVED || run.some((d) => d.change !== run[0]?.change)) return undefined
  return run.map((d) => d.token.key).join(' ')
}

/** How many tokens are the same from two places on, none of them found before. */
function lengthOf(old: readonly Place[], from: number, now: readonly Place[], at: number): number {
  const [was, is] = [old[from]?.change, now[at]?.change]
  let length = 0
  for (;;) {
    const [one, other] = [old[from + length], now[at + length]]
    if (one?.change !== was || other?.change !== is || !one || !other) return length
    if (one.moved || other.moved || one.token.key !== other.token.key) return length
    length += 1
  }
}

function take(places: readonly Place[], from: number, length: number): Token[] {
  return places.slice(from, from + length).map((d) => {
    d.moved = true
    return d.token
  })
}

/** The same note called elsewhere. */
function movedCalls(old: readonly Place[], now: readonly Place[]): Streams[] {
  const isCall = (d: Place) => !d.moved && d.token.word?.call !== undefined
  const gone = new Map(old.filter(isCall).map((d) => [d.token.key, d]))
  return now.filter(isCall).flatMap((d) => {
    const was = gone.get(d.token.key)
    if (!was || was.moved) return []
    was.moved = true
    d.moved = true
    return [{ old: [was.token], new: [d.token] }]
  })
}
