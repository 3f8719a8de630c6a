// A program of ours in a process of its own: its time, and the most memory that it and all processes below it held at once.
import { spawn } from 'node:child_process'
import { home } from '../../src/assets.ts'
import { processesFrom } from './processes.ts'
import type { Memory } from './processes.ts'

/** What a program of this folder says of itself. */
export interface Told {
  pages: number
  /** Seconds from the text to pages that are laid out in the browser; and on to the PDF that the browser makes of them. */
  layout: number
  printed: number
  stages: Readonly<Record<string, number>>
}

export interface Measured extends Told {
  /** Seconds of all of it as seen from without, and those that processors have worked for it. */
  seconds: number
  worked: number
  /** What was held when most was held; undefined where it cannot be measured. */
  memory: Memory | undefined
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
  let memory: Memory | undefined
  const work = new Map<number, number>()
  const timer = setInterval(() => {
    const now: Record<string, number> = {}
    for (const { id, kind, memory: held, worked } of processesFrom(child.pid ?? 0)) {
      now[kind] = (now[kind] ?? 0) + held
      work.set(id, worked)
    }
    if (sum(Object.values(now)) > (memory ? sum(Object.values(memory)) : 0)) memory = now
  }, EVERY)
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  clearInterval(timer)
  const seconds = (performance.now() - begun) / 1000
  const seen = { seconds, worked: sum([...work.values()]), memory }
  const nothing: Told = { pages: 0, layout: 0, printed: 0, stages: {} }
  if (code !== 0) return { ...nothing, ...seen, fault: faultIn(faults.join('')) }
  const told = JSON.parse(out.join('').trim().split('\n').at(-1) || '{}') as Told // as they end
  return { ...nothing, ...told, ...seen }
}

/** Of lengths, times or sizes. */
export function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}

function faultIn(text: string): string {
  return /^.*(?:Error|error|Unexpected).*$/mu.exec(text)?.[0].trim() ?? text.slice(-300)
}
