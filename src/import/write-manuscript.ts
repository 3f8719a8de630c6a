// The draft as a manuscript: front matter, one line a paragraph, the notes last. What the front matter already said stays as
// it was written; found fields follow it. The manuscript still knows where in the source each of its units stood.
import { stringify } from 'yaml'
import type { Block, Draft, Note } from './draft.ts'
import type { Edit, Stretch } from './stretch.ts'
import { apply, concat, inserted, slice, trimmed } from './stretch.ts'

const FIRST_WORDS = 12
const CONSTRUCT =
  /^(?:#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|`{3}|~{3}|(?:[-*_][ \t]*){3,}$|-+\s*$|=+\s*$|\[\^[^[\]\s]+\]:)/gmu
const NUMBERED = /^(\d{1,9})(?=[.)](?:\s|$))/gmu
const COMMENT = /^<!--(?:(?!-->)[^])*-->$/u
const LIST = /^ {0,3}([-+*]|\d{1,9}[.)])(?=\s)/u

/** The text of the manuscript. */
export function writeManuscript(draft: Draft): Stretch {
  const blocks = draft.blocks.flatMap((d, i) => [
    put(separator(draft, draft.blocks[i - 1], d)),
    ...writeBlock(d)
  ])
  const notes = draft.notes.map((d) => concat([writeNote(d), put('\n')]))
  const parts = [frontMatter(draft), concat(blocks), ...notes].filter((d) => d.text !== '')
  return concat(parts.flatMap((d, i) => (i === 0 ? [d] : [put('\n'), d])))
}

/** Text that the source has not. */
function put(text: string): Stretch {
  return inserted(text, -1)
}

function frontMatter(draft: Draft): Stretch {
  const added = stringify(fields(draft), { lineWidth: 0 })
  const given = draft.yaml === undefined || draft.yaml.text === '' ? [] : [draft.yaml, put('\n')]
  const found = placed(draft, added === '{}\n' ? '' : added)
  return concat([put('---\n'), ...given, found, put('---\n')])
}

/** Found fields know where they stood, as far as YAML leaves their words alone. */
function placed(draft: Draft, added: string): Stretch {
  const { title, author } = draft.found
  const whole = put(added)
  let from = 0
  for (const block of [title, author, ...draft.pullQuotes.map((d) => d.block)]) {
    const { text, places } = block?.content ?? { text: '', places: new Int32Array() }
    const at = text === '' ? -1 : added.indexOf(text, from)
    if (at < 0) continue
    whole.places.set(places, at)
    from = at + text.length
  }
  return whole
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

/**
 * A blank line; inside a quotation a marked one; a comment where two lists would run together; nothing behind a comment
 * that stands on the line before, as `<!-- stet -->` does.
 */
function separator(draft: Draft, before: Block | undefined, block: Block): string {
  if (!before) return ''
  if (COMMENT.test(before.content.text.trim()) && areNeighbours(draft, before, block)) return ''
  if (block.quote > 0 && before.quote === block.quote) return '>\n'
  const [first, second] = [before, block].map((d) =>
    d.kind === 'kept' ? LIST.exec(d.content.text)?.[1]?.at(-1) : undefined
  )
  return first !== undefined && first === second ? '\n<!-- -->\n\n' : '\n'
}

function areNeighbours({ source }: Draft, before: Block, block: Block): boolean {
  const from = before.content.places.at(-1) ?? 0
  const to = block.content.places[0] ?? 0
  return to > from && !/\n[ \t]*\n/u.test(source.slice(from, to))
}

function writeBlock({ kind, depth, quote, content }: Block): Stretch[] {
  if (kind === 'heading') return [put(`${'#'.repeat(depth)} `), trimmed(content), put('\n')]
  if (kind === 'kept') return [slice(content, 0, content.text.trimEnd().length), put('\n')]
  const text = guarded(trimmed(content))
  return quote > 0 ? [put('> '), indented(text, '> '), put('\n')] : [text, put('\n')]
}

function writeNote({ label, blocks }: Note): Stretch {
  if (blocks[0]?.kind === 'kept')
    return concat(
      blocks.flatMap(({ content }, i) => [
        put(i === 0 ? '' : '\n\n'),
        slice(content, 0, content.text.trimEnd().length)
      ])
    )
  const paragraphs = blocks.flatMap((d, i) => [
    put(i === 0 ? '' : '\n\n    '),
    indented(guarded(trimmed(d.content)), '    ')
  ])
  const whole = concat([put(`[^${label}]: `), ...paragraphs])
  return slice(whole, 0, whole.text.trimEnd().length)
}

/** The lines after the first, with what marks them. */
function indented(stretch: Stretch, mark: string): Stretch {
  const ends = [...stretch.text.matchAll(/\n/gu)]
  return apply(
    stretch,
    ends.map(({ index }) => ({ at: index + 1, cut: 0, put: mark }))
  )
}

/** A paragraph stays one: what a repair brought to the head of a line must not turn into a list or a heading there. */
function guarded(stretch: Stretch): Stretch {
  const { text } = stretch
  const edits: Edit[] = [
    ...[...text.matchAll(CONSTRUCT)].map((d) => ({ at: d.index, cut: 0, put: '\\' })),
    ...[...text.matchAll(NUMBERED)].map((d) => ({
      at: d.index + d[0].length,
      cut: 0,
      put: '\\'
    }))
  ]
  return edits.length === 0
    ? stretch
    : apply(
        stretch,
        edits.toSorted((a, b) => a.at - b.at)
      )
}
