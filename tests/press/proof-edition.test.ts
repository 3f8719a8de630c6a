// A proof from end to end: what is approved, committed or built against the manuscript as it stands. One browser serves all;
// without git the tests that need it are skipped aloud.
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { VFile } from 'vfile'
import { openPdf } from '../../src/pdf.ts'
import { approvePages, build, importSource, proofEdition, provedApproved } from '../../src/press.ts'
import { openBrowser } from '../../src/print.ts'
import type { Browser } from '../../src/print.ts'
import { hasGit } from '../has-git.ts'

const EDITION = 'small-pamphlet'
const LONG = 300_000
const silent = () => undefined
const root = mkdtempSync(join(tmpdir(), 'press-proof-'))
const folder = join(root, EDITION)
const into = join(root, 'build')
const path = join(folder, 'manuscript.md')
const made = join(into, EDITION)
let opened: Awaited<ReturnType<typeof openBrowser>>
let browser: Browser
let text = ''

beforeAll(async () => {
  cpSync(join(import.meta.dirname, EDITION), folder, { recursive: true })
  text = readFileSync(path, 'utf8')
  opened = await openBrowser()
  browser = opened.browser
}, LONG)
afterAll(async () => {
  await opened.close()
  rmSync(root, { recursive: true })
})

const proof = (against?: string) =>
  proofEdition(folder, { into, browser, ...(against !== undefined && { against }) }, silent)
const approve = (pages?: string) =>
  approvePages(folder, { into, ...(pages !== undefined && { pages }) }, silent)
const edit = (from: string, to: string) => writeFileSync(path, text.replace(from, to))
const read = (name: string) => readFileSync(join(made, name), 'utf8')

describe('with approved pages', () => {
  test('there is nothing to compare with at first', async () => {
    await expect(proof()).rejects.toMatchObject({ exit: 3 })
    await expect(provedApproved(folder, silent, browser)).rejects.toMatchObject({ exit: 3 })
    await expect(approve()).rejects.toThrow('Unexpected lack of a build')
    expect(existsSync(made)).toBe(false)
  })

  test('some pages are approved, then all', { timeout: LONG }, async () => {
    await build(folder, { into, browser }, silent)
    expect(await approve('i,1')).toMatchObject({ says: '2 of 8 pages approved' })
    expect(existsSync(join(folder, 'approved.md'))).toBe(false)
    expect(await provedApproved(folder, silent, browser)).toMatchObject({
      same: false,
      verdict: '2 of 8 pages approved · not ii–iv, 2–4'
    })
    await expect(approve('7')).rejects.toMatchObject({ exit: 3 })
    expect(await approve()).toMatchObject({ says: '8 of 8 pages approved' })
    expect(readFileSync(join(folder, 'approved.md'), 'utf8')).toBe(text)
    expect(readFileSync(join(folder, 'approved.txt'), 'utf8')).toMatch(
      /^ {3}1 {2}[\da-f]{64} {2}i$/mu
    )
    expect(await provedApproved(folder, silent, browser)).toMatchObject({
      same: true,
      verdict: 'all 8 pages approved'
    })
  })

  test('nothing has changed', { timeout: LONG }, async () => {
    expect(await proof()).toMatchObject({ same: true, verdict: 'nothing changed' })
  })

  test('a query changes nothing, and stands on the margin', { timeout: LONG }, async () => {
    edit('two lines', 'two lines [[q: or three?]]')
    expect(await proof()).toMatchObject({ same: true })
    expect(read('proof.html')).toContain('or three?')
    await expect(approve()).rejects.toThrow('Unexpected build of another text')
  })

  test('an edit leaves the approval of the other pages', { timeout: LONG }, async () => {
    // No other page has such a letter, and none is drawn otherwise for it.
    edit('two lines', 'two lǒng lines')
    const { same, verdict } = await proof()
    expect({ same, verdict }).toEqual({
      same: false,
      verdict:
        '8 → 8 pages, 2 sheets · 1 edit · 7 pages identical, 0 only reflowed, 1 changed · 0 new faults · reprint sheet 2'
    })
    expect(read('proof.html')).toContain('compared with the approved text')
    expect(await provedApproved(folder, silent, browser)).toMatchObject({
      verdict: '7 of 8 pages approved · not 1'
    })
    const marked = await openPdf(
      new VFile({ value: new Uint8Array(readFileSync(join(made, 'proof.pdf'))) })
    )
    expect(marked.getPageCount()).toBe(9)
  })

  test('the build stays, and the last proof when one fails', { timeout: LONG }, async () => {
    expect(readdirSync(made)).toEqual(
      expect.arrayContaining(['read.pdf', 'made-of.md', 'proof.pdf'])
    )
    const before = read('proof.html')
    edit('[^b]: The last', '[^lost]: The last')
    await expect(proof()).rejects.toMatchObject({ file: path })
    expect(read('proof.html')).toBe(before)
    expect(readdirSync(made).filter((d) => d.startsWith('.press-stage'))).toEqual([])
  })

  test('a build says what it was made of', { timeout: LONG }, async () => {
    edit('two lines', 'two long lines')
    expect(await proof(made)).toMatchObject({ same: false })
    expect(read('proof.html')).toContain(`compared with ${made}`)
    expect(await proof(EDITION)).toMatchObject({ same: false })
    await expect(proof(root)).rejects.toThrow('expected a build with `made-of.md` in it')
    cpSync(made, join(into, 'other'), { recursive: true })
    writeFileSync(join(into, 'other', 'made-of.md'), '---\ntitle: Other\n---\n\nAnother text.\n')
    await expect(proof('other')).rejects.toThrow('Unexpected build of another edition')
    writeFileSync(join(into, 'other', 'made-of.md'), `${text}\n[^lost]: Not called.\n`)
    await expect(proof('other')).rejects.toMatchObject({ file: `${path} (${join(into, 'other')})` })
  })

  test('a PDF is compared by its words', { timeout: LONG }, async () => {
    const old = join(root, 'first proof.pdf')
    cpSync(join(made, 'read.pdf'), old)
    edit('two lines', 'two long lines')
    const { same, verdict } = await proof(old)
    expect({ same, verdict }).toEqual({
      same: false,
      verdict:
        '8 → 8 pages · 1 edit · 7 pages identical, 0 with no other words, 1 changed · by the words alone'
    })
    expect(read('proof.html')).toContain('Less certain')
    writeFileSync(path, text)
    expect(await proof(old)).toMatchObject({ same: true, verdict: 'nothing changed' })
    const before = read('proof.html')
    writeFileSync(old, '%PDF-1.7\nbroken off')
    await expect(proof(old)).rejects.toMatchObject({ exit: 2, file: old })
    expect(read('proof.html')).toBe(before)
  })

  test('fences keep a correction on its page, or say why not', { timeout: LONG }, async () => {
    const fenced = () => proofEdition(folder, { into, browser, fence: true }, silent)
    edit('two lines', 'two long lines')
    expect((await fenced()).verdict).toContain('7 pages identical')
    edit('two lines', `two${' very long'.repeat(220)} lines`)
    const { files, same, verdict } = await fenced()
    expect({ same, verdict }).toEqual({
      same: false,
      verdict: '1 correction not held by its page · nothing is written'
    })
    expect(files[0]?.messages.map((d) => d.ruleId)).toContain('fence')
    writeFileSync(path, text)
  })

  test(
    'what is built between fences is approved, and corrected again, on the same pages',
    {
      timeout: LONG
    },
    async () => {
      const fenced = { into, browser, fence: true }
      const kept = () => readFileSync(join(folder, 'approved-on.md'), 'utf8')
      edit('two lines', 'two long lines')
      await build(folder, fenced, silent)
      expect((await approve()).says).toBe('8 of 8 pages approved')
      expect(kept()).toBe(text)
      expect(await provedApproved(folder, silent, browser)).toMatchObject({ same: true })
      expect(await proofEdition(folder, fenced, silent)).toMatchObject({ same: true })
      edit('two lines', 'two rather long lines')
      const { verdict } = await proofEdition(folder, fenced, silent)
      expect(verdict).toContain('1 edit · 7 pages identical')
      await build(folder, fenced, silent)
      await approve()
      expect(kept()).toBe(text)
      const before = readFileSync(join(made, 'read.pdf'))
      edit('two lines', `two${' very long'.repeat(400)} lines`)
      const { files, made: files2 } = await build(folder, fenced, silent)
      expect(files2).toEqual([])
      expect(files[0]?.messages.some((d) => d.fatal && d.ruleId === 'fence')).toBe(true)
      expect(readFileSync(join(made, 'read.pdf')).equals(before)).toBe(true)
      writeFileSync(path, text)
      await build(folder, { into, browser }, silent)
      await approve()
      expect(await proof()).toMatchObject({ same: true })
      expect(existsSync(join(made, 'made-on.md'))).toBe(false)
    }
  )

  test('an approved text that someone has changed is not believed', async () => {
    writeFileSync(join(folder, 'approved.md'), `${text}More.\n`)
    await expect(proof()).rejects.toThrow('expected the one that was approved')
    writeFileSync(join(folder, 'approved.md'), text.replaceAll('\n', '\r\n'))
  })

  test('another picture of the same size is another page', { timeout: LONG }, async () => {
    writeFileSync(path, text)
    const picture = join(folder, 'square.svg')
    const before = readFileSync(picture, 'utf8')
    writeFileSync(picture, before.replace(/stroke="[^"]*"/u, 'stroke="#777"'))
    expect(readFileSync(picture, 'utf8')).not.toBe(before)
    expect((await provedApproved(folder, silent, browser)).verdict).toBe(
      '7 of 8 pages approved · not 2'
    )
    expect(await proof()).toMatchObject({
      same: false,
      verdict: 'nothing changed in the text · not drawn as approved: page 2'
    })
    writeFileSync(picture, before)
  })

  test('importing again keeps what is approved', { timeout: LONG }, async () => {
    const rough = join(root, 'rough.txt')
    const edition = join(root, 'imported')
    writeFileSync(rough, 'The Fold\n\nA sheet of paper is folded once.\n\nIt is folded again.\n')
    await importSource(rough, { into: edition }, silent)
    await build(edition, { into, browser }, silent)
    await approvePages(edition, { into }, silent)
    await importSource(rough, { into: edition }, silent)
    expect(readdirSync(edition)).toEqual(expect.arrayContaining(['approved.md', 'approved.txt']))
  })
})

describe.skipIf(!hasGit('a proof against a revision is'))('with git', () => {
  const git = (...words: string[]) => {
    const author = ['-c', 'user.name=Ada', '-c', 'user.email=a@b.example']
    execFileSync('git', ['-C', root, ...author, ...words], {
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' }
    })
  }

  test('the last commit is what is compared with', { timeout: LONG }, async () => {
    rmSync(join(folder, 'approved.md'))
    rmSync(join(folder, 'approved.txt'))
    writeFileSync(path, text)
    git('init', '-q', '-b', 'main')
    git('add', '.')
    git('commit', '-qm', 'First')
    edit('two lines', 'three lines')
    expect(await proof()).toMatchObject({ same: false })
    expect(read('proof.html')).toMatch(/compared with commit [\da-f]{7}/u)
    git('commit', '-qam', 'Three')
    expect(await proof()).toMatchObject({ same: true })
    expect(await proof('HEAD~1')).toMatchObject({ same: false })
    expect(read('proof.html')).toMatch(/Ada, [\da-f]{7}/u)
  })

  test('a picture is compared with what it was', { timeout: LONG }, async () => {
    const picture = join(folder, 'square.svg')
    const before = readFileSync(picture, 'utf8')
    const now = readFileSync(path, 'utf8')
    writeFileSync(picture, before.replace(/stroke="[^"]*"/u, 'stroke="#777"'))
    expect((await proof()).verdict).toContain(
      '1 edit · 7 pages identical, 0 only reflowed, 1 changed'
    )
    expect(read('proof.html')).toContain('with another picture in it')
    rmSync(picture)
    writeFileSync(path, now.replace('square.svg', 'other.svg'))
    writeFileSync(join(folder, 'other.svg'), before)
    expect((await proof()).verdict).toContain('1 edit · ')
    rmSync(join(folder, 'other.svg'))
    writeFileSync(picture, before)
    writeFileSync(path, now)
  })

  test('a revision that there is not, or that has no such text', async () => {
    await expect(proof('mian')).rejects.toThrow('expected `main` or another')
    git('rm', '-q', '--cached', path)
    git('commit', '-qm', 'Gone')
    await expect(proof('HEAD')).rejects.toThrow('expected one in which')
  })

  test('a text of then that cannot be built is told as that', async () => {
    writeFileSync(path, `${text}\n[^lost]: Not called.\n`)
    git('add', '.')
    git('commit', '-qm', 'Broken')
    writeFileSync(path, text)
    await expect(proof('HEAD')).rejects.toMatchObject({
      file: expect.stringMatching(/manuscript\.md \(commit [\da-f]{7}\)$/u),
      ruleId: 'note-without-call'
    })
  })
})
