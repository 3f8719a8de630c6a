// Where the cases of a stage are: every folder below tests/<stage> that holds an input file.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { VFile } from 'vfile'

/** A case: its name and its folder. */
export interface Case {
  name: string
  folder: string
}

/** The cases of a stage, by name. */
export function casesOf(stage: string, input = 'in.md'): Case[] {
  const root = join(import.meta.dirname, stage)
  const names = readdirSync(root).filter((name) => existsSync(join(root, name, input)))
  return names.toSorted().map((name) => ({ name, folder: join(root, name) }))
}

/** The messages of a run, one a line, and the exit code where it was stopped: the golden `messages.txt`. */
export function messagesOf(file: VFile, failure?: unknown): string {
  const rows = file.messages.map((d) => {
    const rank = d.fatal ? `stopped, exit ${d.exit ?? 2}` : d.fatal === false ? 'query' : 'repair'
    return `${d.line ?? 1}:${d.column ?? 1} ${rank} [${d.ruleId ?? ''}] ${d.reason}`
  })
  const other = failure !== undefined && !file.messages.some((d) => d === failure)
  return [...rows, ...(other ? [String(failure)] : []), ''].join('\n')
}
