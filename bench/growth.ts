// How time and memory grow with the length of a text: the press at 1, 5, 20 and 50 times the text, plain pagedjs-cli at 1, 5
// and 20 times. Each run is a process of its own, whose memory is that of all processes below it, sampled while it runs.
// Layout is, for both, all from the text to the last page that Paged.js has made, in a browser that has started: plain
// pagedjs-cli begins with HTML, the press with the manuscript, which it composes. The PDF is made of it afterwards.
//
//     npm run bench:growth -- [TEXT.md or EDITION] [--times 1,5,20,50] [--no-plain]
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { exponent } from './growth/exponent.ts'
import { repeatText } from './growth/repeat-text.ts'
import { runMeasured, sum } from './growth/run-measured.ts'
import type { Measured } from './growth/run-measured.ts'
import { plainHtml } from './typeset/plain-html.ts'
import { manuscriptIn } from './typeset/set-text.ts'
import { makeEdition, ownTexts } from './typeset/texts.ts'

/** Plain pagedjs-cli is not asked for more: its memory ends. */
const MOST_PLAIN = 20
/** The bars: growth over pages; speed and memory beside plain pagedjs-cli at 20 times. */
const [STEEPEST, FASTER, LIGHTER] = [1.1, 5, 0.7]

/** One run of one program. */
interface Row extends Measured {
  program: 'press' | 'plain'
  times: number
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    times: { type: 'string', default: '1,5,20,50' },
    'no-plain': { type: 'boolean' }
  }
})
const text = positionals[0] ?? ownTexts().find((d) => d.endsWith('gold.md')) ?? ownTexts()[0] ?? ''
const scratch = mkdtempSync(join(tmpdir(), 'press-growth-'))
const rows: Row[] = []
try {
  for (const name of ['build-once', 'plain-once'])
    await runMeasured(['--run', `bench/growth/${name}.ts`])
  for (const times of values.times.split(',').map(Number)) await measure(times)
} finally {
  rmSync(scratch, { recursive: true })
}
report()

async function measure(times: number): Promise<void> {
  const into = join(scratch, `x${times}`)
  mkdirSync(into)
  const folder = makeEdition(text, into, { design: 'classic', trim: 'a5', purist: false })
  const manuscript = repeatText(manuscriptIn(folder), times)
  writeFileSync(join(folder, 'manuscript.md'), manuscript)
  await add('press', times, ['--run', 'bench/growth/build-once.ts', folder, into])
  if (values['no-plain'] || times > MOST_PLAIN) return
  const [html, pdf] = [join(into, 'plain.html'), join(into, 'plain.pdf')]
  writeFileSync(html, plainHtml(manuscript))
  await add('plain', times, ['--run', 'bench/growth/plain-once.ts', html, pdf])
}

async function add(program: Row['program'], times: number, words: string[]): Promise<void> {
  const row = { program, times, ...(await runMeasured(words)) }
  rows.push(row)
  const figures = [
    `${row.pages} pages`,
    `layout ${row.layout.toFixed(1)} s`,
    `printed ${row.printed.toFixed(1)} s`,
    `all ${row.seconds.toFixed(1)} s`,
    `worked ${row.worked.toFixed(1)} s`,
    row.memory === undefined ? 'memory not measured' : `${megabytes(row)} MB`,
    row.fault ?? ''
  ]
  say(
    `${program} ${String(times).padStart(3)} ×  ${figures.map((d) => d.padEnd(16)).join('')}`.trimEnd()
  )
  const stages = Object.entries(row.stages).map(([name, d]) => `${name} ${d.toFixed(2)}`)
  const held = Object.entries(row.memory ?? {}).map(([name, d]) => `${name} ${d.toFixed(0)}`)
  for (const line of [stages.join(', '), held.join(', ')]) if (line) say(`    ${line}`)
}

function report(): void {
  const sound = rows.filter((d) => d.fault === undefined && d.pages > 0)
  const own = sound.filter((d) => d.program === 'press')
  const growth = exponent(own.map((d) => [d.pages, d.seconds] as const))
  if (growth !== undefined)
    say(`all: pages^${growth.toFixed(2)} (≤ ${STEEPEST}) ${verdict(growth <= STEEPEST)}`)
  const [press, plain] = (['press', 'plain'] as const).map((program) =>
    sound.findLast((d) => d.program === program && d.times <= MOST_PLAIN)
  )
  if (!press || plain?.times !== press.times) return
  const faster = plain.layout / press.layout
  say(
    `layout at ${press.times} ×: ${faster.toFixed(1)} × as fast (≥ ${FASTER}) ${verdict(faster >= FASTER)}`
  )
  if (press.memory === undefined || plain.memory === undefined) return
  const lighter = megabytes(press) / megabytes(plain)
  say(
    `memory at ${press.times} ×: ${lighter.toFixed(2)} (≤ ${LIGHTER}) ${verdict(lighter <= LIGHTER)}`
  )
}

function megabytes({ memory }: Row): number {
  return Math.round(sum(Object.values(memory ?? {})))
}

function verdict(holds: boolean): string {
  return holds ? 'ok' : 'FAIL'
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
