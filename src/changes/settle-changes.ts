// An alignment in; the same one out, in which words that were put in, or taken out, stand where an editor would say that they
// do. Where `a b. a c.` has become `a b. a d. a c.`, it was not `b. a d. a` that came in but the sentence `a d.`.
import { changesIn } from './changes-in.ts'
import { beginsBlock, endsClause, endsSentence } from './streams.ts'
import type { Token } from './streams.ts'

/** Slide each change that has one side only to the nearest natural place. */
export function settleChanges(
  match: Int32Array,
  old: readonly Token[],
  now: readonly Token[]
): void {
  const back = new Int32Array(now.length).fill(-1)
  for (const [index, to] of match.entries()) if (to >= 0) back[to] = index
  for (const change of changesIn(match, now.length)) {
    if (change.old[0] === change.old[1]) settleAdded(match, back, now, change.new)
    else if (change.new[0] === change.new[1]) settleDeleted(match, back, old, change.old)
  }
}

/** Where in a stream a run may stand without making a difference, from its place: steps to the left and right. */
function bestStep(
  tokens: readonly Token[],
  [from, to]: readonly [number, number],
  free: (index: number) => boolean
): number {
  let [best, step] = [scoreAt(tokens, from, to), 0]
  const same = (a: number, b: number) => tokens[a]?.key === tokens[b]?.key
  for (
    let left = 1;
    from - left >= 0 && free(from - left) && same(from - left, to - left);
    left += 1
  ) {
    const score = scoreAt(tokens, from - left, to - left)
    if (score > best) [best, step] = [score, -left]
  }
  for (
    let right = 1;
    to + right <= tokens.length && free(to + right - 1) && same(from + right - 1, to + right - 1);
    right += 1
  ) {
    const score = scoreAt(tokens, from + right, to + right)
    if (score > best) [best, step] = [score, right]
  }
  return step
}

/** How natural it is that a run stands here: whole blocks, whole sentences, whole clauses. */
function scoreAt(tokens: readonly Token[], from: number, to: number): number {
  const before = tokens[from - 1]
  const last = tokens[to - 1]
  const follows = tokens[to]
  const call = follows?.word?.call !== undefined
  if (beginsBlock(tokens[from])) return follows === undefined || beginsBlock(follows) ? 16 : 0
  if (call) return 0
  const closes = endsSentence(textBefore(tokens, to))
  const begins =
    beginsBlock(before) || before === undefined || endsSentence(textBefore(tokens, from))
  const clause = endsClause(last) || endsClause(before) ? 1 : 0
  return (begins ? 4 : 0) + (closes ? 4 : 0) + clause
}

/** The last token before an index that is no call. */
function textBefore(tokens: readonly Token[], index: number): Token | undefined {
  let at = index - 1
  while (tokens[at]?.word?.call !== undefined) at -= 1
  return tokens[at]
}

function settleAdded(
  match: Int32Array,
  back: Int32Array,
  now: readonly Token[],
  run: readonly [number, number]
): void {
  const step = bestStep(now, run, (d) => (back[d] ?? -1) >= 0)
  slide(run, step, (from, to) => {
    const index = back[from] ?? -1
    match[index] = to
    back[to] = index
    back[from] = -1
  })
}

function settleDeleted(
  match: Int32Array,
  back: Int32Array,
  old: readonly Token[],
  run: readonly [number, number]
): void {
  const step = bestStep(old, run, (d) => (match[d] ?? -1) >= 0)
  slide(run, step, (from, to) => {
    const index = match[from] ?? -1
    match[to] = index
    match[from] = -1
    back[index] = to
  })
}

/** A token goes over the run: from `from` to `to`. */
function slide(
  [from, to]: readonly [number, number],
  step: number,
  pass: (from: number, to: number) => void
): void {
  for (let left = 1; left <= -step; left += 1) pass(from - left, to - left)
  for (let right = 0; right < step; right += 1) pass(to + right, from + right)
}
