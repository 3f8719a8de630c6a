// The document that Paged.js is given, as one file that any browser opens: pages, fonts and pictures are in it, so that
// laying it out asks for nothing from outside. Every page is a section of its own, which plain pagedjs-cli sets as well.
import type { Root } from 'hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { readOwn } from '../assets.ts'
import type { Picture } from '../assets.ts'
import { sheetOf } from '../composition.ts'
import type { Composition, Wrap } from '../composition.ts'
import type { Edition } from '../edition.ts'
import { fontRules } from './fonts.ts'
import { pageElement } from './page-html.ts'
import { styleNames } from './style-rules.ts'

/** @param pictures those that the pages name, by name */
export async function printHtml(
  composition: Composition,
  edition: Edition,
  pictures: ReadonlyMap<string, Picture>
): Promise<string> {
  const { language } = edition
  const styles = styleNames()
  const writing = { language, styles, begun: new Set<Wrap>() }
  const tree: Root = {
    type: 'root',
    children: composition.pages.map((d) => pageElement(d, writing))
  }
  setPictures(tree, pictures)
  const body = unified().use(rehypeStringify).stringify(tree)
  const { across, down, left, top } = sheetOf(composition)
  const sheets = [
    await fontRules(styles.faces(), body),
    Buffer.from(await readOwn('styles/print.css')).toString('utf8'),
    styles.rules(),
    `@page{size:${across * 720}px ${down * 720}px;margin:0}`,
    `.pg{width:${across * 720}px;height:${down * 720}px}`,
    `.trim{left:${left}px;top:${top}px;width:${composition.width}px;height:${composition.height}px}`
  ]
  return `<!doctype html>
<html lang="${escape(language)}">
<head>
<meta charset="utf-8">
<title>${escape(edition.title)}</title>
<meta name="author" content="${escape(edition.authors.join(', '))}">
<style>
${sheets.join('\n')}
</style>
</head>
<body>
${body}
</body>
</html>
`
}

function setPictures(tree: Root, pictures: ReadonlyMap<string, Picture>): void {
  visit(tree, 'element', (node) => {
    const picture = node.tagName === 'img' ? pictures.get(String(node.properties.src)) : undefined
    if (!picture) return
    const bytes = Buffer.from(picture.bytes).toString('base64')
    node.properties.src = `data:${picture.type};base64,${bytes}`
  })
}

/** For text and for attributes in double quotes (HTML Standard, 13.3). */
function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
