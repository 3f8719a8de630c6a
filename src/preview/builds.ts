// Builds of a manuscript, one after the other: what makes pages in; the last good pages out, with what is to be said of
// them, and numbers that tell a page what it has not seen yet.
import { createHash } from 'node:crypto'
import type { Picture } from '../assets.ts'
import type { FaceName } from '../faces.ts'
import type { PlacedWord } from '../places.ts'
import type { Problem, ToldFinding } from './told.ts'

/** Pages as they were made. */
export interface Made {
  title: string
  /** Of the trimmed page, in tenths of a point. */
  width: number
  height: number
  pages: readonly { html: string; side: 'recto' | 'verso'; label: string }[]
  css: string
  faces: readonly FaceName[]
  /** Those that the pages name, by name. */
  pictures: ReadonlyMap<string, Picture>
  /** What the typesetting could not avoid. */
  findings: readonly ToldFinding[]
  /** Where each word stands; reckoned when somebody asks. */
  words: () => readonly PlacedWord[]
  /** What a check has to say, which takes longer than making pages. */
  check: () => Promise<readonly ToldFinding[]>
}

/** Makes the pages of a manuscript as it lies on the disk, or says what is wrong with it. */
export type Making = () => Promise<Made | Problem>

/** What there is to show. */
export interface Now {
  build: number
  made?: Made
  problem?: Problem
  /** What the last check had to say. */
  checked: readonly ToldFinding[]
  /** Of each page what it looks like, in short. */
  ids: readonly string[]
  /** With which build each came to be. */
  since: ReadonlyMap<string, number>
  cssSince: number
  /** Milliseconds that the last build took. */
  spent: number
}

export interface Builds {
  /** Build what lies there now, after what is being built. */
  build: () => Promise<void>
  now: () => Now
  /** How often pages were made, or could not be. */
  count: () => number
  close: () => void
}

/** An editor that saves by taking the file away is given so long to put it back before anybody is told, in milliseconds. */
const DOUBT = 200
/** A check waits until nobody has saved for so long. */
const REST = 500

/** @param tell told whenever there is something new */
export function openBuilds(making: Making, tell: (now: Now) => void): Builds {
  let now: Now = { build: 0, checked: [], ids: [], since: new Map(), cssSince: 0, spent: 0 }
  let count = 0
  let rest: NodeJS.Timeout | undefined
  let last = Promise.resolve()
  return { build, now: () => now, count: () => count, close: () => clearTimeout(rest) }

  function build(): Promise<void> {
    return (last = last.then(buildOnce))
  }
  async function buildOnce(): Promise<void> {
    clearTimeout(rest)
    const begun = performance.now()
    count += 1
    let made = await making()
    if ('reason' in made) {
      await new Promise((resolve) => setTimeout(resolve, DOUBT))
      made = await making()
    }
    const spent = performance.now() - begun
    if ('reason' in made) return publish({ ...now, problem: made, spent })
    const { problem: _, ...before } = now
    publish({ ...before, ...pagesOf(made, before), made, spent })
    restThenCheck(made)
  }
  function publish(next: Now): void {
    now = { ...next, build: now.build + 1 }
    tell(now)
  }
  /** What was said of the text before still stands until then. */
  function restThenCheck(made: Made): void {
    rest = setTimeout(async () => {
      const checked = await made.check().catch((error: unknown) => [defect(error)])
      const same = JSON.stringify(checked) === JSON.stringify(now.checked)
      if (now.made === made && !same) publish({ ...now, checked })
    }, REST)
    rest.unref()
  }
}

function defect(error: unknown): ToldFinding {
  return { rule: 'check', reason: `Unexpected defect of the press: ${String(error)}` }
}

function pagesOf(made: Made, last: Now): Pick<Now, 'ids' | 'since' | 'cssSince'> {
  const build = last.build + 1
  const ids = made.pages.map((d) => idOf(d.html))
  const since = new Map(ids.map((id) => [id, last.since.get(id) ?? build]))
  return { ids, since, cssSince: last.made?.css === made.css ? last.cssSince : build }
}

function idOf(html: string): string {
  return createHash('sha256').update(html).digest('hex').slice(0, 16)
}
