// The pages on the screen: what the server told in, leaves out. A page that looks as before is the same element as before,
// and is not touched.
import type { Told, ToldPage } from '../told.ts'
import { make } from './elements.ts'

export interface Book {
  /** Show these pages; how many of them were drawn. */
  apply: (told: Told) => number
  leaves: () => readonly HTMLElement[]
  leafOf: (id: string) => HTMLElement | undefined
}

/** How long a page shows that it was drawn again, in milliseconds. */
const FRESH = 1600

export function openBook(main: HTMLElement): Book {
  const rules = new CSSStyleSheet()
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules]
  const faces = new Set<string>()
  let leaves: ReadonlyMap<string, HTMLElement> = new Map()
  return { apply, leaves: () => [...leaves.values()], leafOf: (id) => leaves.get(id) }

  function apply(told: Told): number {
    if (told.css !== undefined) rules.replaceSync(told.css)
    for (const { family, weight, style, address } of told.faces) {
      if (faces.has(address)) continue
      faces.add(address)
      document.fonts.add(
        new FontFace(family, `url(${address})`, { weight: String(weight), style, display: 'block' })
      )
    }
    const first = leaves.size === 0
    const drawn = told.pages.filter((d) => !leaves.has(d.id))
    const next = new Map(told.pages.map((d) => [d.id, leaves.get(d.id) ?? leafFor(d, !first)]))
    for (const [id, leaf] of leaves) if (!next.has(id)) leaf.remove()
    let place = main.firstElementChild
    for (const leaf of next.values())
      if (leaf === place) place = place.nextElementSibling
      else main.insertBefore(leaf, place)
    leaves = next
    return drawn.length
  }
}

function leafFor({ id, side, label, html = '' }: ToldPage, fresh: boolean): HTMLElement {
  const leaf = make('section', `preview-leaf ${side}`)
  leaf.dataset.id = id
  leaf.setAttribute('aria-label', `Page ${label}`)
  const paper = make('div', 'preview-paper')
  // What the server has made of the manuscript; a script in it would not run, which its Content-Security-Policy sees to.
  paper.innerHTML = html
  leaf.append(paper, make('span', 'preview-label', label))
  if (fresh) {
    leaf.classList.add('fresh')
    setTimeout(() => leaf.classList.remove('fresh'), FRESH)
  }
  return leaf
}
