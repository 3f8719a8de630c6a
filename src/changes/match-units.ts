// Blocks or sentences of two manuscripts in; out come those that both have in the same order, and those that were moved.
import { heaviestIncrease } from './heaviest-increase.ts'
import { canMove } from './units.ts'
import type { Unit } from './units.ts'

/** The same unit in both manuscripts. */
export interface UnitPair {
  old: Unit
  new: Unit
}

/** What has become of units. */
export interface MatchedUnits {
  /** Those in their places, in order. */
  kept: readonly UnitPair[]
  /** Those in other places, in the order of the new. */
  moved: readonly UnitPair[]
}

/** Pair the units that each manuscript has once; `more` are pairs that are alike and not the same. */
export function matchUnits(
  old: readonly Unit[],
  now: readonly Unit[],
  more: readonly UnitPair[] = []
): MatchedUnits {
  const before = once(old)
  const after = once(now)
  const pairs = [...more]
  for (const [key, unit] of after) {
    const was = before.get(key)
    if (was) pairs.push({ old: was, new: unit })
  }
  pairs.sort((a, b) => a.old.from - b.old.from)
  const items = pairs.map((d) => ({ value: d.new.from, weight: d.new.weight }))
  const stays = new Set(heaviestIncrease(items))
  const moved = pairs.filter((d, index) => !stays.has(index) && canMove(d.new))
  return {
    kept: pairs.filter((_, index) => stays.has(index)),
    moved: moved.toSorted((a, b) => a.new.from - b.new.from)
  }
}

/** Units by key, without those whose key comes twice. */
function once(units: readonly Unit[]): Map<string, Unit> {
  const found = new Map<string, Unit>()
  const twice = new Set<string>()
  for (const unit of units) {
    if (found.has(unit.key)) twice.add(unit.key)
    found.set(unit.key, unit)
  }
  for (const key of twice) found.delete(key)
  return found
}
