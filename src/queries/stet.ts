// The editor’s answer `stet`, let it stand, in a comment: `<!-- stet -->` for all that is asked in a paragraph,
// `<!-- stet: Queequeg -->` for what is asked about these words, `<!-- stet: names-agree -->` for one rule. It stands in
// the paragraph or before it; alone before the first paragraph it holds for the whole text.
import type { Html, Nodes, Root } from 'mdast'
import type { Query } from './copy.ts'

/** A stretch of the manuscript, and what is to stand in it. */
interface Stet {
  from: number
  to: number
  /** A rule or words; empty for all. */
  what: string
}

const STET = /<!--\s*stet\s*(?::\s*([^]*?))?\s*-->/giu

/** Whether a query was dismissed by a comment. */
export function dismissed(source: string, tree: Root): (query: Query) => boolean {
  const stets = stetsOf(source, tree)
  return ({ rule, from, to, reason }) =>
    stets.some(
      (d) =>
        d.from <= from &&
        from < d.to &&
        (d.what === '' ||
          d.what === rule ||
          source.slice(from, to).includes(d.what) ||
          quotedIn(reason, d.what))
    )
}

/** Whether the first words in backticks hold the text. */
function quotedIn(reason: string, what: string): boolean {
  return /`([^`]*)`/u.exec(reason)?.[1]?.includes(what) ?? false
}

function stetsOf(source: string, tree: Root): Stet[] {
  if (!/<!--\s*stet/iu.test(source)) return []
  const stets: Stet[] = []
  const body = tree.children.filter((d) => d.type !== 'yaml')
  const lead = new Set<Nodes>(
    body.slice(
      0,
      body.findIndex((d) => !isStet(d))
    )
  )
  const visit = (parent: Nodes): void => {
    if (!('children' in parent)) return
    let next: Nodes | undefined
    for (const node of parent.children.toReversed()) {
      if (!isStet(node)) {
        visit(node)
        next = node
        continue
      }
      const whole = lead.has(node) && alone(source, node)
      const [from, to] = whole ? [0, source.length] : extentOf(inLine(parent) ? parent : next)
      for (const [, what = ''] of node.value.matchAll(STET))
        stets.push({ from, to, what: what.trim() })
    }
  }
  visit(tree)
  return stets
}

function isStet(node: Nodes): node is Html {
  return node.type === 'html' && node.value.search(STET) !== -1
}

/** Whether comments in it stand in a line of text; elsewhere one stands before its block. */
function inLine(parent: Nodes): boolean {
  return !['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(parent.type)
}

function extentOf(node: Nodes | undefined): readonly [number, number] {
  return [node?.position?.start.offset ?? 0, node?.position?.end.offset ?? 0]
}

/** Whether an empty line follows. */
function alone(source: string, { position }: Html): boolean {
  return /^[ \t]*\n[ \t]*(?:\n|<!--)/u.test(source.slice(position?.end.offset ?? 0).slice(0, 200))
}
