// The first heading of level 1, or a first line that stands for it, is the title and goes to the front matter with its note: `# Of Paper<sup>1</sup>` → `title: Of
// Paper`, `title-note: "1"`. A first section `Part II` also tells the number of the part.
import { basename } from 'node:path'
import type { Nodes } from 'mdast'
import { parseMarkdown } from '../manuscript.ts'
import type { Block, Draft } from './draft.ts'
import { ask, tell } from './draft.ts'
import { emphasisedWhole } from './emphasised-whole.ts'
import { ending, inserted, placeAt, slice, trimmed } from './stretch.ts'

const RULE = 'take-title'
const CALL_AT_END = /\s*\[\^([^[\]\s]+)\]\s*$/u
const TITLE = /^["“‘'\p{Lu}\p{N}][^\n]{0,98}[^.,;:\n]$/u
const BYLINE = /^[*_]{0,3}(?:written )?by\s/iu
const MOST_WORDS = 14
const PART = /^part\s+([ivxlc]+|\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\b/iu

/** Take title, title note and part number out of the headings. */
export function takeTitle(draft: Draft): void {
  const given = draft.given.get('title')
  const level1 = draft.blocks.find((d) => d.kind === 'heading')?.depth === 1
  if (given === undefined && !level1) markTitle(draft)
  const first = draft.blocks.findIndex((d) => d.kind === 'heading')
  const heading = draft.blocks[first]
  const isTitle = heading?.kind === 'heading' && heading.depth === 1 && first < 3
  if (isTitle && (given === undefined || given === plainText(heading.content.text))) {
    draft.blocks.splice(first, 1)
    if (given === undefined) setTitle(draft, heading)
    else
      tell(draft, placeAt(heading.content, 0), RULE, heading.content.text, 'title (front matter)')
  } else if (given === undefined) {
    setTitleFromName(draft)
  }
  const next = draft.blocks.find((d) => d.kind === 'heading')
  const [, part] = PART.exec(next?.content.text ?? '') ?? []
  if (!next || part === undefined || draft.given.has('part')) return
  draft.found.part = part
  tell(draft, placeAt(next.content, 0), RULE, next.content.text, `part: ${part} (front matter)`)
}

/** The first line of a text that has no heading of level 1 is its title, where it looks like one. */
function markTitle({ blocks }: Draft): void {
  const [first, next] = blocks
  if (!first || !next) return
  if (first.kind === 'heading') {
    const above = blocks.every((d, i) => i === 0 || d.kind !== 'heading' || d.depth > first.depth)
    if (above) first.depth = 1
    return
  }
  if (first.kind !== 'paragraph' || first.quote > 0) return
  const line = emphasisedWhole(first) ?? first.content
  const bold = line !== first.content
  const words = line.text.trim().split(/\s+/u).length
  const apart = BYLINE.test(next.content.text) || next.kind === 'heading'
  const shorter =
    next.content.text.length > 2 * line.text.length || line.text === line.text.toUpperCase()
  if (!TITLE.test(line.text.trim()) || words > MOST_WORDS || !(apart || bold || shorter)) return
  first.kind = 'heading'
  first.depth = 1
  first.content = line
}

function setTitle(draft: Draft, heading: Block): void {
  const { content } = heading
  const [call, label] = CALL_AT_END.exec(ending(content.text)) ?? []
  const title = trimmed(slice(content, 0, content.text.length - (call?.length ?? 0)))
  const text = plainText(title.text)
  const same = text === title.text
  draft.found.title = {
    ...heading,
    kind: 'paragraph',
    content: same ? title : inserted(text, placeAt(title, 0))
  }
  tell(draft, placeAt(content, 0), RULE, title.text, `title: ${text} (front matter)`)
  if (label === undefined || draft.given.has('title-note')) return
  draft.found.titleNote = label
  tell(
    draft,
    placeAt(content, title.text.length),
    RULE,
    `[^${label}]`,
    `title-note: ${label} (front matter)`
  )
}

/** A text without a title takes the name of its file, and the editor is asked. */
function setTitleFromName(draft: Draft): void {
  const stem = basename(draft.file.path ?? '', draft.file.extname ?? '')
  const title = stem.replace(/[\p{Cc}\s_-]+/gu, ' ').trim() || 'Untitled'
  const content = inserted(title, 0)
  draft.found.title = { kind: 'paragraph', depth: 0, quote: 0, content }
  ask(
    draft,
    0,
    RULE,
    `Unexpected text without a title, expected a first line such as \`# ${title}\``
  )
}

/** The words of a heading without its Markdown. */
function plainText(markdown: string): string {
  return textOf(parseMarkdown(`# ${markdown}`))
    .replace(/\s+/gu, ' ')
    .trim()
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value
  return 'children' in node ? node.children.map((d) => textOf(d)).join('') : ''
}
