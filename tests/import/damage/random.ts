// Chance that can be repeated: a seed and a name in, a row of numbers out. Each damage draws from a row of its own, so that
// one can be switched off without another falling elsewhere.

/** A number from 0 up to, but not, 1. */
export type Random = () => number

/** The row of a seed and a name (the generator is Mulberry32). */
export function randomOf(seed: number, name: string): Random {
  let state = seed >>> 0
  for (const sign of name) state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 0x9e3779b1) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One of a list. */
export function pick<T>(random: Random, list: readonly [T, ...T[]]): T {
  return list[Math.floor(random() * list.length)] ?? list[0]
}

/** A whole number from low to high. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1))
}
