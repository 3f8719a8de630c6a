// Stop at raw HTML that swallows the words after it: an unclosed comment, script or style, a `<plaintext>`, a `<?php`. HTML
// reads all up to the closing mark as something other than text, and Markdown hands it on as one piece. In a line of text,
// where each tag is a piece of its own, such an element is stopped even if it is closed.
//
//     <!-- a remark that nobody closed      ← the rest of the manuscript would be gone
import type { Html, Parents, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { failAt } from '../failure.ts'
import { someNode } from '../manuscript/each-node.ts'

const RULE = 'refuse-swallowed-text'
/** Elements whose content HTML does not read as text (HTML Standard, 13.2.5, raw text and RCDATA). */
const OPENING =
  /<(script|style|textarea|title|xmp|plaintext|iframe|noembed|noframes|noscript|template|select)(?=[\s/>])/giu
/** Marks that open what is no element, and what closes each. The words in CDATA are text, which HTML drops all the same. */
const MARKS: readonly (readonly [open: RegExp, close: string])[] = [
  [/<\?/gu, '?>'],
  [/<![a-z]/giu, '>']
]
const CDATA = '<![CDATA['
const COMMENT = /<!--(?:-?>|[^]*?--!?>)/gu

/** @throws {VFileMessage} exit 2 with the place of the tag */
export function refuseSwallowedText(tree: Root, file: VFile): void {
  if (!someNode(tree, (d) => d.type === 'html')) return
  visit(tree, 'html', (node, _, parent) => {
    const open = node.value.lastIndexOf('<!--')
    if (open !== -1 && node.value.indexOf('-->', open + 2) === -1) stop(node, '<!--', '-->')
    const rest = node.value.replace(COMMENT, '')
    if (rest.includes(CDATA))
      failAt(
        file,
        node,
        RULE,
        `Unexpected \`${CDATA}\`, expected its words without it: HTML drops them`
      )
    for (const [mark, close] of MARKS)
      for (const { 0: found, index } of rest.matchAll(mark))
        if (!rest.includes(close, index + found.length)) stop(node, found, close)
    for (const [, name = ''] of rest.matchAll(OPENING)) {
      const tag = name.toLowerCase()
      const closed = rest.toLowerCase().lastIndexOf(`</${tag}`) !== -1
      if (parent && inLine(parent)) stopInLine(node, tag)
      if (!closed || tag === 'plaintext') stop(node, `<${tag}>`, `</${tag}>`)
    }
  })

  function stop(node: Html, open: string, close: string): never {
    const reason = `Unexpected \`${open}\`, expected \`${close}\` in the same block: the words after it would be lost`
    failAt(file, node, RULE, reason)
  }

  function stopInLine(node: Html, tag: string): never {
    const reason = `Unexpected \`<${tag}>\` in a line of text, expected no such element, or \`\\<${tag}>\` for the letters: HTML does not print what it holds`
    failAt(file, node, RULE, reason)
  }
}

function inLine(parent: Parents): boolean {
  return !['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(parent.type)
}
