// A figure in as Chromium tags it, a picture (`Figure` with `Alt`) in a `Figure` without; one figure with its
// description and its caption out. What is said instead of a picture would else be said of nothing.
import type { Kid, Tag } from './read-tags.ts'

/** A tag with plain figures within it; after wrappers are pruned. */
export function mendFigures(tag: Tag): Tag {
  const kids = tag.kids.map((d) => (d.kind === 'tag' ? mendFigures(d) : d))
  if (tag.type !== 'Figure' || tag.entries.has('Alt')) return { ...tag, kids }
  const pictures = kids.filter((d) => d.kind === 'tag' && d.type === 'Figure')
  const [picture] = pictures
  if (picture?.kind !== 'tag' || pictures.length !== 1) return { ...tag, type: 'Div', kids }
  const inside = kids.flatMap((d): readonly Kid[] =>
    d === picture ? picture.kids : [asCaption(d)]
  )
  const entries = new Map([...tag.entries, ...picture.entries])
  return { ...tag, entries, kids: inside }
}

function asCaption(kid: Kid): Kid {
  return kid.kind === 'tag' && kid.type === 'P' ? { ...kid, type: 'Caption' } : kid
}
