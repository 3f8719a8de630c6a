// An e-book loads nothing from the network: pictures, fonts and style sheets are in it. A link that a reader may follow
// is no such thing.
import { placeIn } from './e-book.ts'
import type { EBook } from './e-book.ts'
import { quote } from './findings.ts'
import type { Finding } from './findings.ts'

const REMOTE = /^\s*(?:https?:|ftp:|file:|\/\/)/iu
const LOADS = ['src', 'srcset', 'poster', 'data', 'xlink:href']
const IN_STYLE = /(?:url\(|@import)\s*["']?\s*((?:https?:|ftp:|file:|\/\/)[^"')\s;]{0,200})/giu

/** Things that would be fetched. */
export function* noRemoteReferences({ chapters, record, entries }: EBook): Generator<Finding> {
  for (const chapter of record ? [record, ...chapters] : chapters)
    for (const tag of chapter.tags)
      for (const [name, value] of tag.attributes) {
        const loads =
          LOADS.includes(name) ||
          (name === 'href' && /(?:^|:)(?:link|item|image|use)$/u.test(tag.name))
        const remote = loads && REMOTE.test(value) && tag.name !== 'a'
        const address = remote ? value : name === 'style' ? styled(value) : undefined
        if (address !== undefined)
          yield {
            reason: `Unexpected ${quote(address)} ${placeIn(chapter, tag)}, expected it in the book`
          }
      }
  for (const { name, bytes } of entries.filter((d) => /\.css$/iu.test(d.name)))
    for (const [, address = ''] of bytes.toString('utf8').matchAll(IN_STYLE))
      yield { reason: `Unexpected ${quote(address)} in \`${name}\`, expected it in the book` }
}

function styled(value: string): string | undefined {
  const [found] = value.matchAll(IN_STYLE)
  return found?.[1]
}
