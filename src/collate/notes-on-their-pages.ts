// Where each note stands: it begins on the page of its first call, and what does not fit there goes on at the foot of the
// next pages. Comes in: each note's parts and the page of its call; a note elsewhere stops the build.
import type { VFile } from 'vfile'
import { failAt } from '../failure.ts'
import type { PlacedNote } from './page-words.ts'
import type { Spot } from './words.ts'

const RULE = 'notes-on-their-pages'
const ADVICE = 'nothing was written; this is a fault of the press'

/**
 * @param pages page of each note's first call
 * @param spots where the manuscript has the words of each note
 * @throws {VFileMessage} exit 2 at the note's first line
 */
export function notesOnTheirPages(
  file: VFile,
  notes: ReadonlyMap<number, PlacedNote>,
  pages: ReadonlyMap<number, number>,
  spots: ReadonlyMap<number, Spot>
): void {
  for (const [number, { parts }] of notes) {
    const fault = faultOf(parts, pages.get(number))
    if (!fault) continue
    const { found, wanted } = fault
    const place = spots.get(number) ?? { line: 1, column: 1 }
    const reason = `Unexpected note ${number} ${found}, expected it ${wanted}: ${ADVICE}`
    failAt(file, { line: place.line, column: place.column }, RULE, reason)
  }
}

function faultOf(
  parts: PlacedNote['parts'],
  called: number | undefined
): { found: string; wanted: string } | undefined {
  let last: number | undefined
  for (const { page, continued } of parts) {
    if (called === undefined)
      return { found: `on page ${page}`, wanted: 'to be called by the text of a page' }
    if (last === undefined && (page !== called || continued))
      return { found: `on page ${page}`, wanted: `to begin on page ${called}, where its call is` }
    if (last !== undefined && !continued)
      return { found: `twice, on pages ${called} and ${page}`, wanted: 'once' }
    if (last !== undefined && page !== last + 1)
      return { found: `on page ${page}`, wanted: `to go on at the foot of page ${last + 1}` }
    last = page
  }
  return undefined
}
