// A document in, the same in stretches out: so many pages are laid out and printed at a time that a book of any length
// needs no more memory than that.

/** Even, as Paged.js begins each stretch with a right page. With more, each page takes longer to print; with fewer, fonts are in more often. */
const MOST = 64
const PAGE = '<section class="pg'
const [ID, LINK] = [/ id="(?<name>[^"]*)"/gu, / href="#(?<name>[^"]*)"/gu]

/** A document in stretches. */
export interface Stretches {
  /** The document without its pages. */
  frame: string
  /** Pages in their order, and what they need unseen, so that links lead from and to pages of other stretches. */
  parts: readonly { pages: string; hidden: string }[]
  /** Of all stretches. */
  pages: number
}

/**
 * Cut a document. What begins a page can stand nowhere else, since text has `<` escaped and attributes `"`.
 *
 * @param most pages of a stretch
 */
export function cutStretches(html: string, most: number = MOST): Stretches {
  const [before = '', ...rest] = html.split(PAGE)
  const end = rest.at(-1)?.lastIndexOf('</body>') ?? -1
  const last = rest.at(-1) ?? ''
  const sections = [...rest.slice(0, -1), end < 0 ? last : last.slice(0, end)]
  const names = { places: namesIn(html, ID), links: namesIn(html, LINK) }
  const parts = Array.from({ length: Math.ceil(rest.length / most) }, (_, index) => {
    const pages = sections
      .slice(index * most, (index + 1) * most)
      .map((d) => PAGE + d)
      .join('')
    return { pages, hidden: namesOf(pages, names) }
  })
  return { frame: `${before}</body></html>`, parts, pages: rest.length }
}

interface Names {
  places: ReadonlySet<string>
  links: ReadonlySet<string>
}

/** Chromium makes links only to places that it finds, and tells only of places to which it finds links. */
function namesOf(pages: string, all: Names): string {
  const [places, links] = [namesIn(pages, ID), namesIn(pages, LINK)]
  const elsewhere = [...links].filter((d) => !places.has(d) && all.places.has(d))
  const from = [...places].filter((d) => !links.has(d) && all.links.has(d))
  return [
    ...elsewhere.map((d) => `<a id="${d}"></a>`),
    ...from.map((d) => `<a href="#${d}"></a>`)
  ].join('')
}

function namesIn(html: string, pattern: RegExp): ReadonlySet<string> {
  return new Set([...html.matchAll(pattern)].flatMap((d) => d.groups?.name ?? []))
}
