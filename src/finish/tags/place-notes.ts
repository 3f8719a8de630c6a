// Notes in where they stand on paper, at the foot of pages; each whole and behind the paragraph that calls it out, which
// is where a reader who listens wants it: after the sentence is finished, and before the thought goes on. A call becomes
// a `Reference`, the number before the note its label; both keep their links.
import { isGroup, newTag } from './kinds.ts'
import { joinContinued } from './join-continued.ts'
import type { Kid, Tag, Thing } from './read-tags.ts'

/** Begins the names to which calls lead. */
const PREFIX = 'note-'
/** Hold paragraphs, but no note between them. */
const CLOSED: ReadonlySet<string> = new Set(['BlockQuote', 'Note'])

/**
 * The tags with their notes in place.
 *
 * @param targetOf name of the place to which a link leads; a call of note 12 leads to `note-12`
 */
export function placeNotes(
  tags: readonly Tag[],
  targetOf: (thing: Thing) => string | undefined
): readonly Tag[] {
  const notes = new Map<string, Tag>()
  const without = tags.flatMap((d) => take(d, notes)).filter((d) => d.kind === 'tag')
  const waiting = new Map([...notes].map(([label, note]) => [label, finishNote(note, label)]))
  const [first, ...rest] = joinContinued(without).filter((d) => d.kind === 'tag')
  if (!first) return [...waiting.values()]
  const placed = [first, ...rest].map((d) => place(d))
  const last = placed.at(-1) ?? first
  return [...placed.slice(0, -1), { ...last, kids: [...last.kids, ...waiting.values()] }]

  function place(tag: Tag): Tag {
    const isOpen = isGroup(tag) && !CLOSED.has(tag.type)
    const kids = tag.kids.flatMap((kid): readonly Kid[] => {
      if (kid.kind !== 'tag') return [kid]
      const own = place(kid)
      const marked = own.type === 'Link' ? asCall(own) : own
      return isOpen && !isOpenInside(own) ? [marked, ...calledIn(own)] : [marked]
    })
    return { ...tag, kids }
  }

  function asCall(link: Tag): Tag {
    return labelsOf(link).length > 0 ? newTag('Reference', [link]) : link
  }

  /** The notes that are called within a tag and have no place yet. */
  function calledIn(tag: Tag): readonly Tag[] {
    return labelsOf(tag).flatMap((label) => {
      const note = waiting.get(label)
      waiting.delete(label)
      return note ?? []
    })
  }

  function labelsOf(kid: Kid): readonly string[] {
    if (kid.kind === 'tag') return kid.type === 'Note' ? [] : kid.kids.flatMap(labelsOf)
    const target = kid.kind === 'thing' ? targetOf(kid) : undefined
    const label = labelCalled(target)
    return label !== undefined && notes.has(label) ? [label] : []
  }
}

/** Label of the note to which a name leads: `12` for `note-12`. */
export function labelCalled(target: string | undefined): string | undefined {
  return target?.startsWith(PREFIX) ? target.slice(PREFIX.length) : undefined
}

/** Whether notes have their place within a tag. */
function isOpenInside(tag: Tag): boolean {
  return (isGroup(tag) && !CLOSED.has(tag.type)) || tag.type === 'L' || tag.type === 'LI'
}

/** Take the notes out of a tag; the parts of one become one. */
function take(kid: Kid, notes: Map<string, Tag>): readonly Kid[] {
  if (kid.kind !== 'tag') return [kid]
  const label = kid.note
  if (label !== undefined) {
    const before = notes.get(label)
    notes.set(label, before ? { ...before, kids: [...before.kids, ...kid.kids] } : kid)
    return []
  }
  const kids = kid.kids.flatMap((d) => take(d, notes))
  return kids.length === 0 && kid.kids.length > 0 ? [] : [{ ...kid, kids }]
}

/** A note with its paragraphs joined, and its first link as its label. */
function finishNote(note: Tag, label: string): Tag {
  const [first, ...rest] = joinContinued(note.kids)
  const [link, ...words] = first?.kind === 'tag' ? first.kids : []
  const isLabelled = link?.kind === 'tag' && link.type === 'Link'
  const head: readonly Kid[] =
    first?.kind === 'tag' && isLabelled
      ? [newTag('Lbl', [link]), { ...first, kids: words }]
      : [first].filter((d) => d !== undefined)
  return { ...note, note: label, kids: [...head, ...rest] }
}
