// An edition in, its preview out: each save is composed and typeset with the memory of the one before, so that it costs no
// more than what it changed. What cannot be composed becomes a problem with its place, and stops nothing.
import { join, resolve } from 'node:path'
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { readManuscript } from '../assets.ts'
import { check } from '../check.ts'
import { compose } from '../compose.ts'
import type { Composed } from '../compose.ts'
import type { Finding } from '../composition.ts'
import { Unable } from '../failure.ts'
import { placeOf, placeWords } from '../places.ts'
import type { PlacedWord } from '../places.ts'
import { openPreview } from '../preview.ts'
import type { Made, Making, Preview, PreviewOptions, Problem, ToldFinding } from '../preview.ts'
import { openPageWriter } from '../print.ts'
import type { WritePages } from '../print.ts'
import { newMemory, typeset } from '../typeset.ts'
import type { Memory } from '../typeset.ts'

/**
 * Show an edition in the browser until it is closed.
 *
 * @param folder the edition's folder
 * @throws {Unable} exit 4 when the port is taken
 */
export async function previewEdition(
  folder: string,
  options: PreviewOptions = {}
): Promise<Preview> {
  const path = resolve(join(folder, 'manuscript.md'))
  return openPreview(path, await makingOf(path), options)
}

/** Makes the pages of a manuscript as it lies on the disk, again and again. */
export async function makingOf(path: string): Promise<Making> {
  const write = await openPageWriter((name) => `picture/${name}`)
  let memory: Memory & Composed = newMemory()
  return async () => {
    let source: string | undefined
    try {
      const file = await readManuscript(path)
      source = String(file)
      return madeOf(await typeset(await compose(file, memory), memory), write)
    } catch (error) {
      const known = error instanceof VFileMessage || error instanceof Unable
      // Who knows what a defect has left behind.
      if (!known) memory = newMemory()
      return problemOf(error, source)
    }
  }
}

function madeOf(file: VFile, write: WritePages): Made {
  const { composition, edition, pictures = new Map() } = file.data
  if (!composition || !edition) throw new Error('A typeset manuscript has pages')
  const { pages, css, faces } = write(composition, edition.language)
  const { width, height } = composition
  return {
    title: edition.title,
    width,
    height,
    pages: composition.pages.map(({ side, label }, index) => ({
      html: pages[index] ?? '',
      side,
      label
    })),
    css,
    faces,
    pictures,
    findings: composition.findings.map(findingOf),
    words: () => placeWords(file),
    check: () => checkText(file)
  }
}

function findingOf({ rule, page, line, reason }: Finding): ToldFinding {
  return { rule, reason, page: page - 1, ...(line > 0 && { line }) }
}

/** What `press check` says of the text, with the pages on which it stands. */
async function checkText(file: VFile): Promise<readonly ToldFinding[]> {
  const copy = new VFile({ path: file.path, value: String(file) })
  try {
    await check(copy)
  } catch (error) {
    // What would be lost in print is among what a check has to say.
    if (!(error instanceof VFileMessage)) throw error
    copy.messages.push(error)
  }
  const words = placeWords(file)
  // Facts stand in the list of `press check`.
  const queries = copy.messages.filter((d) => d.fatal !== undefined)
  return queries.map((d) => messageFinding(d, words))
}

function messageFinding(
  { ruleId = '', reason, line, column }: VFileMessage,
  words: readonly PlacedWord[]
): ToldFinding {
  if (line === undefined) return { rule: ruleId, reason }
  const page = placeOf(words, line, column ?? 1)?.box.page
  const place = { line, column: column ?? 1, ...(page !== undefined && { page: page - 1 }) }
  return { rule: ruleId, reason, ...place }
}

/** So many letters on either side of a place are shown of a line. */
const AROUND = 60

function problemOf(error: unknown, source: string | undefined): Problem {
  const reason = error instanceof Error ? error.message : String(error)
  if (error instanceof Unable) return { reason }
  if (!(error instanceof VFileMessage))
    return { reason: `Unexpected defect of the press: ${reason}` }
  const { line, column = 1, ruleId } = error
  const text = line === undefined ? undefined : source?.split('\n')[line - 1]
  const at = column - 1
  return {
    reason: error.reason,
    ...(ruleId && { rule: ruleId }),
    ...(line !== undefined && { line, column }),
    ...(text !== undefined && {
      excerpt: [
        text.slice(Math.max(0, at - AROUND), at),
        text.slice(at, at + 1),
        text.slice(at + 1, at + AROUND)
      ]
    })
  }
}
