// The command line, and the only file that prints and sets the exit code. Words in; help, or what the press has to say,
// and a code that tells a script how it went: the table is in src/README.md.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { home } from './assets.ts'
import { openDesk } from './cli/desk.ts'
import type { Desk } from './cli/desk.ts'
import { exitCode } from './cli/exit-code.ts'
import { help } from './cli/help.ts'
import { isMessage, rankOf } from './cli/message-text.ts'
import { readCommand } from './cli/read-command.ts'
import type { Command } from './cli/read-command.ts'
import { runVerb } from './cli/run-verb.ts'
import { Unable } from './failure.ts'

const streams = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
  live: process.stderr.isTTY && process.env.NO_COLOR === undefined && process.env.TERM !== 'dumb'
}

async function main(words: readonly string[]): Promise<number> {
  // Before the words are understood, only what stands there can tell how to speak.
  let flags: ReadonlySet<string> = new Set(words.includes('--json') ? ['json'] : [])
  try {
    const command = readCommand(words)
    flags = command.flags
    if (flags.has('version')) return say(`${version()}\n`)
    if (flags.has('help') || !command.verb) return say(help(command.verb))
    const desk = openDesk(streams, flags)
    const { files, made, verdict, same = true } = await runVerb(command, desk)
    const messages = files.flatMap((d) => d.messages)
    tell(desk, messages, tellsAll(command))
    if (verdict === undefined) desk.made(made)
    else desk.verdict(verdict, made)
    const failed = messages.find((d) => d.fatal === true)
    if (failed) return exitCode(failed)
    const doubtful = messages.some((d) => rankOf(d) === 'warning')
    return !same || (doubtful && flags.has('strict')) ? 1 : 0
  } catch (error) {
    fail(openDesk(streams, flags), error, flags.has('debug') || words.includes('--debug'))
    return exitCode(error)
  }
}

function say(text: string): 0 {
  streams.out(text)
  return 0
}

/** Repairs stand in the ledger, so a person is told of queries only, but for a check; a program is told of all. */
function tellsAll({ flags, verb }: Command): boolean {
  return flags.has('json') || (verb?.name === 'check' && !flags.has('quiet'))
}

function tell(desk: Desk, messages: readonly VFileMessage[], all: boolean): void {
  for (const message of messages)
    if (all || rankOf(message) !== 'info') desk.message(message, linesOf(message.file))
}

function fail(desk: Desk, error: unknown, debug: boolean): void {
  if (isMessage(error)) desk.message(error, linesOf(error.file))
  else if (error instanceof Unable || exitCode(error) === 4) desk.failure(reasonOf(error))
  else
    desk.failure(`Unexpected defect of the press: ${reasonOf(error)}; --debug shows where it lies`)
  if (debug) streams.err(`${error instanceof Error ? error.stack : String(error)}\n`)
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** No text of this size is read, so none is quoted; in bytes. */
const LARGEST_QUOTED = 64 * 1024 * 1024
const read = new Map<string, readonly string[]>()

/** The lines of a file that a message speaks of; none where it is no text that can be read. */
function linesOf(path: string | undefined): readonly string[] {
  if (path === undefined) return []
  const known = read.get(path)
  if (known) return known
  let lines: readonly string[] = []
  try {
    if (statSync(path).size <= LARGEST_QUOTED)
      lines = readFileSync(path, 'utf8')
        .replace(/^\uFEFF/u, '')
        .split(/\r\n|\r|\n/u)
  } catch {
    // The message is as good without its line.
  }
  read.set(path, lines)
  return lines
}

function version(): string {
  const record = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string } // ours
  return record.version
}

// Whatever is open is closed by its own listener to `exit`; a signal is told by 128 and its number.
for (const [signal, code] of Object.entries({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }))
  process.on(signal, () => process.exit(code))
// A reader such as `head` that has seen enough.
process.stdout.on('error', () => process.exit(0))

const code = await main(process.argv.slice(2))
// Not before the last word is out, and not later, whatever still waits.
process.stdout.write('', () => process.stderr.write('', () => process.exit(code)))
