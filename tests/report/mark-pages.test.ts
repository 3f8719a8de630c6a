// The marks on the new pages, in the PDF that readers see: they lie at the words, and no pixel of the text is another for
// them. Pictures are made by poppler, where it is.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { VFile } from 'vfile'
import { finish } from '../../src/finish.ts'
import { placeWords } from '../../src/places.ts'
import { print, withBrowser } from '../../src/print.ts'
import { markPages } from '../../src/proof.ts'
import type { Mark, Proof, ProofedEdit, ProofQuery } from '../../src/proof.ts'
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
  const { composition } = proofed.now.data
  const plain = put(pages, 'read.pdf')
  for (const made of [proofed.made, allMarked(proofed)]) {
    const marked = put(await markPages(pages, made, [], composition), 'proof.pdf')
    let drawn = 0
    for (let page = 1; page <= (composition?.pages.length ?? 0); page++) {
      const [before, after] = [picture(plain, page), picture(marked, page)]
      expect(after.length).toBe(before.length)
      const { all, text } = changes(before, after)
      drawn += all
      expect(text).toBe(0)
    }
    expect(drawn).toBeGreaterThan(100)
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

/** A page in grey; what is behind the size is one byte a pixel. */
function picture(path: string, page: number): Buffer {
  const only = ['-f', String(page), '-l', String(page)]
  return poppler('pdftoppm', ['-gray', '-r', String(DPI), ...only, path]).subarray(15)
}

test.runIf(hasPoppler)('a line below words is as long as they are', async () => {
  const { made, now } = proofed
  const marked = put(await markPages(pages, made, [], now.data.composition), 'bbox.pdf')
  const added = made.edits.flatMap((d) => d.marks).filter((d) => d.sign === 'added')
  expect(added.length).toBeGreaterThan(3)
  const words = wordBoxes(marked)
  for (const { box } of added) {
    const near = words.some(
      (d) =>
        d.page === box.page &&
        Math.abs(d.left - box.left / 10) < NEAR &&
        Math.abs(d.right - (box.left + box.width) / 10) < NEAR
    )
    expect(near).toBe(true)
  }
})

/** 0.15 mm, in points. */
const NEAR = 0.15 * (72 / 25.4)

function wordBoxes(path: string) {
  const text = poppler('pdftotext', ['-bbox', path, '-']).toString()
  return text.split('<page ').flatMap((page, number) =>
    [...page.matchAll(/xMin="(?<left>[\d.]+)" yMin="[\d.]+" xMax="(?<right>[\d.]+)"/gu)].map(
      ({ groups }) => ({
        page: number,
        left: Number(groups?.left),
        right: Number(groups?.right)
      })
    )
  )
}

test.runIf(hasPoppler)('the list of edits stands behind the pages, in a face of ours', async () => {
  const { made, now } = proofed
  const query: ProofQuery = { number: 1, text: 'is this\u202E right?', line: 9 }
  const marked = await markPages(pages, made, [query], now.data.composition)
  const path = put(marked, 'list.pdf')
  const last = String((now.data.composition?.pages.length ?? 0) + 1)
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
    await markPages(pages, made, [], now.data.composition),
    await markPages(pages, made, [], now.data.composition)
  ]
  expect(Buffer.from(one.value as Uint8Array).equals(Buffer.from(two.value as Uint8Array))).toBe(
    true
  )
})
