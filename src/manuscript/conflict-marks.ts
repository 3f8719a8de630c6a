// What stands around two versions of a paragraph where an edited manuscript and a new import differ: the marks that
// `press import` writes, and that nobody may print.

/** Each alone on its line, in the body and never in the front matter; comments, so that the rest can still be read. */
export const CONFLICT_MARKS = {
  edited: '<!-- conflict: as edited -->',
  imported: '<!-- conflict: as imported -->',
  end: '<!-- conflict: end -->'
} as const

/** Lines of a manuscript that are such marks, from 1. */
export function conflictLines(text: string): number[] {
  const marks = new Set<string>(Object.values(CONFLICT_MARKS))
  return text.split('\n').flatMap((line, i) => (marks.has(line.trim()) ? [i + 1] : []))
}
