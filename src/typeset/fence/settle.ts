// What stands on each page, as it was chosen page by page, made one again: a block that turns from page to page gets one
// setting that has the lines of each, and every page says which lines of it are its own.
import type { Lines } from '../lines.ts'
import type { Matter } from '../matter.ts'
import { setAt, startsOf } from './letters.ts'

/** A block, or part of one, on a page. */
export interface Stands {
  of: number
  top: number
  /** Lines of one of its block's settings, by index; or where its own lines begin, in letters of the block. */
  lines: { setting: number; from: number; to: number } | readonly number[]
}

/** Lines of a setting. */
export interface Placed {
  setting: number
  from: number
  to: number
}

/** Matter that was set anew, by its place in the row, and where each part is found in it. */
export interface Settled {
  anew: ReadonlyMap<number, Matter>
  placed: ReadonlyMap<Stands, Placed>
}

/** @param parts of all pages, in order; undefined where lines cannot begin where they are to */
export function settle(
  parts: readonly Stands[],
  matters: readonly Matter[],
  lines: Lines
): Settled | undefined {
  const anew = new Map<number, Matter>()
  const placed = new Map<Stands, Placed>()
  for (const of of new Set(parts.map((d) => d.of))) {
    const own = parts.filter((d) => d.of === of)
    const matter = matters[of]
    if (!matter) return undefined
    const [first] = own
    if (own.every((d) => isOf(first, d))) {
      for (const d of own) if ('setting' in d.lines) placed.set(d, d.lines)
      continue
    }
    const starts = own.map((d) => startsIn(d, matter))
    const set = setAt(matter, starts.flat(), lines)
    if (!set) return undefined
    anew.set(of, set)
    let from = 0
    for (const [i, d] of own.entries()) {
      const to = from + (starts[i]?.length ?? 0)
      placed.set(d, { setting: 0, from, to })
      from = to
    }
  }
  return { anew, placed }
}

function isOf(first: Stands | undefined, { lines }: Stands): boolean {
  if (!first || !('setting' in first.lines) || !('setting' in lines)) return false
  return first.lines.setting === lines.setting
}

function startsIn({ lines }: Stands, matter: Matter): readonly number[] {
  if (!('setting' in lines)) return lines
  const setting = matter.settings[lines.setting]
  return setting ? startsOf(matter, setting).slice(lines.from, lines.to) : []
}
