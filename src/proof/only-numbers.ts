// Two composed pages in, whether nothing but the numbers of notes tells them apart out: the same words in the same lines, at
// the same height.
import type { ComposedPage, PlacedLine } from '../composition.ts'

/** Whether the lines stand where they stood, and only their notes have other numbers. */
export function onlyNumbers(one: ComposedPage, other: ComposedPage): boolean {
  const [before, after] = [linesOf(one), linesOf(other)]
  return before.length === after.length && before.every((d, index) => d === after[index])
}

/** Each with its height and without its note calls, which alone are set in superior figures. */
function linesOf({ blocks, notes }: ComposedPage): string[] {
  const all = [...blocks, ...notes.flatMap((d) => d.blocks)]
  return all.flatMap((d) => [d.picture?.src ?? '', ...d.lines.map(wordsIn)])
}

function wordsIn({ line, top }: PlacedLine): string {
  const words = line.pieces.filter((d) => !d.run.style.features.includes('sups'))
  return `${top} ${words.map((d) => d.text).join('')}`
}
