// A line in; the stretches of it that stand without a space out, and its note calls. Quotation marks that `<q>` asks for are
// no letters of the manuscript, but stand with the word that they touch.
import type { Line, Piece } from '../composition.ts'
import { eachWord } from '../manuscript/white-space.ts'

/** A stretch of a line without a space, by its code units. */
export interface LineStretch {
  from: number
  to: number
  /** Without what the press put in. */
  text: string
  /** Number of the note that is called. */
  call?: number
  /** The press has put something before a letter of it, so that letters and code units do not go together. */
  mixed?: true
}

/** Cut a line at its spaces and calls. */
export function cutLine(line: Line): LineStretch[] {
  const stretches: LineStretch[] = []
  let open: LineStretch | undefined
  let at = 0
  for (const piece of line.pieces) {
    const from = at
    const { text } = piece
    at += text.length
    const call = callOf(piece)
    if (call !== undefined) stretches.push({ from, to: at, text: '', call })
    if (call !== undefined || piece.run.width !== undefined) open = undefined
    else if (isMade(piece)) {
      open ??= begin(from)
      open.to = at
      open.mixed = true
    } else {
      let end = 0
      eachWord(text, (first, past) => {
        if (first > 0) open = undefined
        end = past
        open ??= begin(from + first)
        open.text += text.slice(first, past)
        open.to = from + past
      })
      if (end < text.length) open = undefined
    }
  }
  if (line.end === 'soft' && open) open.text = open.text.slice(0, -1)
  return stretches.filter((d) => d.text !== '' || d.call !== undefined)

  function begin(from: number): LineStretch {
    const stretch = { from, to: from, text: '' }
    stretches.push(stretch)
    return stretch
  }
}

function callOf({ run }: Piece): number | undefined {
  const call = run.wraps.find((d) => d.properties.dataCall !== undefined)
  return call && Number(call.properties.dataCall)
}

function isMade({ run }: Piece): boolean {
  return run.wraps.some((d) => d.properties.dataMade !== undefined)
}
