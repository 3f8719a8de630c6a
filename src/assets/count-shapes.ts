// Which part of a drawing refers to which in, nothing out; or the drawing is refused, because it would ask for more shapes
// than a page can take. A kilobyte of doublings, each using the last one twice, makes a thousand million.
import { SvgFault } from './read-svg.ts'

/** Which part of a drawing refers to which, by id; '' is the drawing itself. */
export type References = Map<string, string[]>

const MOST_SHAPES = 100_000

/** Add what a part refers to. */
export function refer(references: References, from: string, targets: readonly string[]): void {
  const known = references.get(from) ?? []
  if (known.length + targets.length > MOST_SHAPES) throw tooMany()
  known.push(...targets)
  references.set(from, known)
}

/**
 * Count the shapes that each part draws with all it refers to, once a part, deepest first. The parts that wait stand in
 * a list, since a chain of them may be as long as the drawing.
 *
 * @throws {SvgFault} when a part uses itself, or they are too many
 */
export function countShapes(references: References): void {
  const counted = new Map<string, number>()
  const waiting = ['']
  while (waiting.length > 0) {
    const id = waiting.at(-1) ?? ''
    const targets = references.get(id) ?? []
    if (!counted.has(id)) {
      // Until it is counted: whatever refers to it meanwhile is a part of it.
      counted.set(id, Number.POSITIVE_INFINITY)
      for (const target of targets) if (!counted.has(target)) waiting.push(target)
      continue
    }
    waiting.pop()
    if (counted.get(id) !== Number.POSITIVE_INFINITY) continue
    const count = targets.reduce((sum, target) => sum + (counted.get(target) ?? 0), 1)
    if (count === Number.POSITIVE_INFINITY)
      throw new SvgFault(`part \`#${id}\` that uses itself`, 0)
    if (count > MOST_SHAPES) throw tooMany()
    counted.set(id, count)
  }
}

function tooMany(): SvgFault {
  return new SvgFault(`number of shapes, expected at most ${MOST_SHAPES} with all that is used,`, 0)
}
