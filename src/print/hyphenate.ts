// Where a word may break at the end of a line: soft hyphens by the patterns of the edition's language (Liang 1983, from
// the `hyphen` package), because Chromium brings none. Provisional, like the flowing of the text: they are taken out of
// the finished PDF again.
import type { Element, ElementContent, Root, Text } from 'hast'

/** Longest word that is looked up; a longer one is no word. */
const LONGEST = 60
/** A word of fewer letters is left whole. */
const SHORTEST = 6
const WORD = /\p{L}{6,}/gu
/** A break inside a ligature: the PDF could not say which letters the one glyph stands for. */
const IN_LIGATURE = /(?<=f)\u00AD(?=[bfhijklt])/gu
/** Elements whose words stay whole. */
const WHOLE = /^(code|pre|kbd|samp|h[1-6]|nav)$/u
const WHOLE_CLASSES = ['title-page', 'imprint', 'colophon']

/** A hyphenator of one word. */
type Hyphenator = (word: string, options: { minWordLength: number }) => string

/** Pattern sets by language; British English for English of no country. */
const PATTERNS: Readonly<
  Record<string, () => Promise<{ default: { hyphenateSync: Hyphenator } }>>
> = {
  en: () => import('hyphen/en-gb/index.js'),
  'en-us': () => import('hyphen/en-us/index.js'),
  de: () => import('hyphen/de/index.js'),
  fr: () => import('hyphen/fr/index.js'),
  es: () => import('hyphen/es/index.js'),
  it: () => import('hyphen/it/index.js'),
  pt: () => import('hyphen/pt/index.js'),
  nl: () => import('hyphen/nl/index.js'),
  sv: () => import('hyphen/sv/index.js'),
  pl: () => import('hyphen/pl/index.js'),
  ru: () => import('hyphen/ru/index.js')
}

/** A copy of the tree with soft hyphens; the tree as it is where the language has no patterns. */
export async function hyphenate(tree: Root, language: string): Promise<Root> {
  const tag = language.toLowerCase()
  const patterns = PATTERNS[tag] ?? PATTERNS[tag.split('-')[0] ?? '']
  if (!patterns) return tree
  const { hyphenateSync } = (await patterns()).default
  const known = new Map<string, string>()
  const breakWord = (word: string): string => {
    const before = known.get(word)
    if (before !== undefined || word.length > LONGEST) return before ?? word
    const broken = hyphenateSync(word, { minWordLength: SHORTEST }).replace(IN_LIGATURE, '')
    known.set(word, broken)
    return broken
  }
  const children = tree.children.map((d) => (d.type === 'element' ? walk(d) : d))
  return { ...tree, children }

  function walk(node: Element): Element {
    if (staysWhole(node)) return node
    return { ...node, children: node.children.map(branch) }
  }
  function branch(node: ElementContent): ElementContent {
    if (node.type === 'element') return walk(node)
    return node.type === 'text' ? breakText(node) : node
  }
  function breakText(node: Text): Text {
    return { ...node, value: node.value.replace(WORD, breakWord) }
  }
}

function staysWhole(node: Element): boolean {
  const { className } = node.properties
  const classes: readonly unknown[] = Array.isArray(className) ? className : []
  return WHOLE.test(node.tagName) || classes.some((d) => WHOLE_CLASSES.includes(String(d)))
}
