// How far each sheet of a signature is moved towards its fold, because it lies inside others and would stand out at the
// fore-edge. Sources differ by a factor of two on how much that is, so there are three models, and the ruler.

/** What is known about the paper, in millimetres. */
export type Creep =
  /** Thickness of a sheet, and whose formula to use. */
  | { caliper: number; model: Model }
  /** How far the innermost sheet of the largest signature is moved, all told. */
  | { total: number }
  /** How far its fore-edge stood out of a folded copy, as measured. */
  | { overhang: number }

/** How far the innermost of so many sheets stands out, for paper of a thickness t. */
export const MODELS = {
  /** Each sheet goes around those inside it: (i − 1) · t for sheet i. Inkhaven 1.3, on docs.rs. */
  sheet: (sheets: number, t: number) => (sheets - 1) * t,
  /** Number of pages / 4 · t. Kodak Preps, its help. */
  preps: (sheets: number, t: number) => sheets * t,
  /** (pages / 4 · t · π / 2) · 1.2, for folds that are not pressed flat. Printers’ forum PrintPlanet. */
  printplanet: (sheets: number, t: number) => ((sheets * t * Math.PI) / 2) * 1.2
} as const
export type Model = keyof typeof MODELS

/** Cubic centimetres of a gram of uncoated office paper: 80 g/m² are 0.1 mm. */
const BULK = 1.25

/** The thickness of a sheet of office paper in millimetres. */
export function caliperOf(gramsPerSquareMetre: number): number {
  return (gramsPerSquareMetre * BULK) / 1000
}

/**
 * How far a sheet is moved towards the fold, in millimetres: nothing outside, and as much more for each sheet inwards.
 *
 * @param depth sheets around this one
 * @param sheets sheets of its signature
 * @param largest sheets of the largest signature, of which a total or an overhang speaks
 */
export function shiftOf(
  creep: Creep | undefined,
  depth: number,
  sheets: number,
  largest: number
): number {
  if (!creep || depth === 0) return 0
  if ('caliper' in creep)
    return (MODELS[creep.model](sheets, creep.caliper) * depth) / Math.max(sheets - 1, 1)
  const whole = 'total' in creep ? creep.total : creep.overhang
  return (whole * depth) / Math.max(largest - 1, 1)
}

/** The thickness that an overhang speaks of, folds and all, for booklets of other lengths; in millimetres. */
export function caliperFrom(overhang: number, sheets: number): number {
  return overhang / Math.max(sheets - 1, 1)
}
