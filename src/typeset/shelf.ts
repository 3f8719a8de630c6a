// What was made of an object before, and how: as long as it is the same object, the same is taken again.

/** Things by the object that they were made of. */
export type Shelf<T> = (of: object, how: string, make: () => T) => T

/** A shelf with nothing on it; it keeps no object from going. */
export function newShelf<T>(): Shelf<T> {
  const known = new WeakMap<object, Map<string, T>>()
  return (of, how, make) => {
    const ways = known.get(of) ?? new Map<string, T>()
    known.set(of, ways)
    const before = ways.get(how)
    if (before !== undefined) return before
    const made = make()
    ways.set(how, made)
    return made
  }
}
