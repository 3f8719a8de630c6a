// 100 one-line corrections of each text at second proof, with fences and without: on how many pages each is taken in,
// what is newly wrong, and how many pages are disturbed.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { VFile } from 'vfile'
import { readManuscript } from '../src/assets.ts'
import { compose } from '../src/compose.ts'
import type { Composed } from '../src/compose.ts'
import type { ComposedPage, Composition } from '../src/composition.ts'
import { newMemory, typeset, typesetFenced } from '../src/typeset.ts'
import type { Memory } from '../src/typeset.ts'
import { corrections } from './fence/corrections.ts'
import { newFaults } from './fence/new-faults.ts'
import { ownTexts, withLook } from './typeset/texts.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string', default: '100' }, seed: { type: 'string', default: '7' } }
})
const [count, seed] = [Number(values.count), Number(values.seed)]
const texts = positionals.length > 0 ? positionals : ownTexts().slice(0, 2)
for (const text of texts) await correctText(text)

/** What came of the corrections of a text. */
interface Tally {
  /** Pages that each correction disturbed, with fences; none where it could not be held. */
  fenced: number[]
  free: number[]
  failed: number
  faulty: number
  milliseconds: number[]
}

async function correctText(text: string): Promise<void> {
  const path = statSync(text).isDirectory() ? join(text, 'manuscript.md') : text
  const memory: Memory & Composed = newMemory()
  const read = (value: string) => compose(new VFile({ path, value }), memory)
  const look = { design: 'classic', trim: 'A5', purist: false }
  const manuscript = withLook(String(await readManuscript(path)), look)
  const old = await typeset(await read(manuscript), memory)
  const before = compositionOf(old)
  const tally: Tally = { fenced: [], free: [], failed: 0, faulty: 0, milliseconds: [] }
  for (const { what, line, text: corrected } of corrections(manuscript, count, seed)) {
    const free = compositionOf(await typeset(await read(corrected), memory))
    tally.free.push(changedPages(before, free).length)
    const file = await read(corrected)
    const begun = performance.now()
    const { misfits, remade } = await typesetFenced(file, old, memory)
    tally.milliseconds.push(performance.now() - begun)
    const said = `  line ${line}, ${what}`
    for (const { reason } of misfits) say(`${said}: ${reason}`)
    if (misfits.length > 0) tally.failed += 1
    else compare(before, free, compositionOf(file), remade.flat(), tally, said)
  }
  report(path, before, tally)
}

function compare(
  before: Composition,
  free: Composition,
  after: Composition,
  remade: readonly number[],
  tally: Tally,
  said: string
): void {
  const changed = changedPages(before, after)
  tally.fenced.push(changed.length)
  const unfenced = newFaults(before, free)
  const faults = newFaults(before, after).filter((d) => !unfenced.includes(d))
  if (faults.length > 0) tally.faulty += 1
  for (const fault of faults) say(`${said}: new: ${fault}`)
  const outside = changed.filter((d) => !remade.includes(d))
  if (outside.length > 0) say(`${said}: pages ${outside.join()} are not as they were`)
}

function report(path: string, { pages }: Composition, tally: Tally): void {
  const { fenced, free, failed, faulty, milliseconds } = tally
  const mean = (d: readonly number[]) => (d.reduce((a, b) => a + b, 0) / d.length).toFixed(2)
  const upTo = (d: readonly number[], most: number) => d.filter((n) => n <= most).length
  const [one, two] = [upTo(fenced, 1), upTo(fenced, 2)]
  say(`${path}: ${pages.length} pages, ${count} corrections, seed ${seed}`)
  say(`  fenced: ${one} on one page, ${two - one} on two, ${fenced.length - two} on more`)
  say(`          ${failed} not held, ${faulty} with a new fault that is not there unfenced`)
  say(
    `          ${mean(milliseconds)} ms on average, at most ${Math.max(...milliseconds).toFixed(0)}`
  )
  say(`  unfenced: ${upTo(free, 2)} on two pages or fewer, ${mean(free)} pages on average`)
  say(`            at most ${Math.max(...free)} pages`)
}

function compositionOf({ data }: VFile): Composition {
  if (!data.composition) throw new Error('A typeset manuscript has a composition')
  return data.composition
}

/** Numbers of the pages whose ink is not what it was. */
function changedPages(before: Composition, after: Composition): number[] {
  const most = Math.max(before.pages.length, after.pages.length)
  return Array.from({ length: most }, (_, i) => i).flatMap((i) =>
    inkOf(before.pages[i]) === inkOf(after.pages[i]) ? [] : [i + 1]
  )
}

/** A page without the manuscript lines that its blocks come of, and what its runs say on other pages. */
function inkOf(page: ComposedPage | undefined): string {
  return JSON.stringify(page, (key, d: unknown) => {
    if (key === 'line' && typeof d === 'number') return undefined
    return key === 'run' && typeof d === 'object' ? { ...d, text: '' } : d
  })
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
