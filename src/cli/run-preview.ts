// A preview that runs until it is interrupted: the edition's folder in; what is told of it goes to the terminal, and its
// address to the browser.
import { join } from 'node:path'
import { Unable } from '../failure.ts'
import { previewEdition } from '../press.ts'
import type { Problem } from '../press.ts'
import { editorOf, namesAnother, openAddress } from './open-outside.ts'

/** What the command says. */
export interface Wanted {
  port: string | undefined
  open: boolean
}

/** @throws {Unable} exit 3 for a port that is none, exit 4 for one that is taken */
export async function runPreview(
  folder: string,
  { port, open }: Wanted,
  address: (address: string) => void,
  remark: (text: string) => void
): Promise<void> {
  const editor = editorOf(process.env)
  let last: string | undefined
  const preview = await previewEdition(folder, {
    ...(port !== undefined && { port: portOf(port) }),
    ...(editor && { editor }),
    // An editor in a terminal cannot be opened from outside, and who has one wants no other.
    ...(namesAnother(process.env) && { click: 'copy' as const }),
    told: (problem) => {
      const said = problem && sayProblem(folder, problem)
      if (said !== last) remark(said ?? 'The pages are those of the manuscript again')
      last = said
    }
  })
  address(preview.address)
  const opened = open && openAddress(preview.address)
  remark(opened ? 'Ctrl+C ends the preview' : 'Open this address; Ctrl+C ends the preview')
  await new Promise(() => undefined)
}

function sayProblem(folder: string, { line, column, rule, reason }: Problem): string {
  if (line === undefined) return reason
  const place = `${join(folder, 'manuscript.md')}:${line}:${column ?? 1}`
  return `${place}: error${rule === undefined ? '' : `[${rule}]`}: ${reason}`
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/u.test(text) ? Number(text) : 0
  if (port > 0 && port < 65_536) return port
  throw new Unable(3, `Unexpected \`--port ${text}\`, expected a number from 1 to 65535`)
}
