// Lines and letters: at which letter of its block each line begins, and which line begins at a letter. Of what cannot be
// set again, the lines are counted instead.
import type { Line, Setting } from '../../composition.ts'
import { countLetters, lettersOf } from '../break-part.ts'
import type { Lines } from '../lines.ts'
import type { Matter } from '../matter.ts'
import type { Paragraph } from '../paragraph.ts'

/** The letter at which each line of a setting begins, and at last their number. */
export function startsOf({ again }: Matter, setting: Setting): number[] {
  if (!again) return [...setting.heights.keys(), setting.heights.length]
  const starts = [0]
  for (const line of setting.lines()) starts.push((starts.at(-1) ?? 0) + lettersIn(line))
  return starts
}

/** A hyphen that was put in is no letter of the text. */
function lettersIn({ pieces, end }: Line): number {
  const letters = pieces.reduce((sum, d) => sum + countLetters(d.text), 0)
  return end === 'soft' ? letters - 1 : letters
}

/** Changes a paragraph before it is set, if it is the one: so many letters of its block are before it. */
export type Alter = (paragraph: Paragraph, before: number) => Paragraph

/** Ways to set the letters from one to another of some matter; none where no line can begin or end there. */
export function setBetween(
  matter: Matter,
  from: number,
  to: number,
  lines: Lines,
  alter: Alter = (d) => d
): readonly Setting[] {
  let before = 0
  let unaltered = 0
  let whole = true
  const set = matter.again?.((paragraph) => {
    const changed = alter(paragraph, unaltered)
    unaltered += lettersOf(paragraph.runs)
    const count = lettersOf(changed.runs)
    const [first, last] = [Math.max(0, from - before), Math.min(count, to - before)]
    before += count
    if (last <= first) return [NOTHING]
    const settings = lines.setPart(changed, first, last)
    whole &&= settings.length > 0
    return settings.length > 0 ? settings : [NOTHING]
  })
  return whole ? (set?.settings ?? []) : []
}

const NOTHING: Setting = {
  cost: 0,
  heights: [],
  calls: new Map(),
  hyphens: [],
  lines: () => []
}

/** The matter with one setting, whose lines begin at these letters; undefined where they cannot. */
export function setAt(matter: Matter, starts: readonly number[], lines: Lines): Matter | undefined {
  let before = 0
  let whole = true
  const set = matter.again?.((paragraph) => {
    const end = before + lettersOf(paragraph.runs)
    const own = starts.filter((d) => d >= before && d < end).map((d) => d - before)
    const setting = own[0] === 0 ? lines.setAt(paragraph, own) : undefined
    before = end
    whole &&= setting !== undefined
    return [setting ?? NOTHING]
  })
  return whole ? set : undefined
}

/** Some lines of a setting, as a setting of their own. */
export function slice(setting: Setting, from: number, to: number): Setting {
  const calls = [...setting.calls].filter(([line]) => line >= from && line < to)
  return {
    cost: 0,
    heights: setting.heights.slice(from, to),
    calls: new Map(calls.map(([line, numbers]) => [line - from, numbers])),
    hyphens: setting.hyphens.slice(from, to),
    lines: () => setting.lines().slice(from, to)
  }
}
