// What was worked out lately, by its key: two shelves, of which the older is emptied when the younger is full. So it never
// holds more than twice its room, and whatever is still asked for stays.

/** Values by key; those not asked for in a while are dropped. */
export interface Recent<K, V> {
  get: (key: K) => V | undefined
  set: (key: K, value: V, size?: number) => void
  clear: () => void
}

/** @param room the sum of sizes that one shelf holds; a value without a size counts as 1 */
export function keepRecent<K, V>(room: number): Recent<K, V> {
  let young = new Map<K, { value: V; size: number }>()
  let old = new Map<K, { value: V; size: number }>()
  let filled = 0
  const put = (key: K, kept: { value: V; size: number }): void => {
    if (filled + kept.size > room) {
      old = young
      young = new Map()
      filled = 0
    }
    young.set(key, kept)
    filled += kept.size
  }
  return {
    get: (key) => {
      const found = young.get(key)
      if (found) return found.value
      const older = old.get(key)
      if (older) put(key, older)
      return older?.value
    },
    set: (key, value, size = 1) => put(key, { value, size }),
    clear: () => {
      young = new Map()
      old = new Map()
      filled = 0
    }
  }
}
