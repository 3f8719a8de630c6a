// What the report on a proof says, and how it behaves in a browser: opened from a disk, by keyboard, without its script, on
// a telephone. It must ask for nothing.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../../src/print.ts'
import type { Browser } from '../../src/print.ts'
import { writeReport } from '../../src/proof.ts'
import { proofOf } from './proof-of.ts'

const folder = mkdtempSync(join(tmpdir(), 'press-report-'))
const small = join(import.meta.dirname, 'small')
const read = (name: string) => readFileSync(join(small, name), 'utf8')
let browser: Browser
let close: () => Promise<void>
let html = ''

beforeAll(async () => {
  const opened = await openBrowser()
  ;({ browser, close } = opened)
  html = await reportOf(read('old.md'), read('new.md'))
  writeFileSync(join(folder, 'proof.html'), html)
})
afterAll(async () => {
  await close()
  rmSync(folder, { recursive: true })
})

async function reportOf(before: string, after: string): Promise<string> {
  const { made, parts } = await proofOf(before, after)
  const box = made.edits.flatMap((d) => d.marks)[0]?.box
  const queries = [{ number: 1, text: 'is this <right>?', line: 9, ...(box && { box }) }]
  return String(await writeReport(made, { ...parts, queries }))
}

test('it says what was done, where, and what it did', async () => {
  await expect(textOf(html)).toMatchFileSnapshot(join(small, 'report.txt'))
})

test('the same proof is the same report', async () => {
  expect(await reportOf(read('old.md'), read('new.md'))).toBe(html)
})

test('what the manuscript says is letters and nothing else', async () => {
  const evil = `</title><script>alert(1)</script>"'&<b onclick="x">\u202E`
  const after = read('new.md')
    .replace('the guests', `the ${'`'}</script><img src=x onerror=alert(1)>${'`'} \u202Eguests`)
    .replace('title: The', `title: 'It is "\u202E"<i>' #`)
  const { made, parts } = await proofOf(read('old.md'), after)
  const spoilt = { ...made, against: evil, title: evil, verdict: evil }
  const report = String(await writeReport(spoilt, parts))
  expect(report).not.toMatch(/<script>alert|<img src=x|<b onclick/u)
  expect(report.match(/<script>/gu)).toHaveLength(1)
  const said = textOf(report)
  expect(said).toContain('U+202E')
  expect(said).not.toContain('\u202E')
})

interface Told {
  errors: string[]
  requests: string[]
}

async function openReport(width: number, script = true) {
  const tab = await browser.newPage()
  const told: Told = { errors: [], requests: [] }
  tab.on('console', (d) => told.errors.push(d.text()))
  tab.on('pageerror', (d) => told.errors.push(String(d)))
  tab.on('request', (d) => told.requests.push(d.url()))
  await tab.setJavaScriptEnabled(script)
  await tab.setViewport({ width, height: 844 })
  await tab.goto(pathToFileURL(join(folder, 'proof.html')).href)
  return { tab, told }
}

test('it asks for nothing, and nothing stands beyond its edge', async () => {
  for (const width of [390, 1280]) {
    const { tab, told } = await openReport(width)
    await tab.evaluate(() => document.fonts.ready)
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBe(width)
    expect(told.errors).toEqual([])
    expect(told.requests.filter((d) => !/^(?:file|data):/u.test(d))).toEqual([])
    await tab.close()
  }
})

test('the keyboard steps through the edits, with the marks of each in sight', async () => {
  const { tab } = await openReport(1280)
  const edits = await tab.$$eval('tr[data-edit]', (d) => d.length)
  expect(edits).toBeGreaterThan(3)
  const now = () =>
    tab.evaluate(() => ({
      said: document.querySelector('#where')?.textContent ?? '',
      row: document.querySelector('tr.now')?.id,
      inSight: [...document.querySelectorAll('.spot a.now, tr.now')].some((d) => {
        const { top, bottom } = d.getBoundingClientRect()
        return top >= 0 && bottom <= window.innerHeight
      })
    }))
  for (let edit = 1; edit <= edits; edit++) {
    await tab.keyboard.press(edit % 2 === 0 ? 'j' : 'n')
    const { said, row, inSight } = await now()
    expect(said).toContain(`Edit ${edit} of ${edits}`)
    expect(row).toBe(`edit-${edit}`)
    expect(inSight).toBe(true)
  }
  await tab.keyboard.press('p')
  await tab.keyboard.press('k')
  expect((await now()).row).toBe(`edit-${edits - 2}`)
  await tab.keyboard.press('ArrowLeft')
  await tab.keyboard.press('?')
  expect(await tab.$eval('dialog', (d) => d.open)).toBe(true)
  await tab.keyboard.press('Escape')
  expect(await tab.$eval('dialog', (d) => d.open)).toBe(false)
  await tab.close()
})

/** What is shown of the first page that changed. */
const SHOWN = `(() => {
  const seen = (d) => document.querySelector('.pair.changed ' + d)?.checkVisibility() ?? false
  return ['figure.old', 'figure.new', '.new .marks'].map(seen)
})()`

test('layers are switched, by keys, and without the script by what is clicked', async () => {
  const { tab } = await openReport(1280)
  const shown = () => tab.evaluate(SHOWN)
  expect(await shown()).toEqual([true, true, true])
  for (const [key, expected] of [
    ['1', [true, false, false]],
    ['2', [false, true, true]],
    ['b', [true, true, true]],
    ['m', [true, true, false]],
    ['m', [true, true, true]]
  ] as const) {
    await tab.keyboard.press(key)
    expect(await shown()).toEqual(expected)
  }
  await tab.keyboard.press('o')
  const [left, right] = await tab.$$eval('.pair.changed figure', (d) =>
    d.slice(0, 2).map((figure) => figure.getBoundingClientRect().left)
  )
  expect(left).toBe(right)
  await tab.close()
  const plain = await openReport(1280, false)
  await plain.tab.click('#view-new')
  expect(await plain.tab.evaluate(SHOWN).catch(() => 'no script')).toEqual([false, true, true])
  await plain.tab.close()
})

test('lines stand where the pages have them, and the marks on their words', async () => {
  const { tab } = await openReport(1280)
  await tab.evaluate(() => document.querySelector('.pair.changed')?.scrollIntoView())
  const away = await tab.evaluate(() => {
    const sheet = [...document.querySelectorAll<HTMLElement>('.pair .new .sheet')].find(
      (d) => d.querySelector('.added') && d.textContent?.includes('Easter')
    )
    const text = [...(sheet?.querySelectorAll('.l') ?? [])].flatMap((d) => [...d.childNodes])
    const node = text.find((d) => d.textContent?.includes('Easter'))
    const band = sheet?.querySelector('.added .band')?.getBoundingClientRect()
    if (!sheet || !node || !band) return undefined
    const range = document.createRange()
    const at = (node.textContent ?? '').indexOf('Easter')
    range.setStart(node, at)
    range.setEnd(node, at + 'Easter'.length)
    const word = range.getBoundingClientRect()
    const millimetre = sheet.getBoundingClientRect().width / 105
    return (band.left + band.width / 2 - (word.left + word.width / 2)) / millimetre
  })
  expect(Math.abs(away ?? Infinity)).toBeLessThan(1)
  await tab.close()
})

test.runIf(spawnSync('pdftotext', ['-v']).status === 0)('it is printed whole', async () => {
  const { tab } = await openReport(1280)
  const path = join(folder, 'printed.pdf')
  await tab.pdf({ path, format: 'a4' })
  await tab.close()
  const words = String(execFileSync('pdftotext', [path, '-'])).replace(/\s+/gu, ' ')
  // The note at the foot, before and after; the table of edits and that of the e-book say it too.
  expect(words.split('two pints').length - 1).toBe(4)
})

/** The report without its pages, a block a line. */
function textOf(report: string): string {
  return report
    .replace(/<(?<tag>style|script|dialog)[\s\S]*?<\/\k<tag>>/gu, '')
    .replace(/<section class="pg[\s\S]*?<\/section>/gu, '')
    .replace(/<\/(?:td|th|dt)>/gu, ' | ')
    .replace(/<\/(?:p|h\d|tr|figcaption|dd|caption|legend|label|li|section|ul)>/gu, '\n')
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&#x26;', '&')
    .replaceAll('&#x3C;', '<')
    .split('\n')
    .map((d) => d.trim())
    .filter(Boolean)
    .join('\n')
    .concat('\n')
}
