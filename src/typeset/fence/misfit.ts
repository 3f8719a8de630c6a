// A page that its text does not come out on: by how many characters it is too long or too short, and where on the page the
// fewest would do.
import type { VFile } from 'vfile'
import { queryAt } from '../../failure.ts'
import type { Part } from './fenced-pages.ts'
import { correctedLine, remediesFor } from './remedies.ts'
import type { Found, Remedy } from './remedies.ts'
import type { Job } from './job.ts'

/** A page that the corrected text does not come out on. */
export interface Misfit {
  /** Number of the page, and what it is called; 0 and '' where no fence can be put, as the text is another. */
  page: number
  label: string
  /** Manuscript line of what was corrected there. */
  line: number
  /** In the paragraph that was corrected; missing where nothing was found that would do. */
  own?: Remedy
  /** In another of the page, where fewer characters do. */
  other?: Remedy
  reason: string
}

/** Letters more or fewer, half a dozen lines, for which no single cut that is tried can make up. */
const MOST = 400

/** Where no fence can be put at all. */
export const OTHER_TEXT: Misfit = {
  page: 0,
  label: '',
  line: 0,
  reason:
    'Unexpected sections, or a design, other than those that were approved, expected corrections of the text alone: approve the pages anew'
}

/** Warnings, each at the paragraph that was corrected. */
export function tellMisfits(file: VFile, misfits: readonly Misfit[]): void {
  for (const { line, reason } of misfits)
    queryAt(file, { line: Math.max(1, line), column: 1 }, 'fence', reason)
}

/** @param tried whether it is tried what would do */
export function misfitOf(
  job: Job,
  index: number,
  { number, label }: { number: number; label: string },
  tried: boolean
): Misfit {
  const page = job.pages[index]
  if (!page) throw new Error('A misfit on a page that there is not')
  const more = lettersOn(page.blocks, page.notes) - lettersOn(page.oldBlocks, page.oldNotes)
  if (Math.abs(more) > MOST) {
    const line = correctedLine(job, page)
    return { page: number, label, line, reason: sayFarMore(label, more) }
  }
  const [likely, unlikely] = more >= 0 ? ([1, -1] as const) : ([-1, 1] as const)
  const found = tried ? remediesFor(job, index, likely) : []
  const remedies = found.length > 0 || !tried ? found : remediesFor(job, index, unlikely)
  const own = smallest(remedies.filter((d) => d.corrected))
  const other = smallest(remedies.filter((d) => !d.corrected))
  const nearer = other && (!own || Math.abs(other.cut) < Math.abs(own.cut)) ? other : undefined
  const line = own?.line ?? correctedLine(job, page)
  const reason = sayMisfit(label, own, nearer)
  const misfit = { page: number, label, line, reason }
  return { ...misfit, ...(own && { own }), ...(nearer && { other: nearer }) }
}

function sayFarMore(label: string, more: number): string {
  const what = more > 0 ? 'more' : 'fewer'
  return `Unexpected ${Math.abs(more)} characters ${what} on page ${label} than when it was approved, expected about as many: undo part of the correction, or approve the pages anew`
}

const smallest = (found: readonly Found[]): Remedy | undefined => {
  const [best] = found.toSorted((a, b) => Math.abs(a.cut) - Math.abs(b.cut))
  if (!best) return undefined
  const { corrected: _, ...remedy } = best
  return remedy
}

function sayMisfit(label: string, own: Remedy | undefined, other: Remedy | undefined): string {
  const main = own ?? other
  if (!main)
    return `Unexpected text that page ${label} cannot hold, expected one that it can: undo the correction, or approve the pages anew`
  const many = Math.abs(main.cut)
  const what = `${many} ${many === 1 ? 'character' : 'characters'} too ${main.cut > 0 ? 'many' : 'few'}`
  const verb = main.cut > 0 ? 'cut' : 'add'
  const at = ({ line, from, to }: Remedy) => `between “${from}” and “${to}” (line ${line})`
  const also = own && other ? `, or ${Math.abs(other.cut)} ${at(other)}` : ''
  return `Unexpected ${what} for page ${label}, expected as many as it holds: ${verb} ${many} ${at(main)}${also}`
}

const lettersOn = (...parts: readonly (readonly Part[])[]): number =>
  parts.flat().reduce((sum, d) => sum + d.to - d.from, 0)
