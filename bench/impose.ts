// Imposition: its time with and without finish, how it grows to a thousand pages and what memory five thousand take, and how
// large the sheets are beside their pages. Pages are those of the handbook's last build, said over and over; with finish,
// they are those of the handbook printed anew, and the time is that of 28 such pages.
//
// With `--times 1,10,20,40` the handbook is printed so many times over, and told how the time of both grows.
//
//     npm run bench:impose -- [FILE.pdf] [--pages 28,100,300,1000,5000] [--times 1,10,20,40] [--no-browser]
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { VFile } from 'vfile'
import { home, readManuscript } from '../src/assets.ts'
import { compose } from '../src/compose.ts'
import { finish } from '../src/finish.ts'
import { impose } from '../src/impose.ts'
import { PDFDocument } from '../src/pdf.ts'
import { openBrowser, print } from '../src/print.ts'
import { newMemory, typeset } from '../src/typeset.ts'
import { exponent } from './growth/exponent.ts'
import { repeatText } from './growth/repeat-text.ts'

/** The bars: size beside the pages, seconds for 28 pages with finish, growth of the time. */
const [LARGEST, LONGEST, STEEPEST] = [0.8, 1, 1.1]
const COUNTED = 28
const ROUNDS = 5
const MOMENT = new Date(0)

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: 'string', default: '28,100,300,1000,5000' },
    times: { type: 'string', default: '1' },
    'no-browser': { type: 'boolean' }
  }
})
const path = positionals[0] ?? 'build/handbook/read.pdf'
const source = readFileSync(path)
for (const sheet of ['a4', 'a3'] as const) {
  const sheets = await impose(fileOf(source), { sheet })
  const ratio = sizeOf(sheets) / source.length
  const figures = `${sheet} sheets / pages ${ratio.toFixed(3)} (≤ ${LARGEST})`
  say(`${path}: ${figures} ${verdict(ratio <= LARGEST)}`)
}

if (!values['no-browser']) await withFinish()
const times: (readonly [number, number])[] = []
for (const count of values.pages.split(',').map(Number)) {
  const pages = await repeated(source, count)
  const rounds = count > 1000 ? 1 : ROUNDS
  const alone: number[] = []
  for (let round = 0; round < rounds; round++)
    alone.push(await seconds(() => impose(fileOf(pages))))
  times.push([count, median(alone)])
  const memory = Math.round(process.resourceUsage().maxRSS / 1024)
  const figures = `impose ${median(alone).toFixed(2)} s, most memory so far ${memory} MB`
  say(`${String(count).padStart(5)} pages: ${figures}`)
}
const growth = exponent(times.filter(([count]) => count >= 100))
if (growth !== undefined)
  say(`impose: pages^${growth.toFixed(2)} (≤ ${STEEPEST}) ${verdict(growth <= STEEPEST)}`)

/** Print the handbook so many times over; finish and impose it warm. */
async function withFinish(): Promise<void> {
  const grown: (readonly [number, number])[] = []
  for (const copies of values.times.split(',').map(Number)) grown.push(await finished(copies))
  const steep = exponent(grown)
  if (steep === undefined) return
  say(`finish and impose: pages^${steep.toFixed(2)} (≤ ${STEEPEST}) ${verdict(steep <= STEEPEST)}`)
}

/** @returns how many pages there are, and the seconds that they take */
async function finished(copies: number): Promise<readonly [number, number]> {
  const manuscript = await readManuscript(join(home, 'manuscript/handbook/manuscript.md'))
  manuscript.value = repeatText(String(manuscript), copies)
  const file = await compose(manuscript)
  await typeset(file, newMemory())
  const { browser, close } = await openBrowser()
  const printed = await print(file, browser).finally(close)
  const work = async () => {
    const laid = fileOf(printed.value as Uint8Array) // print gives bytes
    laid.data = { ...printed.data }
    await impose(await finish(laid, MOMENT))
  }
  await work()
  const rounds: number[] = []
  const most = copies > 1 ? 1 : ROUNDS
  for (let round = 0; round < most; round++) rounds.push(await seconds(work))
  const pages = printed.data.pages?.length ?? 0
  const time = (median(rounds) * COUNTED) / pages
  const figures = `${pages} pages in ${median(rounds).toFixed(2)} s, ${COUNTED} in ${time.toFixed(2)} s`
  say(`finish and impose: ${figures} (< ${LONGEST}) ${verdict(time < LONGEST)}`)
  return [pages, median(rounds)]
}

/** The pages of a PDF again and again, each with content of its own, until there are so many. */
async function repeated(bytes: Uint8Array, count: number): Promise<Uint8Array> {
  const from = await PDFDocument.load(bytes)
  const to = await PDFDocument.create({ updateMetadata: false })
  const own = from.getPageIndices()
  while (to.getPageCount() < count) {
    const wanted = own.slice(0, count - to.getPageCount())
    for (const page of await to.copyPages(from, wanted)) to.addPage(page)
  }
  return to.save()
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { system, user } = process.cpuUsage(before)
  return (system + user) / 1e6
}

function median(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
}

function fileOf(value: Uint8Array): VFile {
  return new VFile({ path: 'pages.pdf', value: new Uint8Array(value) })
}

function sizeOf(file: VFile): number {
  return (file.value as Uint8Array).length // impose gives bytes
}

function verdict(holds: boolean): string {
  return holds ? 'ok' : 'FAIL'
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
