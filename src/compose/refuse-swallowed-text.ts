// Stop at raw HTML that swallows the words after it: an unclosed comment, script or style, a `<plaintext>`. HTML reads all
// up to the closing tag as something other than text, and Markdown hands it on as one piece.
//
//     <!-- a remark that nobody closed      ← the rest of the manuscript would be gone
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { failAt } from '../failure.ts'

/** Elements whose content HTML does not read as text (HTML Standard, 13.2.5, raw text and RCDATA). */
const OPENING =
  /<(script|style|textarea|title|xmp|plaintext|iframe|noembed|noframes|noscript|template|select)(?=[\s/>])/giu

/** @throws {VFileMessage} exit 2 with the place of the tag */
export function refuseSwallowedText(tree: Root, file: VFile): void {
  visit(tree, 'html', (node) => {
    const open = node.value.lastIndexOf('<!--')
    if (open !== -1 && node.value.indexOf('-->', open + 2) === -1) stop(node, '<!--', '-->')
    for (const [, name = ''] of node.value.matchAll(OPENING)) {
      const tag = name.toLowerCase()
      const closed = node.value.toLowerCase().lastIndexOf(`</${tag}`) !== -1
      if (!closed || tag === 'plaintext') stop(node, `<${tag}>`, `</${tag}>`)
    }
  })

  function stop(node: Root['children'][number], open: string, close: string): never {
    const reason = `Unexpected \`${open}\`, expected \`${close}\` in the same block: the words after it would be lost`
    return failAt(file, node, 'swallowed-text', reason)
  }
}
