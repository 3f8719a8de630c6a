// Streams with their matches in, edits out where words stay and are dressed otherwise: emphasis, links, the level of a heading,
// a paragraph that has become a quotation.
import type { TextWord } from '../manuscript/words.ts'
import type { Compared } from './align-streams.ts'
import type { Draft, Neighbours } from './drafts.ts'
import type { Dress } from './dress.ts'
import type { Token } from './streams.ts'

/** What dresses the words of both manuscripts. */
export type Dresses = Readonly<Record<'old' | 'new', (word: TextWord) => Dress>>

/** What was restyled in a flow. */
export function restyled(compared: Compared, dresses: Dresses, around: Neighbours): Draft[] {
  const draft = (run: Run): Draft => ({
    kind: 'restyled',
    old: around.around('old', run.old),
    new: around.around('new', run.new)
  })
  return [...kindRuns(compared), ...dressRuns(compared, dresses)].map(draft)
}

/** Tokens that follow each other on both sides. */
interface Run {
  old: Token[]
  new: Token[]
}

/** Blocks that follow each other and changed from one kind to another, as one; what of them was edited is not among them. */
function kindRuns({ old, new: now, match }: Compared): Run[] {
  const runs: Run[] = []
  let last = ''
  for (let at = 0; at < match.length; at += 1) {
    const [was, is] = [old[at], now[match[at] ?? -1]]
    if (!was || !is) continue
    const change = was.kind === is.kind ? '' : `${was.kind}\n${is.kind}`
    if (change !== '') extend(runs, change === last, was, is)
    last = change
  }
  return runs.filter((d) => d.old.some((token) => token.word))
}

function dressRuns({ old, new: now, match }: Compared, dresses: Dresses): Run[] {
  const runs: Run[] = []
  let [last, end] = [-1, -1]
  for (let at = 0; at < match.length; at += 1) {
    const to = match[at] ?? -1
    const [was, is] = [old[at], now[to]]
    if (!was?.word || !is?.word || isPlain(was.word, is.word)) continue
    if (isSame(dresses.old(was.word), dresses.new(is.word))) continue
    extend(runs, at === last + 1 && to === end + 1, was, is)
    last = at
    end = to
  }
  return runs
}

function extend(runs: Run[], goesOn: boolean, was: Token, is: Token): void {
  const run = goesOn ? runs.at(-1) : undefined
  if (run) {
    run.old.push(was)
    run.new.push(is)
  } else runs.push({ old: [was], new: [is] })
}

function isSame(one: Dress, other: Dress): boolean {
  return one.style === other.style && one.link === other.link && one.inner === other.inner
}

/** Neither word has any dress: most have none. */
function isPlain(was: TextWord, is: TextWord): boolean {
  return was.style === '' && is.style === '' && isBare(was) && isBare(is)
}

/** Its letters are all that the manuscript has of it. */
function isBare({ text, from, to }: TextWord): boolean {
  return to - from === text.length
}
