// The pages that the front matter makes: title page, imprint, colophon. Print and EPUB set them alike.
import type { Element } from 'hast'
import type { Edition } from '../edition.ts'
import type { Family } from '../faces.ts'
import { element } from './element.ts'

/** The title page: part, title with its note call, subtitle, author, publisher. */
export function titlePage(edition: Edition, titleNote?: number): Element {
  const call =
    titleNote === undefined ? undefined : element('note-call', { number: titleNote, nth: 1 })
  return element(
    'section',
    { className: ['title-page'] },
    element('h1', { id: 'title' }, edition.title, call),
    line('subtitle', edition.subtitle),
    line('part', edition.part && `Part ${edition.part}`),
    line('author', edition.authors.join(', ')),
    line('publisher', edition.publisher)
  )
}

/** The imprint: what the edition says of itself, and nothing it does not say. */
export function imprint(edition: Edition): Element {
  const place = [edition.publisher, edition.place, edition.date?.slice(0, 4)].filter(Boolean)
  return element(
    'section',
    { className: ['imprint'] },
    line('work', [edition.title, edition.authors.join(', ')].filter(Boolean).join(' · ')),
    line('published', place.join(', ')),
    line('source', edition.sourcePublication && `First published in ${edition.sourcePublication}`),
    line('rights', edition.rights),
    line('identifier', edition.identifier)
  )
}

/** Whose types a family goes back to, where it goes back to any. */
const AFTER: Readonly<Partial<Record<Family, string>>> = {
  'EB Garamond': ', after the types of Claude Garamont,'
}

/** The colophon: how the pamphlet was made. */
export function colophon(family: Family): Element {
  const said = `Set in ${family}${AFTER[family] ?? ''} by Pamphlet Press from a manuscript in Markdown`
  return element('section', { className: ['colophon'] }, element('p', {}, said))
}

function line(name: string, text: string | undefined): Element | undefined {
  return text ? element('p', { className: [name] }, text) : undefined
}
