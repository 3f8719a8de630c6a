// Items of lists in as Chromium tags them, a label and blocks beside each other; out as they must be (ISO 32000-1,
// 14.8.4.3.3): a label (`Lbl`) and a body (`LBody`). A label that print set itself is the bare words before a block.
import { isInline, newTag } from './kinds.ts'
import type { Kid, Tag } from './read-tags.ts'

/** A tag with labels and bodies in the lists within it; before wrappers are pruned. */
export function mendLists(tag: Tag): Tag {
  const kids = tag.kids.map((d) => (d.kind === 'tag' ? mendLists(d) : d))
  if (tag.type !== 'LI') return { ...tag, kids }
  const [first, ...rest] = kids
  const label = first && labelOf(first, rest)
  const body = label ? rest : kids
  const isDone = body.length === 1 && body[0]?.kind === 'tag' && body[0].type === 'LBody'
  const whole = body.length === 0 || isDone ? body : [newTag('LBody', body)]
  return { ...tag, kids: label ? [label, ...whole] : whole }
}

function labelOf(first: Kid, rest: readonly Kid[]): Tag | undefined {
  if (first.kind !== 'tag' || rest.length === 0) return undefined
  if (first.type === 'Lbl') return first
  const isBare =
    first.type === 'NonStruct' && first.kids.every((d) => isInline(d) && d.kind !== 'thing')
  const isBeforeBlock = rest.some((d) => d.kind === 'tag' && d.type === 'P')
  return isBare && isBeforeBlock ? { ...first, type: 'Lbl' } : undefined
}
