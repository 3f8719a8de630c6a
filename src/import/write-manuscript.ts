// The draft as a manuscript: front matter, one line a paragraph, the notes last. What the front matter already said stays as
// it was written; found fields follow it.
import { stringify } from 'yaml'
import type { Block, Draft, Note } from './draft.ts'

const FIRST_WORDS = 12
const CONSTRUCT =
  /^(?:#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|`{3}|~{3}|(?:[-*_][ \t]*){3,}$|-+\s*$|=+\s*$|\[\^[^[\]\s]+\]:)/u
const NUMBERED = /^(\d{1,9})(?=[.)](?:\s|$))/u
const LIST = /^ {0,3}([-+*]|\d{1,9}[.)])(?=\s)/u

/** The text of the manuscript. */
export function writeManuscript(draft: Draft): string {
  const blocks = draft.blocks.map((d, i) => separator(draft.blocks[i - 1], d) + writeBlock(d))
  const notes = draft.notes.map((d) => `${writeNote(d)}\n`)
  return [frontMatter(draft), blocks.join(''), ...notes].filter((d) => d !== '').join('\n')
}

function frontMatter(draft: Draft): string {
  const added = stringify(fields(draft), { lineWidth: 0 })
  const given = draft.yaml === undefined || draft.yaml === '' ? '' : `${draft.yaml}\n`
  return `---\n${given}${added === '{}\n' ? '' : added}---\n`
}

/** Found fields in the order of a title page, without those that are given. */
function fields(draft: Draft): Record<string, unknown> {
  const { title, part, author, titleNote, endMark } = draft.found
  const all: Record<string, unknown> = {
    title: title?.content.text,
    part,
    author: author?.content.text,
    language: draft.language,
    'title-note': titleNote,
    'end-mark': endMark,
    'pull-quotes': draft.pullQuotes.length > 0 ? pullQuotes(draft) : undefined
  }
  return Object.fromEntries(
    Object.entries(all).filter(([key, value]) => value !== undefined && !draft.given.has(key))
  )
}

function pullQuotes(draft: Draft): { after: string; text: string }[] {
  return draft.pullQuotes.map(({ after, block }) => ({
    after: firstWords(after?.content.text ?? block.content.text),
    text: block.content.text.replace(/\s+/gu, ' ')
  }))
}

function firstWords(text: string): string {
  const plain = text.replace(/\[\^[^[\]\s]+\]/gu, '').replace(/[*_`]/gu, '')
  return plain.trim().split(/\s+/u).slice(0, FIRST_WORDS).join(' ')
}

/** A blank line; inside a quotation a marked one; a comment where two lists would run together. */
function separator(before: Block | undefined, block: Block): string {
  if (!before) return ''
  if (block.quote > 0 && before.quote === block.quote) return '>\n'
  const [first, second] = [before, block].map((d) =>
    d.kind === 'kept' ? LIST.exec(d.content.text)?.[1]?.at(-1) : undefined
  )
  return first !== undefined && first === second ? '\n<!-- -->\n\n' : '\n'
}

function writeBlock(block: Block): string {
  const text = block.kind === 'paragraph' ? guarded(block.content.text.trim()) : block.content.text
  if (block.kind === 'heading') return `${'#'.repeat(block.depth)} ${text.trim()}`.trim() + '\n'
  if (block.quote > 0) return `> ${text.replaceAll('\n', '\n> ')}\n`
  return block.kind === 'kept' ? `${text.trimEnd()}\n` : `${text}\n`
}

function writeNote({ label, blocks }: Note): string {
  if (blocks[0]?.kind === 'kept') return blocks.map((d) => d.content.text.trimEnd()).join('\n\n')
  const paragraphs = blocks.map((d) => guarded(d.content.text.trim()).replaceAll('\n', '\n    '))
  return `[^${label}]: ${paragraphs.join('\n\n    ')}`.trimEnd()
}

/** A paragraph stays one: what a repair brought to the head of a line must not turn into a list or a heading there. */
function guarded(text: string): string {
  return text
    .split('\n')
    .map((d) => d.replace(CONSTRUCT, '\\$&').replace(NUMBERED, '$1\\'))
    .join('\n')
}
