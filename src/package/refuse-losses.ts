// What may not go into an EPUB, or would be lost on the way, stops the build with its line: elements that run or load,
// attributes that a reading system would not understand, and characters that XML cannot hold.
import type { Element } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { DataMap, VFile } from 'vfile'
import type { Edition } from '../edition.ts'
import { failAt } from '../failure.ts'

type Chapter = NonNullable<DataMap['chapters']>[number]

const INLINE =
  'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr'
const BLOCKS =
  'address article aside blockquote caption col colgroup dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li ol p pre section table tbody td tfoot th thead tr ul'
const KNOWN = new Set([...INLINE.split(' '), ...BLOCKS.split(' '), 'svg'])
const RUNS = /^(script|foreignObject|style|use|image|a|animate\w*|set)$/u
/** What XML 1.0 cannot hold, even escaped: https://www.w3.org/TR/xml/#charsets */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

/** @throws {VFileMessage} exit 2 at the line of the first such thing */
export function refuseLosses(chapter: Chapter, file: VFile): void {
  let line = 1
  const stop = (reason: string): never => failAt(file, { line, column: 1 }, 'refuse-losses', reason)
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

/** @throws {VFileMessage} exit 3 for a character in the front matter that XML cannot hold */
export function refuseMetadata(edition: Edition, file: VFile): void {
  const said = Object.values(edition)
    .flat()
    .filter((d) => typeof d === 'string')
  refuseCharacter(said.join('\n'), (reason) =>
    failAt(file, { line: 1, column: 1 }, 'front-matter', reason, 3)
  )
}

/**
 * Stop for what the sanitiser warned of, at the first element that has it, or else where the chapter begins.
 *
 * @throws {VFileMessage} exit 2 always
 */
export function refuseWarning(tree: Element | undefined, warning: string, file: VFile): never {
  const attribute = /attribute (\S+) isn't allowed/u.exec(warning)?.[1]?.replace(/[-:]/gu, '')
  let line: number | undefined
  let first: number | undefined
  let found: number | undefined
  visit(tree ?? { type: 'root', children: [] }, 'element', (node) => {
    line = node.data?.line ?? node.position?.start.line ?? line
    first ??= line
    const names = Object.keys(node.properties).map((d) => d.replace(/[-:]/gu, '').toLowerCase())
    if (attribute !== undefined && names.includes(attribute)) found ??= line
  })
  const reason = `Unexpected markup that an EPUB would lose: ${warning}`
  return failAt(file, { line: found ?? first ?? 1, column: 1 }, 'refuse-losses', reason)
}

/** Stop with a reason if the text holds a character that XML cannot hold. */
function refuseCharacter(text: string, stop: (reason: string) => never): void {
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
