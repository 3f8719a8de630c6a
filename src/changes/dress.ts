// A manuscript in, out comes what dresses each of its words: the elements around it, the address that a link leads to, and the
// marks that stand within it, as in `un*bend*ing`.
import type { Definition, Root } from 'mdast'
import { eachNode } from '../manuscript/each-node.ts'
import type { TextWord } from '../manuscript/words.ts'

/** Marks of emphasis between letters; an underscore is none there. */
const INNER = /(?<=[^\s*])[*`~]+(?=[^\s*])/gu

/** What dresses a word besides its block. */
export interface Dress {
  style: string
  /** The address to which it leads, or ''. */
  link: string
  /** Marks within it. */
  inner: string
}

/** What dresses a word of this manuscript. */
export function dressOf(text: string, tree: Root): (word: TextWord) => Dress {
  let links: readonly Link[] | undefined
  return (word) => {
    const raw = text.slice(word.from, word.to)
    const inner = raw === word.text ? '' : (raw.match(INNER) ?? []).join(' ')
    const link = word.style.split(' ').includes('a')
      ? (linkAt((links ??= linksOf(tree)), word.from) ?? '')
      : ''
    return { style: word.style, link, inner }
  }
}

interface Link {
  from: number
  to: number
  url: string
}

/** In order. */
function linksOf(tree: Root): Link[] {
  const links: (Omit<Link, 'url'> & { url?: string; name?: string })[] = []
  const definitions = new Map<string, Definition>()
  eachNode(tree, (node) => {
    const [from, to] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
    if (node.type === 'link') links.push({ from, to, url: node.url })
    else if (node.type === 'linkReference') links.push({ from, to, name: node.identifier })
    else if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node)
  })
  return links.map(({ from, to, url, name = '' }) => ({
    from,
    to,
    url: url ?? definitions.get(name)?.url ?? ''
  }))
}

/** The address at a place, by halving. */
function linkAt(links: readonly Link[], place: number): string | undefined {
  let [low, high] = [0, links.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((links[middle]?.from ?? 0) <= place) low = middle + 1
    else high = middle
  }
  const link = links[low - 1]
  return link && place <= link.to ? link.url : undefined
}
