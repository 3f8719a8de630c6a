// The one way a manuscript is parsed: its text in, an mdast tree out, with the front matter read into `file.data.edition`.
// Footnotes, tables and strikethrough are GFM's; `~once~` is left alone, since it stands for many things in prose.
import type { Root, Yaml } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { VFile } from 'vfile'
import { readEdition } from './edition.ts'
import type { Edition } from './edition.ts'
import { failAt } from './failure.ts'
import { authorQueryNodes } from './manuscript/author-query-nodes.ts'
import { listAuthorQueries } from './manuscript/author-queries.ts'
import { limitMarkup } from './manuscript/limit-markup.ts'
import { parseEdit } from './manuscript/parse-edit.ts'
import type { Parsed } from './manuscript/parse-edit.ts'
import { takeOutQueries } from './manuscript/take-out-queries.ts'

const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm, { singleTilde: false })
  .use(authorQueryNodes)
  .freeze()

/** The mdast tree of Markdown, front matter and footnotes included, author queries taken out. */
export function parseMarkdown(text: string): Root {
  return takeOutQueries(parser.parse(text), text).tree
}

/** A text is parsed once, though compose, check and collate all read it; none of them changes the tree. */
const parsed = new WeakMap<VFile, Parsed>()

/** What is kept from one parsing to the next, so that after an edit one block alone is parsed. */
export interface ParseMemory {
  /** With its author queries. */
  parsed?: Parsed
  /** The edition, by the front matter that says it, where there was nothing to say of that. */
  edition?: { yaml: string; edition: Edition }
}

/**
 * The tree of a manuscript without its front matter, which goes to `file.data.edition`, and without its author queries,
 * which go to `file.data.authorQueries`.
 *
 * @param memory of earlier parsings of this manuscript
 * @throws {VFileMessage} exit 3 when the front matter is missing or not valid, 5 for more markup than can be read
 */
export function parseManuscript(file: VFile, memory: ParseMemory = {}): Root {
  const known = parsed.get(file)
  if (known?.text === String(file)) return known.tree
  const tree = parseAnew(file, memory)
  parsed.set(file, { text: String(file), tree })
  return tree
}

function parseAnew(file: VFile, memory: ParseMemory): Root {
  limitMarkup(file)
  const text = String(file)
  const parse = (part: string): Root => parser.parse(part)
  const whole = (memory.parsed && parseEdit(text, memory.parsed, parse)) ?? parse(text)
  memory.parsed = { text, tree: whole }
  const { tree, queries } = takeOutQueries(whole, text)
  const [first, ...rest] = tree.children
  if (first?.type !== 'yaml')
    return failAt(
      file,
      { line: 1, column: 1 },
      'front-matter',
      'Unexpected manuscript without front matter, expected `---`, `title: …`, `---` at its head',
      3
    )
  const yaml: Yaml = first
  file.data.edition = editionOf(file, yaml, memory)
  file.data.authorQueries = listAuthorQueries(queries, yaml, parse)
  return { ...tree, children: rest }
}

function editionOf(file: VFile, yaml: Yaml, memory: ParseMemory): Edition {
  if (memory.edition?.yaml === yaml.value) return memory.edition.edition
  const said = file.messages.length
  const edition = readEdition(file, yaml.value, (yaml.position?.start.line ?? 1) + 1)
  if (file.messages.length === said) memory.edition = { yaml: yaml.value, edition }
  return edition
}
