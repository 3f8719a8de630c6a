// A program of ours in a process of its own: its time, and the most memory that it and all processes below it held at once.
// That is their PSS, in which a page of memory that several share counts once; only Linux tells it.
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { home } from '../../src/assets.ts'

export interface Measured {
  pages: number
  /** Seconds of the layout as the program tells them, and of all of it as seen from without. */
  layout: number
  seconds: number
  stages: Readonly<Record<string, number>>
  /** Most memory in MB; undefined where it cannot be measured. */
  memory: number | undefined
  /** How it failed. */
  fault?: string
}

/** Milliseconds between two looks. */
const EVERY = 250

/** @param words what comes behind `node scripts/press.mjs`; the program says its figures as a line of JSON */
export async function runMeasured(words: readonly string[]): Promise<Measured> {
  const begun = performance.now()
  const child = spawn(process.execPath, ['scripts/press.mjs', ...words], { cwd: home })
  const [out, faults]: [string[], string[]] = [[], []]
  child.stdout.on('data', (d: Buffer) => out.push(d.toString()))
  child.stderr.on('data', (d: Buffer) => faults.push(d.toString()))
  let memory: number | undefined
  const timer = setInterval(() => {
    const now = memoryBelow(child.pid ?? 0)
    if (now !== undefined) memory = Math.max(memory ?? 0, now)
  }, EVERY)
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  clearInterval(timer)
  const seconds = (performance.now() - begun) / 1000
  const nothing = { pages: 0, layout: 0, stages: {} }
  if (code !== 0) return { ...nothing, seconds, memory, fault: faultIn(faults.join('')) }
  // The programs of this folder end with these fields.
  const told = JSON.parse(out.join('').trim().split('\n').at(-1) ?? '{}') as typeof nothing
  return { ...nothing, ...told, seconds, memory }
}

function faultIn(text: string): string {
  return /^.*(?:Error|error|Unexpected).*$/mu.exec(text)?.[0].trim() ?? text.slice(-300)
}

/** Megabytes that a process and those below it hold; undefined where the system does not tell. */
function memoryBelow(root: number): number | undefined {
  if (process.platform !== 'linux') return undefined
  const below = new Map<number, number[]>()
  for (const name of readdirSync('/proc').filter((d) => /^\d+$/u.test(d))) {
    // The name of a program may have spaces and brackets; its parent stands two fields behind the last bracket.
    const fields = read(`/proc/${name}/stat`).split(')').at(-1)?.trim().split(' ') ?? []
    const parent = Number(fields[1])
    below.set(parent, [...(below.get(parent) ?? []), Number(name)])
  }
  const family = [root]
  for (const one of family) family.push(...(below.get(one) ?? []))
  const sizes = family.map((d) => /^Pss:\s+(\d+) kB/mu.exec(read(`/proc/${d}/smaps_rollup`))?.[1])
  const known = sizes.filter((d) => d !== undefined).map(Number)
  return known.length === 0 ? undefined : known.reduce((a, b) => a + b) / 1000
}

/** A process may be gone by the time that it is looked at. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
