// The few figures that every row of the card is made of. Lists of numbers in; undefined where there is nothing to measure.

/** The middle of all. */
export function mean(list: readonly number[]): number | undefined {
  return list.length === 0 ? undefined : list.reduce((a, b) => a + b, 0) / list.length
}

/** Standard deviation. */
export function deviation(list: readonly number[]): number | undefined {
  const middle = mean(list)
  if (middle === undefined || list.length < 2) return undefined
  return Math.sqrt(mean(list.map((d) => (d - middle) ** 2)) ?? 0)
}

/** The number below which a part (0 to 1) of the list lies. */
export function quantile(list: readonly number[], part: number): number | undefined {
  const sorted = list.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]
}

/** The number that is met most often, give or take a step: leadings and margins scatter by rounding. */
export function usual(list: readonly number[], step: number): number | undefined {
  const counts = new Map<number, number>()
  for (const d of list) {
    const key = Math.round(d / step)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  let [best, most] = [0, -1]
  for (const [key, count] of counts) {
    const weight = count + ((counts.get(key - 1) ?? 0) + (counts.get(key + 1) ?? 0)) / 2
    if (weight > most) [best, most] = [key, weight]
  }
  return quantile(
    list.filter((d) => Math.abs(d / step - best) <= 1),
    0.5
  )
}

/** The part of the list, from 0 to 1, for which something holds. */
export function share<T>(list: readonly T[], holds: (d: T) => boolean): number | undefined {
  return list.length === 0 ? undefined : list.filter(holds).length / list.length
}

/** The greatest; undefined of an empty list. */
export function greatest(list: readonly number[]): number | undefined {
  return list.length === 0 ? undefined : list.reduce((a, b) => Math.max(a, b))
}

/** The list in groups, in the order in which they are met. */
export function grouped<K, T>(list: readonly T[], keyOf: (d: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const d of list) {
    const own = groups.get(keyOf(d))
    if (own) own.push(d)
    else groups.set(keyOf(d), [d])
  }
  return groups
}
