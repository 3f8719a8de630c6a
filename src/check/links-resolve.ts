// Everything that an e-book refers to in itself is there: files of the record, chapters of the spine, pictures, and the
// places that links lead to. A store refuses a book whose links lead nowhere.
import { placeIn, targetOf } from './e-book.ts'
import type { Chapter, EBook } from './e-book.ts'
import { quote } from './findings.ts'
import type { Finding } from './findings.ts'

const ADDRESSES = ['href', 'src', 'xlink:href', 'poster', 'data']

/** References without a target. */
export function* linksResolve(book: EBook): Generator<Finding> {
  const { record, chapters } = book
  if (!record) {
    yield {
      reason: 'Unexpected EPUB without a record, expected one named in `META-INF/container.xml`'
    }
    return
  }
  const items = new Set(
    record.tags.filter((d) => /(?:^|:)item$/u.test(d.name)).map((d) => d.attributes.get('id'))
  )
  for (const tag of record.tags) {
    const idref = tag.attributes.get('idref')
    if (idref !== undefined && !items.has(idref))
      yield {
        reason: `Unexpected ${quote(idref)} ${placeIn(record, tag)}, expected the id of an item`
      }
  }
  for (const chapter of [record, ...chapters]) yield* unresolved(book, chapter)
}

function* unresolved({ files, ids }: EBook, chapter: Chapter): Generator<Finding> {
  for (const tag of chapter.tags)
    for (const name of ADDRESSES) {
      const address = tag.attributes.get(name)
      const target = address === undefined ? undefined : targetOf(address, chapter.path)
      if (!target || address === undefined) continue
      const known = ids.get(target.path)
      const lost = !files.has(target.path) || (target.id !== '' && known && !known.has(target.id))
      if (lost)
        yield {
          reason: `Unexpected ${quote(address)} ${placeIn(chapter, tag)}, expected what is in the book`
        }
    }
}
