// What the EPUB says of itself to readers who cannot see it (schema.org's terms,
// https://www.w3.org/TR/epub-a11y-11/#sec-disc-package). Each claim is one that the file keeps; nobody has certified it
// against WCAG, so it does not say so.
import type { Element } from 'hast'
import { visit } from 'unist-util-visit'
import type { DataMap } from 'vfile'

type Chapter = NonNullable<DataMap['chapters']>[number]

/** Values of the accessibility metadata. */
export interface Claims {
  modes: readonly string[]
  /** Which modes together are enough to read everything. */
  sufficient: string
  features: readonly string[]
  hazard: 'none' | 'unknown'
  summary: string
}

const ALWAYS = [
  'displayTransformability',
  'readingOrder',
  'structuralNavigation',
  'tableOfContents',
  'unlocked'
]
const PAGED = ['pageBreakMarkers', 'pageNavigation']
const STILL = /\.(?:png|jpe?g)$/u

/**
 * The claims that these chapters can keep.
 *
 * @param paged the pages of the print edition are marked
 */
export function claimsOf(chapters: readonly Chapter[], paged: boolean): Claims {
  const pictures = chapters.flatMap((d) => picturesIn(d.tree))
  const described = pictures.every((d) => String(d.properties.alt ?? '').trim() !== '')
  // A drawing or a GIF may move; whether it flashes, nobody has measured.
  const still = pictures.every((d) => STILL.test(String(d.properties.src ?? '')))
  const noted = chapters.some((d) => has(d.tree, 'doc-noteref'))
  const reached = [
    'headings',
    'contents',
    noted && 'notes with links there and back',
    paged && 'the pages of the print edition'
  ].filter((d) => d !== false)
  const words = `There is access by ${reached.slice(0, -1).join(', ')} and ${reached.at(-1)}.`
  const seen = described ? 'Every picture has a description.' : 'Some pictures have no description.'
  return {
    modes: pictures.length > 0 ? ['textual', 'visual'] : ['textual'],
    sufficient: described ? 'textual' : 'textual,visual',
    features: [
      ...(pictures.length > 0 && described ? ['alternativeText'] : []),
      ...ALWAYS,
      ...(paged ? PAGED : [])
    ].toSorted(),
    hazard: still ? 'none' : 'unknown',
    summary: pictures.length > 0 ? `${words} ${seen}` : `${words} There are no pictures.`
  }
}

function has(tree: Element, role: string): boolean {
  let found = false
  visit(tree, 'element', ({ properties }) => {
    found ||= properties.role === role
  })
  return found
}

function picturesIn(tree: Element): Element[] {
  const found: Element[] = []
  visit(tree, 'element', (node) => {
    if (node.tagName === 'img' || node.tagName === 'svg') found.push(node)
  })
  return found
}
