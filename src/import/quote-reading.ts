// A block's text as it is read: without emphasis marks, tags and note calls, so that in `*'Yes,'*` and in `'word'[^7]` a mark's
// neighbours are those that a reader sees. Code and addresses read as letters.
import type { Draft } from './draft.ts'
import { CLOSED, kindAt, MARKUP, PROSE } from './draft.ts'
import type { Stretch } from './stretch.ts'

const CALL = /\[\^[^[\]\s]+\]|<sup>[^<>]{1,4}<\/sup>|[¹²³⁰⁴-⁹†‡]/gu

/** The signs that a reader sees, where each stands in the block's text, and whether a repair may change it. */
export interface Reading {
  signs: readonly string[]
  at: readonly number[]
  prose: readonly boolean[]
}

/** Read a block's text. */
export function readSigns(draft: Draft, content: Stretch): Reading {
  const signs: string[] = []
  const places: number[] = []
  const prose: boolean[] = []
  const calls = new Uint8Array(content.text.length)
  for (const match of content.text.matchAll(CALL))
    calls.fill(1, match.index, match.index + match[0].length)
  for (let at = 0; at < content.text.length; at++) {
    const sign = content.text[at] ?? ''
    const kind = kindAt(draft, content, at)
    if (calls[at] === 1 || (kind === MARKUP && !/\s/u.test(sign))) continue
    signs.push(kind === CLOSED ? 'x' : sign)
    places.push(at)
    prose.push(kind === PROSE)
  }
  return { signs, at: places, prose }
}
