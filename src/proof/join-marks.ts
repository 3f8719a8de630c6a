// The marks of one edit in, one for each word or part of one; those that stand together on a line out as one: a sentence
// that was added is underlined once, its word spaces too.
import type { Mark } from '../proof.ts'

/** Two words are neighbours where no more lies between them, as a share of their height. */
const WORD_SPACE = 0.6

/** @param marks in the order of the words */
export function joinMarks(marks: readonly Mark[]): Mark[] {
  const joined: Mark[] = []
  for (const { sign, box } of marks) {
    const last = joined.at(-1)
    if (!last || last.sign !== sign || sign === 'caret' || !isNext(last.box, box)) {
      joined.push({ sign, box })
      continue
    }
    const [left, top] = [Math.min(last.box.left, box.left), Math.min(last.box.top, box.top)]
    const right = Math.max(last.box.left + last.box.width, box.left + box.width)
    const bottom = Math.max(last.box.top + last.box.height, box.top + box.height)
    last.box = { page: box.page, left, top, width: right - left, height: bottom - top }
  }
  return joined
}

function isNext(a: Mark['box'], b: Mark['box']): boolean {
  const high = Math.max(a.height, b.height)
  const middle = (d: Mark['box']) => d.top + d.height / 2
  const gap = b.left - (a.left + a.width)
  return (
    a.page === b.page &&
    Math.abs(middle(a) - middle(b)) < high / 4 &&
    Math.abs(gap) < WORD_SPACE * high
  )
}
