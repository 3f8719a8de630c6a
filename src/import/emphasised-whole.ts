// Whether a whole paragraph is emphasised, as `**"…"<sup>7</sup>**` or `*…*`: the mark, and what stands inside it. A call may
// stand after the mark: `**"…"**[^7]`.
import type { Block } from './draft.ts'
import type { Stretch } from './stretch.ts'
import { concat, slice } from './stretch.ts'

const WHOLE = /^(\*{1,3}|_{1,3})(?=[^\s*_])([^]*[^\s*_\\])\1(\.?(?:\[\^[^[\]\s]+\])*\.?)\s*$/u

/** The text inside the emphasis, or undefined when the paragraph is not emphasised as a whole. */
export function emphasisedWhole(block: Block): Stretch | undefined {
  if (block.kind !== 'paragraph') return undefined
  const { content } = block
  const [, mark = '', inside = '', calls = ''] = WHOLE.exec(content.text) ?? []
  if (mark === '' || breaks(inside, mark)) return undefined
  const end = mark.length + inside.length
  const after = end + mark.length
  return concat([slice(content, mark.length, end), slice(content, after, after + calls.length)])
}

/** Whether the same mark ends and begins again inside: `**one** and **two**`. */
function breaks(inside: string, mark: string): boolean {
  if (mark.length > 1) return inside.includes(mark)
  return inside.replaceAll(mark + mark, '').includes(mark)
}
