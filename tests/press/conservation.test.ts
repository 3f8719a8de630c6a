// No manuscript loses a word (promise P6). Manuscripts made by chance go through the whole press in memory; what comes
// out is read by means of this file's own, poppler and a glance at the EPUB's tags, and not by the press: each token stands
// there once, the text in order, each note on the page of its call. What the reader cannot see makes no difference.
//
//     PRESS_RUNS=300 PRESS_SEED=7 PRESS_PATH=12:0 npx vitest run tests/press/conservation.test.ts
import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as fc from 'fast-check'
import JSZip from 'jszip'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { readManuscript } from '../../src/assets.ts'
import { collate } from '../../src/collate.ts'
import { compose } from '../../src/compose.ts'
import { typeset } from '../../src/typeset.ts'
import { finish } from '../../src/finish.ts'
import { impose } from '../../src/impose.ts'
import { packageBook } from '../../src/package.ts'
import { pagesToText } from '../../src/pages.ts'
import { openBrowser, print } from '../../src/print.ts'
import type { Browser } from '../../src/print.ts'
import { manuscript, tokensOf } from './manuscripts.ts'
import type { Manuscript } from './manuscripts.ts'

const { PRESS_RUNS = '25', PRESS_SEED, PRESS_PATH } = process.env
const RUNS = Number(PRESS_RUNS)
const METAMORPHOSES = Math.ceil(RUNS / 5)
/** A run, its share of the shrinking of a failure included, in milliseconds. */
const LONGEST_RUN = 20_000
/** The manuscripts are valid, so that few of them may be stopped, as too large for their page. */
const MOST_STOPPED = 0.12
const MOMENT = new Date('2026-11-22')
const POINTS_PER_MM = 72 / 25.4
/** Running heads end above this share of the page's height, and the text begins below it. */
const HEAD = 0.08
const poppler = spawnSync('pdftotext', ['-v']).error === undefined
let browser: Browser
let close: () => Promise<void>
let root = ''

beforeAll(async () => {
  if (!poppler) process.stderr.write('Skipped: words of the PDF, which need pdftotext of poppler\n')
  root = mkdtempSync(join(tmpdir(), 'press-test-'))
  ;({ browser, close } = await openBrowser())
})
afterAll(async () => {
  await close()
  rmSync(root, { recursive: true })
})

const settings = (numRuns: number) => ({
  numRuns,
  interruptAfterTimeLimit: numRuns * LONGEST_RUN,
  markInterruptAsFailure: true,
  ...(PRESS_SEED && { seed: Number(PRESS_SEED) }),
  ...(PRESS_PATH && { path: PRESS_PATH })
})

test('every word is printed once, and every note on its page', { timeout: 0 }, async () => {
  const stops: string[] = []
  const property = fc.asyncProperty(manuscript(), async (made) => {
    const edition = await build(made.text)
    if (edition instanceof VFileMessage) stops.push(`${edition.ruleId}: ${edition.reason}`)
    else await requireWords(made, edition)
  })
  await fc.assert(property, settings(RUNS))
  if (stops.length > 0) process.stderr.write(`Stopped, of ${RUNS}:\n${stops.join('\n')}\n`)
  expect(stops.length).toBeLessThanOrEqual(Math.ceil(RUNS * MOST_STOPPED))
})

/** What may be done to a manuscript without a difference. */
const CHANGES: Readonly<Record<string, (made: Manuscript) => string>> = {
  'CR LF': (d) => d.inOrder.replaceAll('\n', '\r\n'),
  CR: (d) => d.inOrder.replaceAll('\n', '\r'),
  'trailing blanks': (d) => d.inOrder.replace(/(?<=\S)\n\n/gu, '  \n \n'),
  'notes the last first': (d) => d.reversed,
  'notes anywhere': (d) => d.text
}

test('what nobody sees makes no difference', { timeout: 0 }, async () => {
  const change = fc.constantFrom(...Object.keys(CHANGES))
  const property = fc.asyncProperty(manuscript(), change, async (made, name) => {
    const [before, after] = [await look(made.inOrder), await look(CHANGES[name]?.(made) ?? '')]
    expect(after).toEqual(before)
  })
  await fc.assert(property, settings(METAMORPHOSES))
})

/** The finished files of an edition. */
interface Files {
  read: Uint8Array
  booklet: Uint8Array
  epub: Uint8Array
  /** Heads of tables that are said once more where these go on. */
  repeated: readonly string[]
}

/** Build in memory; a manuscript that is stopped at a line, as it may be, gives its message. */
async function build(text: string): Promise<Files | VFileMessage> {
  const file = new VFile({ path: 'manuscript.md', value: text })
  try {
    await typeset(await compose(file))
    const read = await finish(await print(file, browser), MOMENT)
    const epub = await packageBook(file, MOMENT)
    await collate(file, read, epub)
    // The slug line says the title once more.
    const booklet = await impose(read, { marks: [] })
    const repeated = (read.data.pages ?? []).flatMap((d) => d.repeated ?? [])
    return { read: bytesOf(read), booklet: bytesOf(booklet), epub: bytesOf(epub), repeated }
  } catch (error) {
    return stopOf(error)
  }
}

/** Pages without the lines that they name, and the EPUB; or the rule that stopped both. */
async function look(text: string): Promise<{ pages: string; epub: string }> {
  const path = join(root, 'manuscript.md')
  writeFileSync(path, text)
  try {
    const file = await typeset(await compose(await readManuscript(path)))
    const pages = pagesToText((await print(file, browser)).data.pages ?? [])
    const epub = Buffer.from(bytesOf(await packageBook(file, MOMENT))).toString('base64')
    return { pages: pages.replace(/ · lines \d+–\d+$/gmu, ''), epub }
  } catch (error) {
    return { pages: `stopped by ${stopOf(error).ruleId}`, epub: '' }
  }
}

/** The message of a stop that is allowed; anything else is thrown on. */
function stopOf(error: unknown): VFileMessage {
  const allowed = error instanceof VFileMessage && error.line !== undefined && error.exit !== 3
  if (allowed) return error
  throw error
}

function bytesOf({ value }: VFile): Uint8Array {
  if (value instanceof Uint8Array) return value
  throw new Error('A stage that makes a file gives its bytes')
}

async function requireWords(
  made: Manuscript,
  { read, booklet, epub, repeated }: Files
): Promise<void> {
  const notes = made.notes.flatMap((d) => d.tokens)
  const titled = made.notes[0]?.neighbour === undefined && made.notes.length > 0
  expect(await epubTokens(epub)).toEqual({
    body: made.body,
    notes,
    calls: [...(titled ? [1] : []), ...made.calls]
  })
  if (!poppler) return
  const { width, height } = made.trim
  const below = Object.entries({ y: HEAD * height, W: width, H: height }).flatMap(([name, mm]) => [
    `-${name}`,
    `${Math.ceil(mm * POINTS_PER_MM)}`
  ])
  const pages = await pdfTokens(read, ['-x', '0', ...below])
  const again = tokensOf(repeated.join(' '))
  const wanted = [...made.body, ...notes, ...made.contents, ...again]
  expect(pages.flat().toSorted()).toEqual(wanted.toSorted())
  for (const { tokens, neighbour } of made.notes) {
    const holding = pages.filter((d) => neighbour === undefined || d.includes(neighbour))
    const copies = again.filter((d) => d === neighbour).length
    const called = neighbour === undefined ? holding[0] : holding.at(-1 - copies)
    expect(called).toContain(tokens[0])
  }
  const [bound, loose] = [await pdfTokens(booklet, []), await pdfTokens(read, [])]
  expect(bound.flat().toSorted()).toEqual(loose.flat().toSorted())
}

/** The tokens of each page, in the order of painting. White space goes: a narrow cell may divide a token. */
async function pdfTokens(bytes: Uint8Array, options: readonly string[]): Promise<string[][]> {
  const path = join(root, 'shown.pdf')
  writeFileSync(path, bytes)
  const words = ['-raw', '-enc', 'UTF-8', '-r', '72', ...options, path, '-']
  const { stdout } = await promisify(execFile)('pdftotext', words, { maxBuffer: 1e9 })
  return stdout.split('\f').map((d) => tokensOf(d.replace(/\s+/gu, '')))
}

/** The tokens of the text and of the notes in the order of the spine, and the numbers of the calls. */
async function epubTokens(bytes: Uint8Array) {
  const zip = await JSZip.loadAsync(bytes)
  const [record = ''] = Object.keys(zip.files).filter((d) => d.endsWith('.opf'))
  const opf = (await zip.file(record)?.async('string')) ?? ''
  const items = [...opf.matchAll(/<item [^>]*>/gu)].map(([d]) => d)
  const spine = [...opf.matchAll(/<itemref [^>]*idref="([^"]*)"/gu)].map(([, id]) => id)
  let chapters = ''
  for (const id of spine) {
    const item = items.find((d) => d.includes(` id="${id}"`)) ?? ''
    const name = /href="([^"]*)"/u.exec(item)?.[1] ?? ''
    const path = join(record, '..', name)
    if (!/properties="[^"]*nav/u.test(item)) chapters += await zip.file(path)?.async('string')
  }
  const AREA = /<section [^>]*epub:type="footnotes"[^]*?<\/section>/gu
  const areas = [...chapters.matchAll(AREA)].map(([d]) => d).join('')
  const bare = (xml: string) => tokensOf(xml.replace(/<head>[^]*?<\/head>|<[^>]*>/gu, ''))
  const called = chapters.matchAll(/<a [^>]*epub:type="noteref"[^>]*>(\d+)</gu)
  return {
    body: bare(chapters.replace(AREA, '')),
    notes: bare(areas),
    calls: [...called].map(([, number]) => Number(number))
  }
}
