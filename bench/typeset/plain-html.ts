// The same manuscript as plain HTML for pagedjs-cli, set as its manual shows: justified, `hyphens: auto`, notes as
// `float: footnote` at their calls, in the face, sizes and measure of the classic design. No more is done for it.
import type { Element, ElementContent, Nodes as Hast } from 'hast'
import type { FootnoteDefinition, Nodes, Root } from 'mdast'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { home } from '../../src/assets.ts'
import { parseManuscript } from '../../src/manuscript.ts'

type Notes = ReadonlyMap<string, FootnoteDefinition>

const FACES = [
  ['400', 'normal', '400Regular/EBGaramond_400Regular.ttf'],
  ['400', 'italic', '400Regular_Italic/EBGaramond_400Regular_Italic.ttf'],
  ['700', 'normal', '700Bold/EBGaramond_700Bold.ttf']
] as const

/** A whole document for the trim that the manuscript names. */
export function plainHtml(manuscript: string): string {
  const file = new VFile({ path: 'manuscript.md', value: manuscript })
  const tree = parseManuscript(file)
  const { edition } = file.data
  if (!edition) throw new Error('parseManuscript sets the edition')
  const notes = notesOf(tree)
  const set = new Set<string>()
  const titleNote = notes.get(edition.titleNote?.toLowerCase() ?? '')
  const note = titleNote ? toHtml(noteAt(titleNote, notes, set)) : ''
  const text: Root = {
    ...tree,
    children: tree.children.filter((d) => d.type !== 'footnoteDefinition')
  }
  const [title, author] = [edition.title, edition.authors.join(', ')].map(escape)
  return `<!doctype html>
<html lang="${escape(edition.language)}"><head><meta charset="utf-8"><title>${title}</title>
<style>${faces()}${sheet(edition.trim.width, edition.trim.height)}</style></head><body>
<header><h1>${title}${note}</h1><p>${author}</p></header>
${toHtml(toHast(text, notes, set))}
</body></html>
`
}

function notesOf(tree: Root): Notes {
  const notes = new Map<string, FootnoteDefinition>()
  visit(tree, 'footnoteDefinition', (d) => {
    if (!notes.has(d.identifier)) notes.set(d.identifier, d)
  })
  return notes
}

/** HTML with each note inside a span at its first call; a later call is left out, since Paged.js has none. */
function toHast(tree: Nodes, notes: Notes, set: Set<string>): Hast {
  return unified()
    .use(remarkRehype, {
      handlers: {
        footnoteReference: (_: unknown, node: { identifier: string }): ElementContent[] => {
          const note = notes.get(node.identifier)
          return note && !set.has(node.identifier) ? [noteAt(note, notes, set)] : []
        }
      }
    })
    .runSync(tree as Root)
}

function noteAt(note: FootnoteDefinition, notes: Notes, set: Set<string>): Element {
  set.add(note.identifier)
  const inner = toHast({ type: 'root', children: note.children }, notes, set)
  const blocks = inner.type === 'root' ? inner.children.filter((d) => d.type === 'element') : []
  // A paragraph inside a span would end the paragraph of the call.
  const children = blocks.flatMap((d) => [...d.children, { type: 'text' as const, value: ' ' }])
  return { type: 'element', tagName: 'span', properties: { className: ['note'] }, children }
}

function toHtml(tree: Hast): string {
  return unified()
    .use(rehypeStringify)
    .stringify(tree.type === 'root' ? tree : { type: 'root', children: [tree as Element] })
}

function faces(): string {
  const folder = join(home, 'node_modules/@expo-google-fonts/eb-garamond')
  const rules = FACES.map(([weight, style, path]) => {
    const url = pathToFileURL(join(folder, path)).href
    return `@font-face{font-family:Garamond;font-weight:${weight};font-style:${style};src:url(${url})}`
  })
  return rules.join('\n')
}

/** Margins as on a classic A5 page, in proportion. */
function sheet(width: number, height: number): string {
  const part = (of: number, whole: number) => `${((of * whole) / 1000).toFixed(3)}mm`
  const [inner, outer] = [part(108.1, width), part(121.6, width)]
  const [top, bottom] = [part(85.7, height), part(95.2, height)]
  return `
@page{size:${width}mm ${height}mm;margin:${top} ${outer} ${bottom} ${inner};@bottom-center{content:counter(page)}}
@page:left{margin-left:${outer};margin-right:${inner}}
body{font:10.5pt/14pt Garamond,serif;text-align:justify;hyphens:auto;margin:0;widows:2;orphans:2}
p{margin:0;text-indent:1.5em}h1,h2,h3,h4{text-align:center;break-after:avoid;hyphens:none}
h1{font-size:18pt;line-height:28pt}h2{font-size:14pt;line-height:14pt;margin:28pt 0 14pt}
h3,h4{font-size:10.5pt;line-height:14pt;margin:14pt 0}h2+p,h3+p,h4+p,header p{text-indent:0}
header{break-after:page;text-align:center}blockquote{margin:7pt 1.5em}blockquote p{text-indent:0}
.note{float:footnote;font-size:8.5pt;line-height:10.5pt;text-indent:0}
.note::footnote-call,.note::footnote-marker{font-size:.7em;line-height:0;vertical-align:super}
`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
