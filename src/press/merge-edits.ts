// What an editor did to a manuscript, and what a new import makes of its source, brought together (three-way merge: Khanna,
// Kunal, Pierce, A formal investigation of diff3, 2007). Paragraph by paragraph, then word by word; where both changed the
// same words differently, both stand in the manuscript between marks, and nothing is lost.
import { diff3Merge } from 'node-diff3'
import { CONFLICT_MARKS } from '../manuscript/conflict-marks.ts'

/** The merged text. */
export interface Merged {
  text: string
  /** Line of each pair that someone has to choose from, from 1. */
  conflicts: readonly number[]
  /** How many paragraphs were taken over from the new import. */
  taken: number
}

const PARAGRAPHS = /[^]+?(?:\n{2,}|$)/gu
const WORDS = /\s+|[^\s]+/gu
const LONGEST = 20_000

/**
 * Merge an edited manuscript with a new import.
 *
 * @param base the manuscript as it was imported last
 * @param edited what has become of it
 * @param fresh the manuscript as imported now
 */
export function mergeEdits(base: string, edited: string, fresh: string): Merged {
  const [a = [], o = [], b = []] = [edited, base, fresh].map((d) => divide(d, PARAGRAPHS))
  const known = new Set(a)
  const merged = { text: '', conflicts: [] as number[], taken: 0 }
  let line = 1
  const add = (text: string): void => {
    merged.text += text
    line += text.split('\n').length - 1
  }
  for (const { ok, conflict } of diff3Merge(a, o, b, LOOSE)) {
    merged.taken += (ok ?? []).filter((d) => !known.has(d)).length
    if (ok) add(ok.join(''))
    if (!conflict) continue
    const [ours = '', before = '', theirs = ''] = [conflict.a, conflict.o, conflict.b].map((d) =>
      d.join('')
    )
    const both = mergeWords(before, ours, theirs)
    if (both === undefined) merged.conflicts.push(line)
    else merged.taken++
    add(both ?? marked(ours, theirs))
  }
  return merged
}

function divide(text: string, pattern: RegExp): string[] {
  return text.match(pattern) ?? []
}

const LOOSE = { excludeFalseConflicts: true } as const

/** The words of both, or undefined where they cannot be told apart. */
function mergeWords(base: string, edited: string, fresh: string): string | undefined {
  if (base.length + edited.length + fresh.length > LONGEST) return undefined
  const [a = [], o = [], b = []] = [edited, base, fresh].map((d) => divide(d, WORDS))
  const regions = diff3Merge(a, o, b, LOOSE)
  return regions.some((d) => d.conflict) ? undefined : regions.flatMap((d) => d.ok ?? []).join('')
}

function marked(edited: string, fresh: string): string {
  const end = /\n*$/u.exec(edited)?.[0] || '\n\n'
  const piece = (text: string) => (text.trim() === '' ? '' : `${text.trim()}\n\n`)
  return `${CONFLICT_MARKS.edited}\n\n${piece(edited)}${CONFLICT_MARKS.imported}\n\n${piece(fresh)}${CONFLICT_MARKS.end}${end}`
}
