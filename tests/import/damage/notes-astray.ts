// Notes that do not match: one without its call, one call without its note, notes in another order. Nothing of this can be
// mended, so the perfect import keeps what is there.
import type { Copy } from './copy.ts'
import type { Damage } from './job.ts'
import { wound } from './job.ts'
import { between } from './random.ts'

const FEWEST = 5

/** Lose one note of five or more. */
export const loseNote: Damage = (job, random) => {
  const { notes } = job.rough
  if (notes.length < FEWEST) return
  const [lost] = notes.splice(between(random, 1, notes.length - 2), 1)
  job.clean.notes = job.clean.notes.filter((d) => d.label !== lost?.label)
  wound(job, 'lose-note', lost?.label ?? '')
}

/** Lose the call of the last note. */
export const loseCall: Damage = (job) => {
  const label = job.rough.notes.at(-1)?.label
  if (job.rough.notes.length < FEWEST || label === undefined) return
  for (const copy of [job.clean, job.rough]) dropCall(copy, label)
  wound(job, 'lose-call', label)
}

function dropCall({ pieces }: Copy, label: string): void {
  for (const d of pieces) d.text = d.text.replace(`[^${label}]`, '')
}

/** Exchange two neighbouring notes; which of them comes first is of no account. */
export const shuffleNotes: Damage = (job, random) => {
  const { notes } = job.rough
  if (notes.length < FEWEST) return
  const at = between(random, 1, notes.length - 2)
  notes.splice(at, 0, ...notes.splice(at + 1, 1))
  wound(job, 'shuffle-notes', notes[at]?.label ?? '')
}
