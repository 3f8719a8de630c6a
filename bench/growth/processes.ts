// What a process and those below it hold and have worked, as Linux tells it; other systems do not.
import { readdirSync, readFileSync } from 'node:fs'

/** What processes hold, in MB by what they are: their PSS, in which a page of memory that several share counts once. */
export type Memory = Readonly<Record<string, number>>

/** A process as it is now. */
export interface Process {
  id: number
  kind: string
  /** Its PSS in MB. */
  memory: number
  /** Seconds that a processor has worked for it. */
  worked: number
}

/** Ticks of the clock in a second, on every Linux that Node runs on. */
const TICKS = 100
const [PARENT, USER, SYSTEM] = [1, 11, 12]

/** A process and those below it; none where the system does not tell. */
export function processesFrom(root: number): readonly Process[] {
  if (process.platform !== 'linux') return []
  const fields = new Map<number, readonly string[]>()
  const below = new Map<number, number[]>()
  for (const id of readdirSync('/proc').map(Number)) {
    if (Number.isNaN(id)) continue
    // The name of a program may have spaces and brackets; what follows begins behind the last bracket.
    const own = read(`/proc/${id}/stat`).split(')').at(-1)?.trim().split(' ') ?? []
    const parent = Number(own[PARENT])
    fields.set(id, own)
    below.set(parent, [...(below.get(parent) ?? []), id])
  }
  const family = [root]
  for (const one of family) family.push(...(below.get(one) ?? []))
  return family.flatMap((id) => {
    const size = /^Pss:\s+(?<size>\d+) kB/mu.exec(read(`/proc/${id}/smaps_rollup`))?.groups?.size
    if (size === undefined) return []
    const own = fields.get(id) ?? []
    const worked = (Number(own[USER] ?? 0) + Number(own[SYSTEM] ?? 0)) / TICKS
    return [{ id, kind: kindOf(id), memory: Number(size) / 1000, worked }]
  })
}

/** Chromium writes the words of its helpers as one. */
function kindOf(id: number): string {
  const words = read(`/proc/${id}/cmdline`).replaceAll('\0', ' ')
  const type = /--type=(?<type>\S+)/u.exec(words)?.groups?.type
  return type ?? (/chrom/u.test(words.split(' ')[0] ?? '') ? 'browser' : 'node')
}

/** A process may be gone by the time that it is looked at. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
