// A stretch of matter, as printers call type that is set: ways to set it, and how to put the lines of one of them at
// their places. Paragraphs, rows of tables and pictures differ in how they are drawn and in nothing else.
import type { PlacedLine, Rule, SetBlock, Setting, Style, Wrap } from '../composition.ts'
import type { Paragraph } from './paragraph.ts'

/** Where a part of some matter goes. */
export interface Slot {
  /** Index into `settings`. */
  setting: number
  /** Its lines `from` to before `to`. */
  from: number
  to: number
  /** Left edge of the frame, and the top of each line of the part in turn, from the page's corner. */
  left: number
  tops: readonly number[]
  /** It is the first on its page and has begun before: what is repeated there is drawn above. */
  opens: boolean
}

/** What was drawn. */
export interface Drawn {
  blocks: readonly SetBlock[]
  rules: readonly Rule[]
}

/** Who sets a paragraph: ways to set it. */
export type SetLines = (paragraph: Paragraph) => readonly Setting[]

/** Matter, ready to be put on pages. */
export interface Matter {
  settings: readonly Setting[]
  draw: (slot: Slot) => Drawn
  /** The same, its paragraphs set again in turn; missing where it is not made of paragraphs alone. */
  again?: (set: SetLines) => Matter
}

/** How the lines of a paragraph are put on a page. */
export interface Frame {
  within: readonly Wrap[]
  element: Wrap
  /** Left edge of its measure, from that of the frame. */
  inset: number
  /** Distance of its baselines: a higher line has room above. */
  leading: number
  /** How much lower its line boxes go, so that its baselines are those of the text. */
  lower?: number
  line?: number
  /** The style of its plain letters, by which its baselines go. */
  strut?: Style
}

/** The matter of a paragraph. */
export function paragraphMatter(paragraph: Paragraph, frame: Frame, set: SetLines): Matter {
  const settings = set(paragraph)
  return {
    settings,
    draw: (slot) => ({ blocks: [setBlock(settings, frame, slot)], rules: [] }),
    again: (other) => paragraphMatter(paragraph, frame, other)
  }
}

/** The lines of one element at their places. */
export function setBlock(settings: readonly Setting[], frame: Frame, slot: Slot): SetBlock {
  const { from, to, tops } = slot
  const setting = settings[slot.setting]
  const lines = setting?.lines().slice(from, to) ?? []
  const placed = lines.map((line, index): PlacedLine => {
    const height = setting?.heights[from + index] ?? frame.leading
    const top = (tops[index] ?? 0) + height - frame.leading + (frame.lower ?? 0)
    return { line, top, leading: frame.leading, ...(frame.strut && { strut: frame.strut }) }
  })
  return {
    within: frame.within,
    element: frame.element,
    ...(frame.line !== undefined && { line: frame.line }),
    left: slot.left + frame.inset,
    lines: placed,
    continued: from > 0
  }
}

/** Several stretches as one, in which their best settings follow each other; those of the longest may vary. */
export function joinMatter(parts: readonly Matter[], gaps: readonly number[]): Matter {
  const longest = indexOfLongest(parts)
  const count = parts[longest]?.settings.length ?? 1
  const choices = Array.from({ length: count }, (_, choice) =>
    parts.map((_part, index) => (index === longest ? choice : 0))
  )
  const settings = choices.map((choice) => joinSettings(chosen(parts, choice), gaps))
  const whole = parts.every((d) => d.again)
  return {
    settings,
    draw: (slot) => drawJoined(parts, gaps, choices[slot.setting] ?? [], slot),
    ...(whole && { again: (set) => joinMatter(again(parts, set), gaps) })
  }
}

function again(parts: readonly Matter[], set: SetLines): Matter[] {
  return parts.map((d) => d.again?.(set) ?? d)
}

function indexOfLongest(parts: readonly Matter[]): number {
  const lengths = parts.map((d) => d.settings[0]?.heights.length ?? 0)
  return Math.max(0, lengths.indexOf(Math.max(...lengths)))
}

function chosen(parts: readonly Matter[], choice: readonly number[]): Setting[] {
  return parts
    .map((part, index) => part.settings[choice[index] ?? 0])
    .filter((d) => d !== undefined)
}

/** Settings one after another; `gaps[i]` is the space above part i. */
function joinSettings(settings: readonly Setting[], gaps: readonly number[]): Setting {
  const heights: number[] = []
  const hyphens: boolean[] = []
  const calls = new Map<number, readonly number[]>()
  for (const [index, setting] of settings.entries()) {
    for (const [line, numbers] of setting.calls) calls.set(heights.length + line, numbers)
    const [first = 0, ...rest] = setting.heights
    if (setting.heights.length > 0) heights.push(first + (gaps[index] ?? 0), ...rest)
    hyphens.push(...setting.hyphens)
  }
  const cost = settings.reduce((sum, d) => sum + d.cost, 0)
  return { cost, heights, calls, hyphens, lines: () => settings.flatMap((d) => d.lines()) }
}

function drawJoined(
  parts: readonly Matter[],
  gaps: readonly number[],
  choice: readonly number[],
  slot: Slot
): Drawn {
  const blocks: SetBlock[] = []
  const rules: Rule[] = []
  let first = 0
  for (const [index, part] of parts.entries()) {
    const setting = choice[index] ?? 0
    const count = part.settings[setting]?.heights.length ?? 0
    const from = Math.max(0, slot.from - first)
    const to = Math.min(count, slot.to - first)
    if (from < to) {
      const skipped = first + from - slot.from
      const tops = slot.tops.slice(skipped, skipped + to - from)
      // The space above a part is room above its first line: it is in that line's height.
      if (from === 0) tops[0] = (tops[0] ?? 0) + (gaps[index] ?? 0)
      const drawn = part.draw({ ...slot, setting, from, to, tops })
      blocks.push(...drawn.blocks)
      rules.push(...drawn.rules)
    }
    first += count
  }
  return { blocks, rules }
}

/** Matter that no page turn may divide, as one line of its whole height. */
export function wholeMatter({ settings, draw }: Matter): Matter {
  const whole = settings.map((setting): Setting => {
    const height = setting.heights.reduce((sum, d) => sum + d, 0)
    const called = [...setting.calls.values()].flat()
    return {
      ...setting,
      heights: [height],
      hyphens: [false],
      calls: called.length > 0 ? new Map([[0, called]]) : new Map()
    }
  })
  return {
    settings: whole,
    draw: (slot) => {
      const heights = settings[slot.setting]?.heights ?? []
      let top = slot.tops[0] ?? 0
      const tops = heights.map((height) => (top += height) - height)
      return draw({ ...slot, from: 0, to: heights.length, tops })
    }
  }
}
