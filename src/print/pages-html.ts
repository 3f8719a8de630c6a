// Composed pages in, the HTML of each out, with the style sheet that they share: for whoever shows pages in a browser, as
// the preview does, and does not print them. A page that is the same object as before is not written again.
import type { Element, Root } from 'hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { readOwn } from '../assets.ts'
import type { ComposedPage, Composition, Wrap } from '../composition.ts'
import type { FaceName } from '../faces.ts'
import { pageElement } from './page-html.ts'
import { styleNames } from './style-rules.ts'

/** The pages of a composition as a browser shows them: a page is as wide as its trim, at ten CSS pixels a point. */
export interface PagesHtml {
  /** A `section` a page, in their order. It does not say its lines of the manuscript: what looks the same is the same. */
  pages: readonly string[]
  /** Without the faces, which `fontRules` writes. */
  css: string
  /** Faces in use. */
  faces: readonly FaceName[]
}

/** Writes pages; what it has written before, it keeps as long as the pages are kept. */
export type WritePages = (composition: Composition, language: string) => PagesHtml

/** What only print and whoever reads its pages need. */
const NAMES = /^(?:id|href|role|data[A-Z].*)$/u
/** Tells the finishing of the PDF what goes on from another page, or is a note. */
const TOLD_IN_LANGUAGE = /-x-.*$/u

/**
 * @param address where the browser finds a picture, by its name in `file.data.pictures`
 * @param bare without names, links and roles, so that a page may stand twice in a document, and within a link
 */
export async function openPageWriter(
  address: (name: string) => string,
  bare = false
): Promise<WritePages> {
  const sheet = Buffer.from(await readOwn('styles/print.css')).toString('utf8')
  const styles = styleNames()
  const stringify = unified().use(rehypeStringify).freeze()
  const written = new WeakMap<ComposedPage, string>()
  return (composition, language) => {
    const begun = new Set<Wrap>()
    const pages = composition.pages.map((page) => {
      const known = written.get(page)
      if (known === undefined) {
        const html = write(page, language, begun)
        written.set(page, html)
        return html
      }
      for (const wrap of wrapsOf(page)) begun.add(wrap)
      return known
    })
    const { width, height } = composition
    const size = `width:${width}px;height:${height}px`
    const css = [sheet, styles.rules(), `.pg{${size}}`, `.trim{left:0;top:0;${size}}`].join('\n')
    return { pages, css, faces: styles.faces() }
  }

  function write(page: ComposedPage, language: string, begun: Set<Wrap>): string {
    const tree: Root = {
      type: 'root',
      children: [pageElement(page, { language, styles, begun })]
    }
    visit(tree, 'element', (node) => {
      const { tagName, properties } = node
      delete properties.dataLine
      if (tagName === 'img') properties.src = address(String(properties.src))
      if (bare) strip(node, language)
    })
    return stringify.stringify(tree)
  }
}

function strip(node: Element, language: string): void {
  const { lang, ...rest } = node.properties
  const kept = Object.entries(rest).filter(([name]) => !NAMES.test(name))
  const own = String(lang ?? language).replace(TOLD_IN_LANGUAGE, '')
  node.properties = { ...Object.fromEntries(kept), ...(own !== language && { lang: own }) }
  if (node.tagName === 'a') node.tagName = 'span'
}

function wrapsOf({ blocks, notes }: ComposedPage): Wrap[] {
  return [...blocks, ...notes.flatMap((d) => d.blocks)].flatMap((d) => d.within)
}
