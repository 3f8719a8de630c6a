// The first heading of level 1 is the title, and goes to the front matter with its note: `# Of Paper<sup>1</sup>` → `title: Of
// Paper`, `title-note: "1"`. A first section `Part II` also tells the number of the part.
import { basename } from 'node:path'
import type { Nodes } from 'mdast'
import { parseMarkdown } from '../manuscript.ts'
import type { Block, Draft } from './draft.ts'
import { ask, tell } from './draft.ts'
import { ending, inserted, placeAt, slice, trimmed } from './stretch.ts'

const RULE = 'take-title'
const CALL_AT_END = /\s*\[\^([^[\]\s]+)\]\s*$/u
const PART = /^part\s+([ivxlc]+|\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\b/iu

/** Take title, title note and part number out of the headings. */
export function takeTitle(draft: Draft): void {
  const first = draft.blocks.findIndex((d) => d.kind === 'heading')
  const heading = draft.blocks[first]
  const isTitle = heading?.depth === 1 && first < 3
  const given = draft.given.get('title')
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
  tell(draft, placeAt(content, 0), RULE, `# ${title.text}`, `title: ${text} (front matter)`)
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
