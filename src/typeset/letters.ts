// The letters of a paragraph in one row, shaped. Comes in: its runs. Goes out: their text without the marks that are only
// places to break (U+00AD, U+200B), and sums of widths, so that any stretch of it is measured by one subtraction.
import type { Run, Style, Wrap } from '../composition.ts'
import type { Shaper } from './shape.ts'

/** Width of a letter that its face has no drawing for, in ems. */
export const ABSENT = 0.6
/** Stands for a thing that is no text. */
export const THING = '\uFFFC'

/** Letters that are shaped together: elements around them do not matter, a change of style does. */
export interface Group {
  from: number
  to: number
  style: Style
  /** BCP 47, where it is not that of the book. */
  language: string | undefined
  kind: 'text' | 'thing' | 'absent' | 'break'
}

/** A paragraph as one row of letters; indexes are UTF-16, lengths tenths of a point. */
export interface Letters {
  text: string
  runs: readonly Run[]
  /** Index of the run of each letter. */
  runOf: Int32Array
  groups: readonly Group[]
  groupOf: Int32Array
  /** Width of all before each letter, the letterspace of the styles included. */
  x: Float64Array
  /** Letters that take letterspace, word spaces, and the width of these, before each letter. */
  spaced: Int32Array
  spaces: Int32Array
  spaceWidth: Float64Array
  /** 1 where a cluster begins: a line may break here without splitting a ligature. */
  starts: Uint8Array
  /** Places of soft hyphens, and places that may break with nothing put in. */
  soft: readonly number[]
  open: readonly number[]
  /** Size of most letters. */
  em: number
}

const UNEVEN = /[\t\r\n\u00AD\u200B]|  /u

/**
 * @param preformatted spaces stay as they are
 * @param language of runs that do not say theirs, where it is not that of the book
 */
export function layLetters(
  runs: readonly Run[],
  shaper: Shaper,
  preformatted: boolean,
  language?: string
): Letters {
  const row = joinRuns(runs, preformatted)
  const { length } = row.text
  const letters = {
    ...row,
    runs,
    groupOf: new Int32Array(length),
    x: new Float64Array(length + 1),
    spaced: new Int32Array(length + 1),
    spaces: new Int32Array(length + 1),
    spaceWidth: new Float64Array(length + 1),
    starts: new Uint8Array(length + 1).fill(1, length),
    em: mainSize(runs)
  }
  const groups = divide(row.text, row.runOf, runs)
    .map((d) => ({ ...d, language: d.language ?? language }))
    .flatMap((d) => splitAbsent(row.text, d, shaper))
  groups.forEach((group, index) => measure(letters, group, index, shaper))
  return { ...letters, groups }
}

type Unmeasured = Omit<Letters, 'groups'>

function measure(letters: Unmeasured, group: Group, index: number, shaper: Shaper): void {
  const { text, groupOf, x, spaced, spaces, spaceWidth, starts } = letters
  const { from, to, style, language, kind } = group
  const shaped = kind === 'text' ? shaper.shape(text.slice(from, to), style, language) : undefined
  const fixed = kind === 'thing' ? (letters.runs[letters.runOf[from] ?? 0]?.width ?? 0) : 0
  for (let at = from; at < to; at++) {
    const low = text.charCodeAt(at) & 0xfc00
    let [width, letter] = [fixed, 0]
    if (shaped) {
      letter = shaped.spaced[at - from] ?? 0
      width = (shaped.advances[at - from] ?? 0) * style.size + letter * style.tracking
      starts[at] = shaped.starts[at - from] ?? 0
    } else if (low !== 0xdc00) {
      if (kind === 'absent') width = ABSENT * style.size
      starts[at] = 1
    } else width = 0
    const space = isWordSpace(text.charCodeAt(at)) && kind === 'text' ? 1 : 0
    groupOf[at] = index
    x[at + 1] = (x[at] ?? 0) + width
    spaced[at + 1] = (spaced[at] ?? 0) + letter
    spaces[at + 1] = (spaces[at] ?? 0) + space
    spaceWidth[at + 1] = (spaceWidth[at] ?? 0) + space * width
  }
}

/** U+0020 and U+00A0, which word-spacing widens. */
export function isWordSpace(code: number): boolean {
  return code === 0x20 || code === 0xa0
}

type Row = Pick<Letters, 'text' | 'runOf' | 'soft' | 'open'>

function joinRuns(runs: readonly Run[], preformatted: boolean): Row {
  let text = ''
  const runOf: number[] = []
  const soft: number[] = []
  const open: number[] = []
  runs.forEach((run, index) => {
    if (run.width !== undefined) text += THING
    else if (!UNEVEN.test(run.text) && (preformatted || !startsSpaced(run.text, text))) {
      text += run.text
    } else for (const letter of run.text) add(letter)
    while (runOf.length < text.length) runOf.push(index)
  })
  if (!preformatted) text = text.replace(/ +$/u, '')
  return { text, runOf: Int32Array.from(runOf).subarray(0, text.length), soft, open }

  function add(letter: string): void {
    if (letter === '\u00AD') soft.push(text.length)
    else if (letter === '\u200B') open.push(text.length)
    else if (letter === '\r') return
    else if (preformatted) text += letter === '\t' ? ' ' : letter
    else if (letter === ' ' || letter === '\t') text += startsSpaced(' ', text) ? '' : ' '
    else text += letter
  }
}

/** A space at the start, behind another or behind a line break is none. */
function startsSpaced(next: string, before: string): boolean {
  return next.startsWith(' ') && (before === '' || before.endsWith(' ') || before.endsWith('\n'))
}

function divide(text: string, runOf: Int32Array, runs: readonly Run[]): Group[] {
  const groups: Group[] = []
  for (let from = 0; from < text.length;) {
    const run = runs[runOf[from] ?? 0]
    if (!run) break
    let to = from + 1
    let kind: Group['kind'] = 'text'
    if (text[from] === '\n') kind = 'break'
    else if (run.width !== undefined) kind = 'thing'
    else while (to < text.length && text[to] !== '\n' && continues(run, runs[runOf[to] ?? 0])) to++
    groups.push({ from, to, style: run.style, language: languageOf(run.wraps), kind })
    from = to
  }
  return groups
}

/** Whether two runs are shaped together. */
export function continues(run: Run, next: Run | undefined): boolean {
  if (run === next) return true
  if (!next || next.width !== undefined || !sameStyle(run.style, next.style)) return false
  return run.wraps === next.wraps || languageOf(run.wraps) === languageOf(next.wraps)
}

/** The language that the nearest element around a run is said to be in. */
export function languageOf(wraps: readonly Wrap[]): string | undefined {
  const lang = wraps.findLast((d) => d.properties.lang !== undefined)?.properties.lang
  return typeof lang === 'string' && lang !== '' ? lang : undefined
}

function sameStyle(a: Style, b: Style): boolean {
  return (
    a === b ||
    (a.face === b.face &&
      a.size === b.size &&
      a.raise === b.raise &&
      a.tracking === b.tracking &&
      a.features.join() === b.features.join())
  )
}

/** Letters without a drawing stand by themselves, and what is between them is shaped without them. */
function splitAbsent(text: string, group: Group, shaper: Shaper): Group[] {
  const { from, to, style, language, kind } = group
  const absent = kind === 'text' && shaper.shape(text.slice(from, to), style, language).absent
  if (!absent) return [group]
  const parts: Group[] = []
  for (let at = from; at < to; at++) {
    const here = absent[at - from] === 1 ? 'absent' : 'text'
    const last = parts.at(-1)
    if (last?.kind === here) last.to = at + 1
    else parts.push({ from: at, to: at + 1, style, language, kind: here })
  }
  return parts
}

function mainSize(runs: readonly Run[]): number {
  const sizes = new Map<number, number>()
  for (const { text, style } of runs) {
    sizes.set(style.size, (sizes.get(style.size) ?? 0) + text.length)
  }
  const [first] = [...sizes].toSorted((a, b) => b[1] - a[1])
  return first?.[0] ?? 1
}
