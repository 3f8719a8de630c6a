// A proof in, the text of it out that a person can read in a diff: the golden `proof.txt`.
import type { Mark, PageChange, Proof, ProofedEdit } from '../../src/proof.ts'

/** All that a proof says, with the pages of its marks. */
export function proofText(proof: Proof): string {
  const { edits, pages, moves, faults, sheets, verdict } = proof
  const rows = [
    verdict,
    ...edits.flatMap(editRows),
    ...pages.map(pageRow),
    ...moves.map((d) => `move: ${d.what} ${d.name}: ${d.from} → ${d.to}`),
    ...faults.map((d) => `fault: ${d.rule}: ${d.reason}`),
    `sheets: ${sheets.old} → ${sheets.new}, reprint ${sheets.reprint.join(' ') || 'none'}, ${sheets.blanks} blank, ${sheets.linesFree} lines free`
  ]
  return `${rows.join('\n')}\n`
}

function editRows(edit: ProofedEdit): string[] {
  const at = (spot: { line: number; column: number }) => `${spot.line}:${spot.column}`
  return [
    `edit ${edit.number}: ${edit.kind} at ${at(edit.oldAt)} → ${at(edit.newAt)}`,
    `  old: ${edit.oldText}${marksRow(edit.oldMarks)}`,
    `  new: ${edit.newText}${marksRow(edit.marks)}`,
    `  changed ${edit.changed.join(' ') || 'none'}, pushed ${edit.pushed.join(' ') || 'none'}${edit.end && `: ${edit.end}`}`
  ]
}

function marksRow(marks: readonly Mark[]): string {
  const counts = new Map<string, number>()
  for (const { sign, box } of marks) {
    const name = `${sign} on page ${box.page}`
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const rows = [...counts].map(([name, count]) => `${count} ${name}`)
  return rows.length === 0 ? '' : ` [${rows.join(', ')}]`
}

function pageRow(page: PageChange): string {
  const side = (number: number | undefined, label: string | undefined) =>
    number === undefined ? '–' : `${number} (${label})`
  const edits = page.edits.length === 0 ? '' : `, edit ${page.edits.join(' ')}`
  return `page ${side(page.old, page.oldLabel)} → ${side(page.new, page.newLabel)}: ${page.class}${edits}`
}
