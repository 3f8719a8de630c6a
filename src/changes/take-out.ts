// Two streams and what was moved in them in, the streams without it out, and the moved stretches, each as one.
import type { UnitPair } from './match-units.ts'
import type { Token } from './streams.ts'

/** Two streams. */
export interface Streams {
  old: readonly Token[]
  new: readonly Token[]
}

/** A stretch of a stream. */
export interface Range {
  from: number
  to: number
}

/** Stretches that were moved, one after another in the new stream. */
export interface TakenOut {
  /** What is left. */
  left: Streams
  /** Where a stretch of the streams is in what is left. */
  shift: (side: 'old' | 'new', range: Range) => Range
  moved: readonly Streams[]
}

/** Take out of both streams what was moved. */
export function takeOut(streams: Streams, pairs: readonly UnitPair[]): TakenOut {
  if (pairs.length === 0) return { left: streams, shift: (_, range) => range, moved: [] }
  const places = {
    old: placesWithout(
      streams.old.length,
      pairs.map((d) => d.old)
    ),
    new: placesWithout(
      streams.new.length,
      pairs.map((d) => d.new)
    )
  }
  const left = (side: 'old' | 'new') =>
    streams[side].filter((_, index) => places[side][index] !== places[side][index + 1])
  return {
    left: { old: left('old'), new: left('new') },
    shift: (side, { from, to }) => ({
      from: places[side][from] ?? 0,
      to: places[side][to] ?? 0
    }),
    moved: joined(pairs).map((d) => ({
      old: streams.old.slice(d.old.from, d.old.to),
      new: streams.new.slice(d.new.from, d.new.to)
    }))
  }
}

/** Where each token is when the ranges are gone. */
function placesWithout(length: number, ranges: readonly Range[]): Int32Array {
  const out = new Uint8Array(length)
  for (const { from, to } of ranges) out.fill(1, from, to)
  const places = new Int32Array(length + 1)
  for (let at = 0; at < length; at += 1)
    places[at + 1] = (places[at] ?? 0) + (out[at] === 0 ? 1 : 0)
  return places
}

/** Neighbours that were moved together are one. */
function joined(pairs: readonly UnitPair[]): { old: Range; new: Range }[] {
  const found: { old: Range; new: Range }[] = []
  for (const { old, new: now } of pairs) {
    const last = found.at(-1)
    if (last?.old.to === old.from && last.new.to === now.from)
      found[found.length - 1] = {
        old: { from: last.old.from, to: old.to },
        new: { from: last.new.from, to: now.to }
      }
    else found.push({ old, new: now })
  }
  return found
}
