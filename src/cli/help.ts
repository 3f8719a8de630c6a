// The help: verbs in, text for the terminal out. Nothing is wrapped by its width, so that it reads the same in a file.
import { EVERYWHERE, VERBS } from './verbs.ts'
import type { Option, Verb } from './verbs.ts'

/** The help of one verb, or of the press. */
export function help(verb?: Verb): string {
  const parts = verb ? ofVerb(verb) : ofPress()
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function ofPress(): string[][] {
  return [
    ['Pamphlet Press: from a rough text to a clean manuscript, a typeset pamphlet and an e-book'],
    ['Usage: press VERB [ARGUMENT] [OPTIONS]'],
    ['Verbs:', ...columns(VERBS.map((d) => [`${d.name} ${d.takes}`, d.does]))],
    ['Options:', ...options(EVERYWHERE)],
    ['Examples:', ...VERBS.flatMap((d) => d.examples.slice(0, 1)).map((d) => `  ${d}`)],
    ['Each verb has its own help: press build --help']
  ]
}

function ofVerb(verb: Verb): string[][] {
  return [
    [verb.does],
    [`Usage: press ${verb.name} ${verb.takes}`.trim() + ' [OPTIONS]'],
    [...verb.more],
    ['Options:', ...options([...verb.options, ...EVERYWHERE])],
    ['Examples:', ...verb.examples.map((d) => `  ${d}`)]
  ].filter((lines) => lines.length > 0)
}

function options(list: readonly Option[]): string[] {
  return columns(list.map((d) => [`--${d.name}${d.value ? ` ${d.value}` : ''}`, d.does]))
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}
