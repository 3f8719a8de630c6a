// The letters of chapters as page-turns.ts counts them, each with the place in the tree at which it stands.
import type { Element, Nodes, Text } from 'hast'
import { lettersOf, PICTURE } from './page-turns.ts'

/** A place before a letter or a picture. */
export interface Spot {
  node: Text | Element
  /** Into the text. */
  offset: number
  /** Elements around it, from without. */
  parents: readonly Element[]
  /** Whether a word begins here. */
  opens: boolean
}

/** Letters, and where each stands. */
export interface Letters {
  text: string
  spots: readonly Spot[]
}

const INLINE = new Set(
  'a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr'.split(
    ' '
  )
)

export function isInline({ tagName }: Element): boolean {
  return INLINE.has(tagName)
}

/** The letters of the text of some chapters, without their notes and the calls of these. */
export function textLetters(trees: readonly Element[]): Letters {
  return gather(trees, (node) => {
    const { role, 'epub:type': type } = node.properties
    return role === 'doc-noteref' || type === 'footnotes'
  })
}

/** The letters of a note, without its number and its calls, and without the sources that print does not have. */
export function noteLetters(note: Element): Letters {
  return gather(
    [note],
    ({ properties: { role, className } }) =>
      /^doc-(?:backlink|noteref)$/u.test(`${role}`) || String(className) === 'source'
  )
}

function gather(trees: readonly Element[], skips: (node: Element) => boolean): Letters {
  const spots: Spot[] = []
  let text = ''
  let opens = true
  for (const tree of trees) walk(tree, [])
  return { text, spots }

  function walk(node: Nodes, parents: readonly Element[]): void {
    if (node.type === 'text') walkText(node, parents)
    if (node.type !== 'element' || node.tagName === 'svg' || skips(node)) return
    opens ||= !isInline(node)
    if (node.tagName === 'img') {
      text += PICTURE
      spots.push({ node, offset: 0, parents, opens: true })
    }
    const around = [...parents, node]
    for (const child of node.children) walk(child, around)
    opens ||= !isInline(node)
  }

  function walkText(node: Text, parents: readonly Element[]): void {
    let offset = 0
    /** Where signs begin that turn the direction of the word before which they stand. */
    let lead: number | undefined
    for (const sign of node.value) {
      const letters = lettersOf(sign)
      const space = /\s/u.test(sign)
      if (letters === '') {
        opens ||= space
        lead = space ? undefined : (lead ?? offset)
      }
      for (let unit = 0; unit < letters.length; unit += 1) {
        const begins = opens && unit === 0
        const at = begins ? (lead ?? offset) : offset + unit
        spots.push({ node, offset: at, parents, opens: begins })
        lead = undefined
        // A word ends at an em dash too, behind which a line may end without a hyphen.
        opens = sign === '—'
      }
      text += letters
      offset += sign.length
    }
  }
}
