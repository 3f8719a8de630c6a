// The marks on the new pages, in the PDF that readers see: they lie at the words, and no pixel of the text is another for
// them. Pictures are made by poppler, where it is.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { VFile } from 'vfile'
import type { Composition } from '../../src/composition.ts'
import { finish } from '../../src/finish.ts'
import { placeWords } from '../../src/places.ts'
import { print, withBrowser } from '../../src/print.ts'
import { markPages } from '../../src/proof.ts'
import type { Mark, Proof, ProofedEdit, ProofQuery } from '../../src/proof.ts'
import { pdfWords } from '../places/pdf-boxes.ts'
import { proofOf } from './proof-of.ts'
import type { Proofed } from './proof-of.ts'

const folder = mkdtempSync(join(tmpdir(), 'press-marks-'))
const small = join(import.meta.dirname, 'small')
const read = (name: string) => readFileSync(join(small, name), 'utf8')
const hasPoppler = spawnSync('pdftoppm', ['-v']).status === 0
if (!hasPoppler) process.stderr.write('pdftoppm is missing: marks are not compared with pixels\n')
const DPI = 150
let proofed: Proofed
let pages: VFile

beforeAll(async () => {
  proofed = await proofOf(read('old.md'), read('new.md'))
  pages = await withBrowser(async (d) => finish(await print(proofed.now, d), new Date(0)))
})
afterAll(() => rmSync(folder, { recursive: true }))

function poppler(program: string, words: readonly string[]): Buffer {
  return execFileSync(program, words, { maxBuffer: 1e9 })
}

function compositionOf({ data: { composition } }: VFile): Composition {
  if (!composition) throw new Error('Typesetting gives a composition')
  return composition
}

/** Put a file where poppler finds it. */
function put(file: VFile, name: string): string {
  const path = join(folder, name)
  writeFileSync(path, file.value as Uint8Array) // a stage that makes a file gives its bytes
  return path
}

/** Every word is an edit, with each sign in its turn. */
function allMarked({ made, now }: Proofed): Proof {
  const signs: readonly Mark['sign'][] = ['added', 'caret', 'moved', 'restyled']
  const edits = placeWords(now).map(({ word, boxes }, index): ProofedEdit => {
    const sign = signs[index % signs.length] ?? 'added'
    const marks = boxes.map((box): Mark => {
      const right = { ...box, left: box.left + box.width, width: 0 }
      return { sign, box: sign === 'caret' ? right : box }
    })
    const at = { line: word.line, column: word.column }
    return {
      number: index + 1,
      kind: 'added',
      old: [],
      new: [word],
      oldText: '',
      newText: word.text,
      oldAt: at,
      newAt: at,
      marks,
      oldMarks: [],
      changed: marks.map((d) => d.box.page),
      pushed: [],
      end: ''
    }
  })
  return { ...made, edits }
}

test.runIf(hasPoppler)('no pixel of the text is another, were every word marked', async () => {
  const composition = compositionOf(proofed.now)
  const before = pictures(put(pages, 'read.pdf'), composition.pages.length)
  for (const made of [proofed.made, allMarked(proofed)]) {
    const marked = put(await markPages(pages, made, [], composition), 'proof.pdf')
    const after = pictures(marked, composition.pages.length)
    expect(after.length).toBe(before.length)
    const { all, text } = changes(before, after)
    expect(text).toBe(0)
    expect(all).toBeGreaterThan(100)
  }
})

/** Pixels that are another, and those among them that were not white. */
function changes(before: Buffer, after: Buffer): { all: number; text: number } {
  let [all, text] = [0, 0]
  for (let at = 0; at < before.length; at++) {
    if (before[at] === after[at]) continue
    all += 1
    if (before[at] !== 255) text += 1
  }
  return { all, text }
}

/** The first pages in grey, one behind the other: the size of each, then one byte a pixel. */
function pictures(path: string, count: number): Buffer {
  return poppler('pdftoppm', ['-gray', '-r', String(DPI), '-l', String(count), path])
}

test.runIf(hasPoppler)('a line below words is as long as they are', async () => {
  const { made, now } = proofed
  const marked = await markPages(pages, made, [], compositionOf(now))
  const added = made.edits.flatMap((d) => d.marks).filter((d) => d.sign === 'added')
  expect(added.length).toBeGreaterThan(3)
  const words = pdfWords(marked.value as Uint8Array) // as `put` has it
  for (const { box } of added) {
    const near = words.some(
      (d) =>
        d.page === box.page &&
        Math.abs(d.left - box.left) < NEAR &&
        Math.abs(d.left + d.width - (box.left + box.width)) < NEAR
    )
    expect(near).toBe(true)
  }
})

/** 0.15 mm, in tenths of a point. */
const NEAR = 0.15 * (720 / 25.4)

test.runIf(hasPoppler)('the list of edits stands behind the pages, in a face of ours', async () => {
  const { made, now } = proofed
  const query: ProofQuery = { number: 1, text: 'is this\u202E right?', line: 9 }
  const marked = await markPages(pages, made, [query], compositionOf(now))
  const path = put(marked, 'list.pdf')
  const last = String(compositionOf(now).pages.length + 1)
  const list = poppler('pdftotext', ['-layout', '-f', last, path, '-']).toString()
  const flat = list.replace(/\s+/gu, ' ')
  expect(flat).toContain(made.verdict)
  expect(flat).toContain('2 line 11 · page 1 · E. Ditor: “the spring,” → “Easter,”')
  expect(list).toContain('AQ1')
  expect(list).toContain('U+202E')
  const fonts = poppler('pdffonts', [path]).toString().trim().split('\n').slice(2)
  expect(fonts.map((d) => /^\S+\s+CID TrueType\s+Identity-H\s+yes yes/u.test(d))).not.toContain(
    false
  )
})

test('the same proof is the same bytes, whatever stands on the pages', async () => {
  const { made, now } = proofed
  const [one, two] = [
    await markPages(pages, made, [], compositionOf(now)),
    await markPages(pages, made, [], compositionOf(now))
  ]
  expect(Buffer.from(one.value as Uint8Array).equals(Buffer.from(two.value as Uint8Array))).toBe(
    true
  )
})
