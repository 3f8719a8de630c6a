// The headings of the chapters as nested contents, in reading order, for the navigation document and for the NCX that
// older readers want.
import type { Element, Nodes } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { DataMap } from 'vfile'

type Chapter = NonNullable<DataMap['chapters']>[number]

/** A line of the contents, with those below it. */
export interface Entry {
  title: string
  href: string
  entries: Entry[]
}

const HEADING = /^h([2-6])$/u

/** One entry a chapter; below it its subheadings that have an id and words. */
export function outline(chapters: readonly Chapter[]): Entry[] {
  return chapters.map(({ filename, title, tree }) => {
    const top: Entry = { title, href: filename, entries: [] }
    const path: { level: number; entry: Entry }[] = [{ level: 1, entry: top }]
    for (const heading of subheadings(tree)) {
      const level = Number(HEADING.exec(heading.tagName)?.[1])
      const entry = {
        title: words(heading),
        href: `${filename}#${heading.properties.id}`,
        entries: []
      }
      while (path.length > 1 && (path.at(-1)?.level ?? 0) >= level) path.pop()
      path.at(-1)?.entry.entries.push(entry)
      path.push({ level, entry })
    }
    return top
  })
}

function subheadings(tree: Element): Element[] {
  const found: Element[] = []
  visit(tree, 'element', (node) => {
    if (node.properties['epub:type'] === 'footnotes') return SKIP
    if (HEADING.test(node.tagName) && node.properties.id && words(node)) found.push(node)
    return undefined
  })
  return found
}

function words(heading: Element): string {
  return gather(heading).replace(/\s+/gu, ' ').trim()
}

/** The text without the note calls. */
function gather(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element' || node.properties.role === 'doc-noteref') return ''
  return node.tagName === 'br' ? ' ' : node.children.map(gather).join('')
}
