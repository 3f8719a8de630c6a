// A note is called after the stop or before it, but in one text the same way. The rarer way is asked about once, at the
// first place, with how often it comes.
//
//     … as he said.[^1] … as she said[^2].
import { asked } from './copy.ts'
import type { Copy, Passage, Query } from './copy.ts'
import { quote } from './quote.ts'

const STOP = /[.,;:!?]/u
const CLOSING = /[”’)\]]/u
/** One way is the rule when it is this many times as frequent as the other. */
const RULE_IS = 3
const LIKELY = 0.5

/** Note calls on the other side of the stop than most. */
export function* callsAfterTheStop({ passages }: Copy): Generator<Query> {
  const after: Query[] = []
  const before: Query[] = []
  for (const passage of passages)
    for (const { at } of passage.calls) {
      if (stopBefore(passage, at)) after.push(doubt(passage, at, 'before'))
      else if (STOP.test(passage.text[at] ?? '')) before.push(doubt(passage, at, 'after'))
    }
  const [few, many] = before.length <= after.length ? [before, after] : [after, before]
  const [first] = few
  if (!first || many.length < RULE_IS * few.length) return
  const times = few.length > 1 ? `, ${few.length} times in all` : ''
  yield { ...first, reason: `${first.reason} as at the other ${many.length}${times}` }
}

function stopBefore({ text }: Passage, at: number): boolean {
  let i = at - 1
  while (i > 0 && CLOSING.test(text[i] ?? '')) i -= 1
  return STOP.test(text[i] ?? '')
}

function doubt(passage: Passage, at: number, wanted: string): Query {
  const near = passage.text.slice(Math.max(0, at - 16), at + 1)
  const reason = `Unexpected note call beside ${quote(near)}, expected it ${wanted} the stop`
  return asked('calls-after-the-stop', passage, Math.max(0, at - 1), at + 1, reason, LIKELY)
}
