// When to work after a save: soon, but not before the saving is over, and not once for each of hundreds. Comes in: word of
// every save; goes out: calls of the work, never two at a time, and always one after the last save.

/** Milliseconds. */
export interface Patience {
  /** Without a save, before the work begins: an editor writes a file in more than one go. */
  quiet: number
  /** The same when the last work is not as long ago as `rest`: then more saves may follow. */
  quietAgain: number
  rest: number
  /** Longest wait while somebody types and every letter is saved. */
  most: number
  /** Both in a storm, when more than `many` saves wait. */
  quietInStorm: number
  mostInStorm: number
  many: number
}

const PATIENCE: Patience = {
  quiet: 30,
  quietAgain: 150,
  rest: 1000,
  most: 1000,
  quietInStorm: 400,
  mostInStorm: 8000,
  many: 25
}

export interface Quiet {
  /** Something was saved. */
  saved: () => void
  close: () => void
}

/** @param work which fails never */
export function whenQuiet(work: () => Promise<void>, patience = PATIENCE): Quiet {
  let timer: NodeJS.Timeout | undefined
  let waiting = 0
  let first = 0
  let worked = Number.NEGATIVE_INFINITY
  let working = false
  let closed = false
  return {
    saved,
    close: () => {
      closed = true
      clearTimeout(timer)
    }
  }

  function saved(): void {
    if (closed) return
    if (waiting === 0) first = performance.now()
    waiting += 1
    if (!working) wait()
  }
  function wait(): void {
    clearTimeout(timer)
    const now = performance.now()
    const again = now - worked < patience.rest ? patience.quietAgain : patience.quiet
    const [quiet, most] =
      waiting > patience.many
        ? [patience.quietInStorm, patience.mostInStorm]
        : [again, patience.most]
    timer = setTimeout(begin, Math.max(0, Math.min(quiet, first + most - now)))
  }
  async function begin(): Promise<void> {
    waiting = 0
    working = true
    await work()
    working = false
    worked = performance.now()
    if (waiting > 0 && !closed) wait()
  }
}
