// A link of an EPUB leads to the network or to a place in the book. One that leads nowhere (`notes.md`, `#gone`) keeps its
// words and loses its address, with a query; an address with characters that a URI cannot hold gets them escaped.
import { visit } from 'unist-util-visit'
import type { DataMap, VFile } from 'vfile'
import { queryAt } from '../failure.ts'

type Chapters = NonNullable<DataMap['chapters']>

const OUTWARD = /^(?:https?|mailto):/iu
const NOT_IN_A_URI = /[^\w\-.~:/?#@!$&'()*+,;=%]/gu
const LONE_PERCENT = /%(?![\da-f]{2})/giu

/** Mend the links of all chapters in place. */
export function mendLinks(chapters: Chapters, file: VFile): void {
  const places = placesOf(chapters)
  for (const { filename, tree } of chapters) {
    let line = 1
    visit(tree, 'element', (node) => {
      line = node.data?.line ?? node.position?.start.line ?? line
      const { href } = node.properties
      if (typeof href !== 'string') return
      const address = OUTWARD.test(href) ? outward(href) : undefined
      if (address !== undefined) node.properties.href = address
      else if (!places.has(href.startsWith('#') ? `${filename}${href}` : href)) {
        delete node.properties.href
        const reason = `Unexpected link to \`${href}\`, expected \`https:\` or a heading of the text`
        queryAt(file, { line, column: 1 }, 'mend-links', reason)
      }
    })
  }
}

function placesOf(chapters: Chapters): Set<string> {
  const places = new Set<string>()
  for (const { filename, tree } of chapters) {
    places.add(filename)
    visit(tree, 'element', ({ properties }) => {
      if (properties.id !== undefined) places.add(`${filename}#${String(properties.id)}`)
    })
  }
  return places
}

/** The address as a URI, or undefined when nothing can be made of it. */
function outward(href: string): string | undefined {
  try {
    const address = new URL(href).href.replace(LONE_PERCENT, '%25')
    return address.replace(NOT_IN_A_URI, encodeURIComponent)
  } catch {
    return undefined
  }
}
