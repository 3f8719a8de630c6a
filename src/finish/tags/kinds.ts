// What the types of tags are to each other (ISO 32000-1, 14.8.4).
import type { Kid, Tag } from './read-tags.ts'

/** May hold only what is a block by itself: words in them need a paragraph. */
const GROUPS: ReadonlySet<string> = new Set([
  'Art',
  'BlockQuote',
  'Div',
  'Document',
  'LBody',
  'Note',
  'Part',
  'Sect'
])
/** Stand in a line. */
const INLINE: ReadonlySet<string> = new Set([
  'Annot',
  'BibEntry',
  'Code',
  'Em',
  'Formula',
  'Link',
  'Quote',
  'Reference',
  'Ruby',
  'Span',
  'Strong',
  'Warichu'
])

/** Whether a tag holds blocks. */
export function isGroup({ type }: Tag): boolean {
  return GROUPS.has(type)
}

/** Whether something stands in a line. */
export function isInline(kid: Kid): boolean {
  return kid.kind !== 'tag' || INLINE.has(kid.type)
}

/** A tag with a type and kids, and nothing else. */
export function newTag(type: string, kids: readonly Kid[]): Tag {
  return {
    kind: 'tag',
    type,
    language: undefined,
    note: undefined,
    continued: false,
    entries: new Map(),
    origin: undefined,
    kids
  }
}
