// Set texts on pages of random sizes, from 74 × 105 to 210 × 297 mm, and count what goes wrong: words lost, lines off their
// page, notes away from their calls, exceptions. Nothing is written. The same seed gives the same sizes.
//
//     npm run bench:sizes -- [TEXT.md or EDITION ...] [--count 300] [--seed 1] [--design classic]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { VFile } from 'vfile'
import { readManuscript } from '../src/assets.ts'
import { collate } from '../src/collate.ts'
import { compose } from '../src/compose.ts'
import { finish } from '../src/finish.ts'
import { packageBook } from '../src/package.ts'
import type { Page } from '../src/pages.ts'
import { print, withBrowser } from '../src/print.ts'
import type { Browser } from '../src/print.ts'
import { typeset } from '../src/typeset.ts'
import { randomFrom } from './typeset/random.ts'
import { makeEdition, nameOf, ownTexts } from './typeset/texts.ts'

const [NARROWEST, WIDEST] = [74, 210]
const [LOWEST, HIGHEST] = [105, 297]
const TEXTS = 3
const MOMENT = new Date(0)
/** Which rule stands for which fault; all else is an exception. */
const KINDS: Readonly<Record<string, string>> = {
  'no-word-lost': 'losses',
  'line-on-page': 'overflows',
  'line-width': 'overflows',
  'notes-on-their-pages': 'notes'
}

/** A page size in millimetres. */
interface Size {
  width: number
  height: number
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    design: { type: 'string', default: 'classic' }
  }
})
const texts = positionals.length > 0 ? positionals : ownTexts().slice(0, TEXTS)
const sizes = randomSizes(Number(values.count), Number(values.seed))
const counts = { losses: 0, overflows: 0, notes: 0, exceptions: 0 }
const scratch = mkdtempSync(join(tmpdir(), 'press-sizes-'))
const epubs = new Map<string, Promise<VFile>>()
const look = { design: values.design, trim: 'a5', purist: false }
const folders = texts.map((d) => makeEdition(d, scratch, look))
try {
  await withBrowser(async (browser) => {
    for (const [i, size] of sizes.entries())
      for (const [k, folder] of folders.entries()) {
        const fault = await faultOf(folder, size, browser)
        if (fault === undefined) continue
        counts[fault.kind] += 1
        const { width, height } = size
        say(`${i + 1}: ${nameOf(texts[k] ?? '')} on ${width} × ${height} mm: ${fault.reason}`)
      }
  })
} finally {
  rmSync(scratch, { recursive: true })
}
const found = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`)
say(`${sizes.length} sizes × ${folders.length} texts: ${found.join(', ')}`)

/** Tenths of a millimetre, as a person would write them. */
function randomSizes(count: number, seed: number): Size[] {
  const random = randomFrom(seed)
  const between = (least: number, most: number) =>
    Math.round((least + random() * (most - least)) * 10) / 10
  return Array.from({ length: count }, () => {
    const width = between(NARROWEST, WIDEST)
    return { width, height: between(LOWEST, HIGHEST) }
  })
}

interface Fault {
  kind: keyof typeof counts
  reason: string
}

async function faultOf(folder: string, size: Size, browser: Browser): Promise<Fault | undefined> {
  try {
    const file = await compose(await readManuscript(join(folder, 'manuscript.md')))
    if (file.data.edition) file.data.edition.trim = size
    const laid = await print(await typeset(file), browser)
    const pages = laid.data.pages ?? []
    const read = await finish(laid, MOMENT)
    await collate(file, read, await epubOf(folder))
    const astray = notesAstray(pages)
    return astray.length > 0 ? { kind: 'notes', reason: `notes ${astray.join(', ')}` } : undefined
  } catch (error) {
    if (!(error instanceof Error)) return { kind: 'exceptions', reason: String(error) }
    const rule = 'ruleId' in error ? String(error.ruleId) : ''
    // The kinds are those that are counted.
    return { kind: (KINDS[rule] ?? 'exceptions') as Fault['kind'], reason: error.message }
  }
}

/** Collating wants the e-book too, which is the same on every page size. */
function epubOf(folder: string): Promise<VFile> {
  const made =
    epubs.get(folder) ??
    readManuscript(join(folder, 'manuscript.md'))
      .then(compose)
      .then((file) => packageBook(file, MOMENT))
  epubs.set(folder, made)
  return made
}

/** Numbers of the notes that do not begin on the page of their first call. */
function notesAstray(pages: readonly Page[]): number[] {
  const called = new Map<number, number>()
  const begun = new Map<number, number>()
  for (const page of pages) {
    for (const [, number] of page.blocks.join(' ').matchAll(/\[\^(\d+)\]/gu))
      if (!called.has(Number(number))) called.set(Number(number), page.number)
    for (const note of page.notes) if (!note.continued) begun.set(note.number, page.number)
  }
  return [...called.keys()].filter((d) => called.get(d) !== begun.get(d))
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
