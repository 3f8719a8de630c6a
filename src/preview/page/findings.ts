// Findings beside the pages: a list in the order of the pages, each a way to its place, and a sign at the page itself.
import type { Told, ToldFinding } from '../told.ts'
import type { Book } from './book.ts'
import { make, part } from './elements.ts'
import { withCode } from './problem.ts'

export interface Findings {
  told: (told: Told) => void
  toggle: () => void
}

/** @param show goes to the page, and marks the line */
export function openFindings(
  book: Book,
  show: (finding: ToldFinding, leaf: HTMLElement | undefined) => void,
  resized: () => void
): Findings {
  const panel = part('aside.findings')
  const list = part('ol', panel)
  const count = part('.count')
  let last = ''
  return { told, toggle }

  function told({ findings, pages }: Told): void {
    const key = JSON.stringify([findings, pages.map((d) => d.id)])
    if (key === last) return
    last = key
    count.textContent = findings.length === 0 ? '' : String(findings.length)
    const inOrder = findings.toSorted(
      (a, b) =>
        (a.page ?? Infinity) - (b.page ?? Infinity) || (a.line ?? Infinity) - (b.line ?? Infinity)
    )
    list.replaceChildren(...inOrder.map((d) => item(d, pages)))
    if (findings.length === 0) list.append(make('li', 'none', 'None'))
    for (const [index, { id }] of pages.entries()) {
      const here = findings.filter((d) => d.page === index).length
      const label = book.leafOf(id)?.querySelector<HTMLElement>('.preview-label')
      if (label)
        label.dataset.findings =
          here === 0 ? '' : ` · ${here} ${here === 1 ? 'finding' : 'findings'}`
    }
  }
  function item(finding: ToldFinding, pages: Told['pages']): HTMLElement {
    const { page, line, reason, rule } = finding
    const shown = page === undefined ? undefined : pages[page]
    const place = [shown && `page ${shown.label}`, line && `line ${line}`].filter(Boolean)
    const button = make('button', 'finding')
    button.setAttribute('type', 'button')
    const said = make('span', 'reason')
    said.append(...withCode(reason))
    button.append(make('span', 'place', place.join(', ')), said, make('span', 'rule', rule))
    button.addEventListener('click', () => show(finding, shown && book.leafOf(shown.id)))
    const entry = make('li', '')
    entry.append(button)
    return entry
  }
  function toggle(): void {
    panel.hidden = !panel.hidden
    document.documentElement.classList.toggle('with-findings', !panel.hidden)
    resized()
  }
}
