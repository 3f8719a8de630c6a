// How long import takes for texts of 64 kB to 1 MB, and how fast that grows: the exponent of the time over the length is 1
// where twice the text takes twice as long. The texts are the handbook's source and the manuscripts of the tests, repeated
// with other words each time, so that no sentence is said twice.
//
//     npm run bench:import -- [largest size in kB]
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { home } from '../src/assets.ts'
import { importText } from '../src/import.ts'
import { damage } from '../tests/import/damage.ts'

const largest = Number(process.argv[2] ?? 1024) * 1024
const SIZES = [largest / 16, largest / 8, largest / 4, largest / 2, largest]
const SEED = 5
const HEAD = '---\ntitle: Measured\nlanguage: en-GB\n---\n\n'
const BEFORE_NOTES = /^(?=\[\^[^\]]+\]: )/mu

/** A manuscript without its front matter: the text, and the notes at its end. */
interface Parts {
  text: string
  notes: string
}

const folder = join(home, 'tests/import/texts')
const manuscripts = readdirSync(folder).map((d) => parts(readFileSync(join(folder, d), 'utf8')))
const handbook = readFileSync(join(home, 'manuscript/handbook/source.txt'), 'utf8')

function parts(manuscript: string): Parts {
  const body = manuscript.replace(/^---\n[^]*?^---\n/mu, '')
  const at = body.search(BEFORE_NOTES)
  return at < 0 ? { text: body, notes: '' } : { text: body.slice(0, at), notes: body.slice(at) }
}

/** The same text in other words: long words of the copy give way to those that stand a number of places further on. */
function inOtherWords(text: string, copy: number): string {
  const long = text.match(/(?<![\p{L}\p{N}<>[{(/.-])\p{Ll}{6,}(?![\p{L}>\])}])/gu) ?? []
  let at = 0
  return text.replace(
    /(?<![\p{L}\p{N}<>[{(/.-])\p{Ll}{6,}(?![\p{L}>\])}])/gu,
    () => long[(at++ + copy * 37) % long.length] ?? ''
  )
}

/** The notes and calls of a copy, numbered from where the last copy ended. */
function renumbered(text: string, call: RegExp, from: number): string {
  return text.replace(call, (whole, d: string) => whole.replace(d, String(Number(d) + from)))
}

/** Copies of texts up to a size, all their notes at the end. */
function repeated(list: readonly Parts[], size: number, call: RegExp): string {
  const [texts, notes]: [string[], string[]] = [[], []]
  for (let copy = 0, length = 0, from = 0; length < size; copy++) {
    const next = list[copy % list.length] ?? { text: '', notes: '' }
    const labels = [...next.notes.matchAll(call)].map((d) => Number(d[1]))
    for (const [into, text] of [[texts, next.text] as const, [notes, next.notes] as const]) {
      into.push(renumbered(inOtherWords(text, copy), call, from))
      length += text.length
    }
    from += Math.max(0, ...labels)
  }
  return [...texts, ...notes].join('\n')
}

function rough(size: number): string {
  const at = handbook.indexOf('\n<sup>1</sup>')
  const body = handbook.slice(handbook.indexOf('\n## '), at)
  const list = [{ text: body, notes: handbook.slice(at) }]
  return `${HEAD}# Measured\n\n${repeated(list, size, /<sup>(\d+)<\/sup>/gu)}`
}

function clean(size: number): string {
  return HEAD + repeated(manuscripts, size, /\[\^(\d+)\]/gu)
}

function damaged(kinds: readonly string[], size: number): Uint8Array {
  return damage(clean(size), SEED, { only: kinds }).source
}

const marks = ['typewriter-quotes', 'hyphens-for-dashes', 'dots-for-ellipses', 'hyphen-ranges']
const texts: Readonly<Record<string, (size: number) => string | Uint8Array>> = {
  'the handbook’s source': rough,
  'a clean manuscript': clean,
  'pages, pull quotes': (size) =>
    damaged([...marks, 'note-styles', 'page-turns', 'pull-quotes', 'quotations', 'byline'], size),
  'filled lines': (size) => damaged([...marks, 'note-styles', 'wrap-lines', 'page-turns'], size),
  'no notes': (size) => rough(size).replace(/<sup>\d+<\/sup>/gu, ''),
  'one line': (size) =>
    `# Measured\n\n${rough(size)
      .slice(HEAD.length)
      .replace(/[\s#*>|-]+/gu, ' ')}\n`,
  'notes (at most 10,000)': (size) => manyNotes(Math.round((10_000 * size) / largest))
}

function manyNotes(count: number): string {
  const numbers = Array.from({ length: count }, (_, i) => i + 1)
  const text = numbers.map((d) => `A word on number ${d * 7919}<sup>${d}</sup>.`)
  return [`# Measured`, ...text, ...numbers.map((d) => `<sup>${d}</sup>Note ${d}.`)].join('\n\n')
}

/** Seconds of the processor, which a busy machine does not stretch. */
async function clock(value: string | Uint8Array): Promise<number> {
  const start = process.cpuUsage()
  await importText(new VFile({ path: 'source.txt', value }))
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

/** The slope of the line through the points, both on logarithmic scales. */
function exponent(sizes: readonly number[], seconds: readonly number[]): number {
  const [x, y] = [sizes.map((d) => Math.log(d)), seconds.map((d) => Math.log(d))]
  const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length
  const [mx, my] = [mean(x), mean(y)]
  const over = x.reduce((sum, d, i) => sum + (d - mx) * ((y[i] ?? 0) - my), 0)
  return over / x.reduce((sum, d) => sum + (d - mx) ** 2, 0)
}

await clock(rough(SIZES[0] ?? 0)) // the word lists are read once
const columns = SIZES.map((d) => `${Math.round(d / 1024)} kB`.padStart(9)).join('')
process.stdout.write(`${'seconds of processor'.padEnd(24)}${columns}  words/s  exponent\n`)
for (const [name, make] of Object.entries(texts)) {
  const made = SIZES.map((d) => make(d))
  const seconds: number[] = []
  for (const text of made) seconds.push(await clock(text))
  const words = Buffer.from(made.at(-1) ?? '')
    .toString()
    .split(/\s+/u).length
  const speed = Math.round(words / (seconds.at(-1) ?? 1))
  const lengths = made.map((d) => d.length)
  const shown = seconds.map((d) => d.toFixed(2).padStart(9)).join('')
  process.stdout.write(
    `${name.padEnd(24)}${shown}${String(speed).padStart(9)}${exponent(lengths, seconds).toFixed(2).padStart(10)}\n`
  )
}
