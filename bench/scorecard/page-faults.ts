// What a maker-up may not leave: lines alone at the head or the foot of a page, words broken over a turn, headings without
// text below, stumps of words as last lines. Each list says where, so that a person can look.
import { endsWithHyphen } from './line-ends.ts'
import type { Line } from './lines.ts'
import type { Sheet } from './margins.ts'
import type { Lines } from './paragraphs.ts'

export interface PageFaults {
  widows: readonly string[]
  orphans: readonly string[]
  /** Last lines narrower than 3 em, and those that are the rest of one broken word. */
  runts: readonly string[]
  fragments: readonly string[]
  hyphensOverPage: readonly string[]
  /** Those of them from a recto to its back. */
  hyphensOverLeaf: readonly string[]
  /** Headings with fewer than two lines below. */
  stranded: readonly string[]
}

export function pageFaults(sheet: Sheet, paragraphs: readonly Lines[]): PageFaults {
  const long = paragraphs.filter((d) => d.length > 1)
  const last = (d: Lines): Line => d.at(-1) ?? d[0]
  const lastBut = (d: Lines): Line => d.at(-2) ?? d[0]
  const parted = (a: Line, b: Line | undefined) =>
    b !== undefined && (a.page !== b.page || a.column !== b.column)
  const turns = paragraphs.flatMap((lines) =>
    lines.filter((d, i) => endsWithHyphen(d) && (lines[i + 1]?.page ?? d.page) !== d.page)
  )
  return {
    widows: long.filter((d) => parted(lastBut(d), last(d))).map((d) => say(last(d))),
    orphans: long.filter((d) => parted(d[0], d[1])).map((d) => say(d[0])),
    runts: long
      .map(last)
      .filter((d) => d.right - d.left < 3 * sheet.body)
      .map(say),
    fragments: long
      .filter((d) => endsWithHyphen(lastBut(d)) && isOneWord(last(d)))
      .map((d) => say(last(d))),
    hyphensOverPage: turns.map(say),
    hyphensOverLeaf: turns.filter((d) => d.page % 2 === 1).map(say),
    stranded: strandedIn(sheet).map(say)
  }
}

function strandedIn(sheet: Sheet): Line[] {
  return sheet.frames.flatMap(({ flow }) =>
    flow.filter((line, i) => {
      const next = flow.findIndex((d, k) => k > i && d.role !== 'heading')
      return line.role === 'heading' && (next < 0 || flow.length - next < 2)
    })
  )
}

function isOneWord(line: Line): boolean {
  return !/\s/u.test(line.text.replace(/\d+$/u, '').trim())
}

/** The page of a line and how it begins. */
function say(line: Line): string {
  return `page ${line.page}: ${line.text.slice(0, 50)}`
}
