// The pages that an edit pushed in, in words where that ended and why out: `page 13, where the section ends`.
import type { ComposedPage } from '../composition.ts'
import type { Reason } from './find-causes.ts'

/** A page that was pushed, and how. */
export interface Pushed {
  page: ComposedPage
  reason: Reason
}

/** What a push did that is no flow of lines. */
const SAYS: Readonly<Record<Exclude<Reason, 'flow' | 'contents' | 'front'>, string>> = {
  head: 'the last with this running head',
  folio: 'the last with another number',
  numbers: 'the last whose notes have other numbers',
  layout: 'where the edition ends'
}

/**
 * Where a push ended; '' where nothing was pushed.
 *
 * @param changed the pages on which the edit lies
 */
export function sayEnd(
  pushed: readonly Pushed[],
  changed: readonly ComposedPage[],
  pages: readonly ComposedPage[]
): string {
  const last = pushed.at(-1)
  if (!last) return ''
  const { page, reason } = last
  if (reason === 'contents' || reason === 'front')
    return reason === 'contents' ? `page ${page.label}, in the contents` : `page ${page.label}`
  if (reason !== 'flow') return `page ${page.label}, ${SAYS[reason]}`
  const lastChanged = changed.at(-1)
  const [first] = pushed.filter((d) => d.reason === 'flow')
  if (lastChanged && first && page.number < lastChanged.number)
    return `page ${first.page.label}, from which the lines fall otherwise`
  return `page ${page.label}, ${whyAt(pages[page.number])}`
}

/** Why the page before this one is the last. */
function whyAt(next: ComposedPage | undefined): string {
  if (next?.kind !== 'text') return 'where the text ends'
  const [first] = next.blocks
  if (first && !first.continued && /^h[1-6]$/u.test(first.element.tagName))
    return 'where the section ends'
  return 'where the lines came back to their places'
}
