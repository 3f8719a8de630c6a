// Decoded text in, draft out. The text is parsed once, here; what is only paragraphs (also in quotations and notes) becomes
// blocks that repairs can cut and join, and all else is kept as it stands. The tree also tells prose from code and addresses.
import type { Nodes, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { parseDocument } from 'yaml'
import { failAt } from '../failure.ts'
import { limitMarkup } from '../manuscript/limit-markup.ts'
import { parseMarkdown } from '../manuscript.ts'
import type { Decoded } from './decode.ts'
import type { Block, Draft, Note } from './draft.ts'
import { MARKUP, PROSE } from './draft.ts'
import { indentedProse } from './indented-prose.ts'
import { markKinds } from './mark-kinds.ts'
import { maskStructure } from './mask-structure.ts'
import type { Stretch } from './stretch.ts'
import { concat, inserted } from './stretch.ts'

const MOST_MARKS = 20_000
const INDENTED = /^[ \t]*/u
const QUOTED = /^[ \t]*>?[ \t]*/u
const FENCED = /^ {0,3}(?:`{3}|~{3})/u
const SUPERSCRIPT_LINE = /^<sup\b/iu

/**
 * The draft of a text.
 *
 * @throws {VFileMessage} exit 5 when it is nested too deeply or has too many marks, 3 when its front matter is not YAML
 */
export function readDraft(file: VFile, { text: source, spelling }: Decoded): Draft {
  const masked = maskStructure(source)
  limitMarkup(file, masked, MOST_MARKS)
  const tree = parseMarkdown(masked)
  const draft: Draft = {
    file,
    source,
    spelling,
    kinds: new Uint8Array(source.length),
    yaml: undefined,
    given: new Map(),
    blocks: [],
    notes: [],
    pullQuotes: [],
    found: {},
    language: 'en-GB',
    lexicon: new Set()
  }
  markKinds(tree, draft, source)
  for (const [i, node] of tree.children.entries()) readNode(draft, node, i + 1)
  return draft
}

function readNode(draft: Draft, node: RootContent, number: number): void {
  if (node.type === 'yaml') return readFrontMatter(draft, node)
  if (node.type === 'heading') {
    draft.blocks.push({ ...block(headingText(draft, node)), kind: 'heading', depth: node.depth })
  } else if (node.type === 'paragraph') {
    draft.blocks.push(block(lines(draft, span(node))))
  } else if (node.type === 'blockquote' && node.children.every((d) => d.type === 'paragraph')) {
    for (const child of node.children)
      draft.blocks.push({ ...block(lines(draft, span(child), QUOTED)), quote: number })
  } else if (node.type === 'code') {
    draft.blocks.push(...readCode(draft, node, number))
  } else if (node.type === 'footnoteDefinition') {
    draft.notes.push(readNote(draft, node))
  } else if (node.type === 'html' && SUPERSCRIPT_LINE.test(node.value)) {
    draft.blocks.push(readMarkerLine(draft, node))
  } else {
    draft.blocks.push({ ...block(wholeLines(draft, node)), kind: 'kept' })
  }
}

function readFrontMatter(draft: Draft, node: Extract<RootContent, { type: 'yaml' }>): void {
  const yaml = node.value
  const parsed = parseDocument(yaml, { schema: 'core', prettyErrors: false })
  const fault = parsed.errors[0]
  const place = {
    line: (fault ? yaml.slice(0, fault.pos[0]).split('\n').length : 1) + 1,
    column: 1
  }
  const stop = (reason: string) => failAt(draft.file, place, 'front-matter', reason, 3)
  if (fault) stop(`Unexpected YAML: ${fault.message}`)
  let fields: unknown
  try {
    fields = parsed.toJS({ maxAliasCount: 100 })
  } catch {
    stop('Unexpected number of aliases, expected at most 100')
  }
  if (fields !== null && (typeof fields !== 'object' || Array.isArray(fields)))
    stop('Unexpected front matter, expected lines such as `title: …`')
  const [from] = span(node)
  const start = draft.source.indexOf('\n', from) + 1
  draft.yaml = sourceStretch(draft, start, start + yaml.length)
  draft.given = new Map(Object.entries(fields ?? {}))
}

/** A block of code, or the quotation that looks like one. */
function readCode(draft: Draft, node: Nodes, number: number): Block[] {
  const content = wholeLines(draft, node)
  const paragraphs = FENCED.test(content.text) ? [] : indentedProse(content)
  for (const { text, places } of paragraphs) {
    for (const place of places) draft.kinds[place] = MARKUP
    markKinds(parseMarkdown(text), draft, text, places)
  }
  return paragraphs.length === 0
    ? [{ ...block(content), kind: 'kept' }]
    : paragraphs.map((d) => ({ ...block(d), quote: number }))
}

function readNote(draft: Draft, node: Extract<RootContent, { type: 'footnoteDefinition' }>): Note {
  const label = node.label ?? node.identifier
  const [place] = span(node)
  const plain = node.children.length > 0 && node.children.every((d) => d.type === 'paragraph')
  const blocks: Block[] = plain
    ? node.children.map((d) => block(lines(draft, span(d))))
    : [{ ...block(wholeLines(draft, node)), kind: 'kept' }]
  return {
    label,
    number: label,
    chapter: 0,
    after: draft.blocks.length,
    place,
    found: false,
    blocks
  }
}

/** `<sup>7</sup>` alone on a line opens an HTML block, though it is the marker of a note. */
function readMarkerLine(draft: Draft, node: Nodes): Block {
  const [from, to] = span(node)
  const end = draft.source.slice(from, to).search(/<\/sup>/iu)
  if (end >= 0) draft.kinds.fill(PROSE, from + end + '</sup>'.length, to)
  return block(lines(draft, [from, to]))
}

function headingText(draft: Draft, node: Extract<RootContent, { type: 'heading' }>): Stretch {
  const [first, last] = [node.children[0], node.children.at(-1)]
  if (!first || !last) return inserted('', span(node)[0])
  const content = lines(draft, [span(first)[0], span(last)[1]])
  return { ...content, text: content.text.replaceAll('\n', ' ') }
}

/** The lines of a paragraph, without what indents or marks each line after the first. */
function lines(
  draft: Draft,
  [from, to]: readonly [number, number],
  prefix: RegExp = INDENTED
): Stretch {
  const parts: Stretch[] = []
  for (let start = from; start < to;) {
    const newline = draft.source.indexOf('\n', start)
    const end = newline < 0 || newline >= to ? to : newline + 1
    const before = start === from ? undefined : prefix.exec(draft.source.slice(start, end))
    parts.push(sourceStretch(draft, start + (before?.[0].length ?? 0), end))
    start = end
  }
  return concat(parts)
}

function wholeLines(draft: Draft, node: Nodes): Stretch {
  const [from, to] = span(node)
  return sourceStretch(draft, draft.source.lastIndexOf('\n', from - 1) + 1, to)
}

function sourceStretch(draft: Draft, from: number, to: number): Stretch {
  const places = Int32Array.from({ length: to - from }, (_, i) => from + i)
  return { text: draft.source.slice(from, to), places }
}

function block(content: Stretch): Block {
  return { kind: 'paragraph', depth: 0, quote: 0, content }
}

function span(node: Nodes): readonly [number, number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
}
