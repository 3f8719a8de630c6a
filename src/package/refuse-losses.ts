// What may not go into an EPUB, or would be lost on the way, stops the build with its line: elements that run or load,
// attributes that a reading system would not understand, and characters that XML cannot hold.
import type { Element } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { DataMap, VFile } from 'vfile'
import { failAt } from '../failure.ts'

type Chapter = NonNullable<DataMap['chapters']>[number]

const INLINE =
  'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr'
const BLOCKS =
  'address article aside blockquote caption col colgroup dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li ol p pre section table tbody td tfoot th thead tr ul'
const KNOWN = new Set([...INLINE.split(' '), ...BLOCKS.split(' '), 'svg'])
const RUNS = /^(script|foreignObject|style|use|image|a|animate\w*|set)$/u
/** What XML 1.0 cannot hold, even escaped. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/u

/** @throws {VFileMessage} exit 2 at the line of the first such thing */
export function refuseLosses(chapter: Chapter, file: VFile): void {
  let line = 1
  const stop = (reason: string): never =>
    failAt(file, { line, column: 1 }, 'refuse-losses', reason)
  visit(chapter.tree, (node) => {
    if (node.type === 'text') refuseCharacter(node.value, stop)
    if (node.type !== 'element') return undefined
    line = node.data?.line ?? node.position?.start.line ?? line
    if (!KNOWN.has(node.tagName)) stop(`Unexpected \`<${node.tagName}>\`, the EPUB cannot hold it`)
    refuseAttributes(node, stop)
    if (node.tagName !== 'svg') return undefined
    refuseActiveDrawing(node, stop)
    return SKIP
  })
}

/** Stop with a reason if the text holds a character that XML cannot hold. */
export function refuseCharacter(text: string, stop: (reason: string) => never): void {
  const code = FORBIDDEN.exec(text)?.[0].codePointAt(0)
  if (code === undefined) return
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  stop(`Unexpected character \`${name}\`, an EPUB cannot hold it`)
}

function refuseAttributes(node: Element, stop: (reason: string) => never): void {
  for (const [name, value] of Object.entries(node.properties)) {
    if (/^on|^style$|^about$|^srcSet$/iu.test(name))
      stop(`Unexpected \`${name}\` in \`<${node.tagName}>\`, the EPUB cannot hold it`)
    refuseCharacter(String(value), stop)
  }
}

function refuseActiveDrawing(drawing: Element, stop: (reason: string) => never): void {
  visit(drawing, 'element', (node) => {
    if (RUNS.test(node.tagName)) stop(`Unexpected \`<${node.tagName}>\` in a drawing`)
    refuseAttributes(node, stop)
    const { href, xLinkHref } = node.properties
    if (href ?? xLinkHref) stop('Unexpected link in a drawing')
  })
}
