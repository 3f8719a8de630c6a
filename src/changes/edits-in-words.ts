// The edits between two texts of which nothing but the words are known, as of a PDF from elsewhere: no paragraphs, no
// emphasis, no calls.
import type { Edit } from '../changes.ts'
import type { TextWord } from '../manuscript/words.ts'
import { compareStreams } from './compare-streams.ts'
import { counterpartIn } from './counterpart.ts'
import type { Dress } from './dress.ts'
import { draftOf, draftOfMove, neighboursIn } from './drafts.ts'
import { findMoves } from './find-moves.ts'
import { finishEdits } from './finish-edits.ts'
import { streamOf } from './streams.ts'

type Sides<T> = Readonly<Record<'old' | 'new', T>>

/** @param words of the text, and of all notes as one flow */
export function editsInWords(
  texts: Sides<string>,
  words: Sides<readonly TextWord[]>
): readonly Edit[] {
  const flow = (side: 'old' | 'new', isText: boolean) =>
    streamOf(
      words[side].filter((d) => (d.flow === 'text') === isText),
      (label) => label
    )
  const found = [true, false].map((isText) =>
    compareStreams({ old: flow('old', isText), new: flow('new', isText) })
  )
  const compared = found.flatMap((d) => d.compared)
  const { changes, moved } = findMoves(compared)
  const neighbours = neighboursIn(words)
  const drafts = [
    ...changes.map(draftOf),
    ...[...found.flatMap((d) => d.moved), ...moved].map((d) => draftOfMove(d, neighbours))
  ]
  const none = { old: [], new: [] }
  return finishEdits({
    texts,
    words,
    notes: none,
    pairs: [],
    drafts,
    dresses: { old: plain, new: plain },
    counterpart: counterpartIn(compared),
    around: neighbours.around,
    settings: [],
    things: []
  })
}

function plain(): Dress {
  return { style: '', link: '', inner: '' }
}
