// A number of pages in, the thickness of the spine out.

/** Sheets of more pages are not stapled through their fold: they get a back. */
const MOST_STAPLED = 64
/** Pages of a sheet that is folded once. */
const SHEET = 4
/** Paper of 80 grams: a tenth of a millimetre. */
const CALIPER = 0.1

/**
 * @param caliper thickness of a leaf, in millimetres
 * @returns millimetres; 0 for a pamphlet that is stapled
 */
export function spineOf(pages: number, caliper: number = CALIPER): number {
  const printed = Math.ceil(pages / SHEET) * SHEET
  return printed <= MOST_STAPLED ? 0 : (printed / 2) * caliper
}
