// The document that Paged.js is given, as one file that any browser opens: styles, fonts and pictures are in it, so that
// laying it out asks for nothing from outside.
import type { Root } from 'hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { readOwn } from '../assets.ts'
import type { Picture } from '../assets.ts'
import type { Edition } from '../edition.ts'
import { fontRules } from './fonts.ts'

const IMPORT = /^@import '(.+)';$/gmu

/** @param pictures those that the tree names, by name */
export async function printHtml(
  tree: Root,
  edition: Edition,
  pictures: ReadonlyMap<string, Picture>
): Promise<string> {
  const body = unified().use(rehypeStringify).stringify(withPictures(tree, pictures))
  const { width, height } = edition.trim
  const styles = [
    await fontRules(body),
    await sheet('print.css'),
    `@page{size:${width}mm ${height}mm}:root{--page-height:${height}mm}`
  ]
  return `<!doctype html>
<html lang="${escape(edition.language)}">
<head>
<meta charset="utf-8">
<title>${escape(edition.title)}</title>
<meta name="author" content="${escape(edition.authors.join(', '))}">
<style>
${styles.join('\n')}
</style>
</head>
<body>
${body}
</body>
</html>
`
}

/** A sheet of styles/ with those that it imports, in their order. */
async function sheet(name: string): Promise<string> {
  const css = Buffer.from(await readOwn(`styles/${name}`)).toString('utf8')
  const parts = [...css.matchAll(IMPORT)].map(async ([, path = '']) => sheet(path))
  return [...(await Promise.all(parts)), css.replace(IMPORT, '')].join('\n')
}

function withPictures(tree: Root, pictures: ReadonlyMap<string, Picture>): Root {
  const copy = structuredClone(tree)
  visit(copy, 'element', (node) => {
    const picture = node.tagName === 'img' ? pictures.get(String(node.properties.src)) : undefined
    if (!picture) return
    const bytes = Buffer.from(picture.bytes).toString('base64')
    node.properties.src = `data:${picture.type};base64,${bytes}`
  })
  return copy
}

/** For text and for attributes in double quotes (HTML Standard, 13.3). */
function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
