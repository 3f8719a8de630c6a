// Nothing in an e-book runs: no script, no handler of events, no link that is a programme (promise P1).
import { placeIn } from './e-book.ts'
import type { EBook } from './e-book.ts'
import { quote } from './findings.ts'
import type { Finding } from './findings.ts'

const RUNS = /^[\s\p{Cc}]*(?:javascript|vbscript)[\s\p{Cc}]*:/iu

/** Scripts, handlers and links that run. */
export function* noScripts({ chapters }: EBook): Generator<Finding> {
  for (const chapter of chapters)
    for (const tag of chapter.tags) {
      if (/(?:^|:)script$/iu.test(tag.name))
        yield {
          reason: `Unexpected ${quote('<script>')} ${placeIn(chapter, tag)}, expected text only`
        }
      for (const [name, value] of tag.attributes)
        if (/^on/iu.test(name) || RUNS.test(value))
          yield {
            reason: `Unexpected ${quote(`${name}="${value}"`)} ${placeIn(chapter, tag)}, expected nothing that runs`
          }
    }
}
