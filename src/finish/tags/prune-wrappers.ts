// Tags that say nothing (`NonStruct`, one for each box that Chromium made) in, none out: what they hold takes their
// place. Words that would then stand bare in a group are a paragraph; a wrapper that is a link or a note becomes one.
import { isGroup, isInline, newTag } from './kinds.ts'
import type { Kid, Tag } from './read-tags.ts'

/** The tags without wrappers. */
export function pruneWrappers(tags: readonly Tag[]): readonly Tag[] {
  return tags.flatMap((tag) => prune(tag)).filter((d) => d.kind === 'tag')
}

function prune(kid: Kid): readonly Kid[] {
  if (kid.kind !== 'tag') return [kid]
  const tag = named(kid)
  if (tag.type === 'NonStruct') {
    const isBlock = tag.kids.some((d) => d.kind === 'tag' && d.type !== 'NonStruct' && !isInline(d))
    const kids = tag.kids.flatMap(prune)
    return isBlock ? wrapWords(kids) : kids
  }
  const kids = tag.kids.flatMap((d) => {
    const inside = prune(d)
    // Each box of words is a paragraph of its own.
    return isGroup(tag) && d.kind === 'tag' && d.type === 'NonStruct' ? wrapWords(inside) : inside
  })
  return [{ ...tag, kids: isGroup(tag) ? wrapWords(kids) : kids }]
}

/** A wrapper gets the type that its contents give away. */
function named(tag: Tag): Tag {
  if (tag.note !== undefined) return { ...tag, type: 'Note' }
  const isLink = tag.type === 'NonStruct' && tag.kids.some((d) => d.kind === 'thing')
  return isLink ? { ...tag, type: 'Link' } : tag
}

/** Words between blocks become paragraphs. */
function wrapWords(kids: readonly Kid[]): readonly Kid[] {
  const wrapped: Kid[] = []
  let words: Kid[] = []
  const end = () => {
    if (words.length > 0) wrapped.push(newTag('P', words))
    words = []
  }
  for (const kid of kids) {
    if (isInline(kid)) words.push(kid)
    else {
      end()
      wrapped.push(kid)
    }
  }
  end()
  return wrapped
}
