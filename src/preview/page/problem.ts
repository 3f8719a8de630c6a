// What stops the manuscript from being built, above the pages, which are those of the save before.
import type { Told } from '../told.ts'
import { make, part } from './elements.ts'

/** @param open opens the manuscript at the place */
export function showProblem(
  { problem, path, pages }: Told,
  open: (line: number, column: number) => void
): void {
  const section = part('.problem')
  section.hidden = problem === undefined
  document.documentElement.classList.toggle('broken', problem !== undefined)
  if (!problem) return section.replaceChildren()
  const { reason, rule, line, column = 1, excerpt } = problem
  const said: Node[] = []
  if (line !== undefined) {
    const name = path.split(/[/\\]/u).at(-1) ?? path
    const place = make('button', 'place', `${name}:${line}:${column}`)
    place.addEventListener('click', () => open(line, column))
    said.push(place, new Text(' '))
  }
  said.push(...withCode(reason))
  if (rule !== undefined) said.push(make('span', 'rule', rule))
  const lines = [make('p', '')]
  lines[0]?.append(...said)
  if (excerpt) {
    const [before, marked, after] = excerpt
    const quoted = make('pre', '', before)
    quoted.append(make('mark', '', marked), after)
    lines.push(quoted)
  }
  if (pages.length > 0) lines.push(make('p', 'still', 'The pages are those of the save before.'))
  section.replaceChildren(...lines)
}

/** A text whose stretches in backticks are code. */
export function withCode(text: string): Node[] {
  return text
    .split('`')
    .map((d, index) => (index % 2 === 1 ? make('code', '', d) : document.createTextNode(d)))
}
