// What was asked for: the words after `press` in, a command out. A word that is not known is answered with the nearest
// one that is.
import { parseArgs } from 'node:util'
import { Unable } from '../failure.ts'
import { nearest } from '../nearest.ts'
import { EVERYWHERE, VERBS } from './verbs.ts'
import type { Option, Verb } from './verbs.ts'

/** What the press was asked to do. */
export interface Command {
  /** Undefined where help or the version was asked for without one. */
  verb?: Verb
  arguments: readonly string[]
  /** Values of the options that have one. */
  values: Readonly<Record<string, string>>
  /** Names of the options that are on. */
  flags: ReadonlySet<string>
}

const ALL: readonly Option[] = [...EVERYWHERE, ...VERBS.flatMap((d) => d.options)]

/**
 * Read a command line.
 *
 * @param words the arguments after the name of the program
 * @throws {Unable} exit 3 with the nearest word that would do
 */
export function readCommand(words: readonly string[]): Command {
  const type = (option: Option) => (option.value === undefined ? 'boolean' : 'string')
  const known = ALL.map((d) => [
    d.name,
    { type: type(d), ...(d.name === 'help' && { short: 'h' }) }
  ])
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(known) as Record<string, { type: 'string' | 'boolean' }>, // as made above
    allowPositionals: true,
    strict: false,
    tokens: true
  })
  const [name, ...rest] = tokens.flatMap((d) => (d.kind === 'positional' ? [d.value] : []))
  const verb = name === undefined ? undefined : findVerb(name)
  const values: Record<string, string> = {}
  const flags = new Set<string>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    // `-dash` is read letter by letter, and was meant as a whole.
    const isLong = token.rawName.startsWith('--')
    const said = isLong ? token.rawName : (words[token.index] ?? token.rawName)
    const option = findOption(token.name, said, verb)
    if (option.value === undefined) {
      if (token.value !== undefined)
        throw new Unable(3, `Unexpected value of \`--${option.name}\`, expected none`)
      flags.add(option.name)
    } else {
      // A number below nothing is a value, and no option.
      if (!token.value || (!token.inlineValue && /^-(?!\d)/u.test(token.value)))
        throw new Unable(
          3,
          `Unexpected \`--${option.name}\` without a value, expected \`--${option.name} ${option.value}\``
        )
      values[option.name] = token.value
    }
  }
  if (verb && !flags.has('help') && !flags.has('version')) countArguments(verb, rest)
  return { ...(verb && { verb }), arguments: rest, values, flags }
}

function findVerb(name: string): Verb {
  const verb = VERBS.find((d) => d.name === name)
  if (verb) return verb
  const known = VERBS.map((d) => d.name)
  throw new Unable(
    3,
    `Unexpected verb \`${name}\`, expected \`${nearest(name, known)}\` or another of press --help`
  )
}

function findOption(name: string, said: string, verb: Verb | undefined): Option {
  const known = verb ? [...verb.options, ...EVERYWHERE] : EVERYWHERE
  const option = known.find((d) => d.name === name)
  if (option) return option
  const best = nearest(
    said.startsWith('--') ? name : said.slice(1),
    known.map((d) => d.name)
  )
  const where = verb ? `press ${verb.name}` : 'press'
  const asName = said.startsWith('--') ? '' : `; a name is written \`./${said}\`, or behind \`--\``
  throw new Unable(
    3,
    `Unexpected option \`${said}\`, expected \`--${best}\` or another of ${where} --help${asName}`
  )
}

function countArguments(verb: Verb, given: readonly string[]): void {
  const [fewest, most] = verb.count
  const usage = `\`${`press ${verb.name} ${verb.takes}`.trim()}\``
  if (given.length < fewest)
    throw new Unable(3, `Unexpected \`press ${verb.name}\` alone, expected ${usage}`)
  if (given.length > most)
    throw new Unable(3, `Unexpected argument \`${given[most] ?? ''}\`, expected ${usage}`)
}
