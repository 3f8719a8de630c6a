// The ways in which a block, or the part of one that stands between two fences, can be set there: none that has a fault
// which the approved pages did not have.
import type { Setting } from '../../composition.ts'
import { countFaults } from '../line-findings.ts'
import type { Matter } from '../matter.ts'
import { isSame, sizeOf } from './fenced-pages.ts'
import type { Part } from './fenced-pages.ts'
import type { Job } from './job.ts'
import type { Alter } from './letters.ts'
import { setBetween, slice, startsOf } from './letters.ts'

/** One way to set a part. */
export interface Choice {
  setting: Setting
  /** Where its block's settings have it, if it is one of them. */
  index: number | undefined
}

/** A part as it was set, in its old block. */
export interface OldPart {
  part: Part
  matter: Matter
  setting: number
  /** Lines. */
  from: number
  to: number
}

/** What is changed in a block to find out what would do. */
export interface Trial {
  of: number
  inNote: boolean
  alter: Alter
  /** Letters more or less that it then has. */
  more: number
}

/** @param before the part as it was set on these pages, if it stood there */
export function choicesFor(
  job: Job,
  part: Part,
  inNote: boolean,
  before: OldPart | undefined,
  trial?: Trial
): readonly Choice[] {
  const { of, from, to } = part
  const altered = trial?.of === of && trial.inNote === inNote ? trial : undefined
  const key = [inNote, of, from, to, before?.part.of, before?.setting, before?.from, before?.to]
  const known = altered ? undefined : job.known.get(key.join())
  if (known) return known
  const found = find(job, part, inNote, before, altered)
  if (!altered) job.known.set(key.join(), found)
  return found
}

function find(
  job: Job,
  part: Part,
  inNote: boolean,
  before: OldPart | undefined,
  trial: Trial | undefined
): Choice[] {
  const rows = inNote ? job.notes : job.text
  const matter = rows.now.matters[part.of]
  if (!matter) return []
  const same = before && isSame(before.part, part, rows) ? before : undefined
  const old = same?.matter.settings[same.setting]
  const kept = same && old ? slice(old, same.from, same.to) : undefined
  const faults = (d: Setting) => countFaults(d.lines(), job.setter, inNote)
  const size = sizeOf(rows.now, part.of)
  const isWhole = part.from === 0 && part.to === size
  const best = isWhole ? Math.min(...matter.settings.map(faults)) : 0
  const allowed = kept ? Math.max(best, faults(kept)) : best
  const usual = isWhole && !trial ? matter.settings : []
  const to = part.to + (trial?.more ?? 0)
  const others = matter.again
    ? setBetween(matter, part.from, to, job.setter.lines, trial?.alter)
    : slicesOf(matter, part)
  const least = inNote ? 1 : (job.blocks[part.of]?.least ?? 0)
  // An end or a beginning that was alone may stay so.
  const fewest = Math.min(least, kept?.heights.length ?? Infinity)
  const isInside = part.from > 0 && part.to < size
  const isNew = (d: Setting) => usual.every((own) => own.heights.length !== d.heights.length)
  const was = kept && !trial && same?.matter.settings !== matter.settings && matter.again
  return [
    ...(kept && (was || (!isWhole && !trial)) ? [{ setting: kept, index: undefined }] : []),
    ...usual.map((setting, index): Choice => ({ setting, index })),
    ...others
      .filter((d) => isWhole || isInside || d.heights.length >= fewest)
      .filter(isNew)
      .map((setting): Choice => ({ setting, index: undefined }))
  ].filter((d) => faults(d.setting) <= allowed)
}

/** Lines of what cannot be set again. */
function slicesOf(matter: Matter, { from, to }: Part): Setting[] {
  return matter.settings.slice(0, 1).map((d) => slice(d, from, to))
}

/** Letters at which the lines of a choice begin, counted in its block. */
export function linesOf({ from }: Part, { again }: Matter, setting: Setting): number[] {
  const matter: Matter = { settings: [setting], draw: () => ({ blocks: [], rules: [] }) }
  return startsOf(again ? { ...matter, again } : matter, setting)
    .slice(0, -1)
    .map((d) => d + from)
}
