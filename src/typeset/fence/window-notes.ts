// Which notes stand between two fences: those that stood there, and new ones that are called there.
import type { Rows } from './copy.ts'
import { joinParts, sizeOf } from './fenced-pages.ts'
import type { FencedPage, Part } from './fenced-pages.ts'
import type { Job } from './job.ts'

/**
 * @param called numbers of the notes that the text between the fences calls
 * @returns undefined where the call of a note has gone elsewhere
 */
export function notesOf(
  job: Job,
  pages: readonly FencedPage[],
  called: ReadonlySet<number>
): Part[] | undefined {
  const stood = joinParts(pages.flatMap((d) => d.notes)).toSorted((a, b) => a.of - b.of)
  const isOld = new Set(job.notes.pairs.values())
  const calledBefore = new Set(
    pages.flatMap((d) => d.oldBlocks).flatMap((d) => [...calledIn(job.text, d)])
  )
  for (const part of stood) {
    // A note from before goes on; one whose call has gone elsewhere does not stay.
    const old = [...job.notes.pairs].find(([, now]) => now === part.of)?.[0] ?? -1
    if (!called.has(part.of + 1) && part.from === 0 && calledBefore.has(old + 1)) return undefined
  }
  const added = [...called].filter((d) => !isOld.has(d - 1))
  const fresh = added.map((d): Part => ({ of: d - 1, from: 0, to: sizeOf(job.notes.now, d - 1) }))
  return [...stood, ...fresh].toSorted((a, b) => a.of - b.of)
}

function calledIn({ old }: Rows, { of }: Part): number[] {
  return [...(old.matters[of]?.settings[0]?.calls.values() ?? [])].flat()
}
