// The preview as its reader has it, in a real browser: each save shows the pages that a cold composition has, the reader
// stays where he was, and a click leads to the very word in the manuscript.
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openPreview } from '../../src/preview.ts'
import type { Preview } from '../../src/preview.ts'
import { makingOf } from '../../src/press/preview-edition.ts'
import { coldPages } from './cold-pages.ts'
import type { ColdPages } from './cold-pages.ts'
import { editAgain, newText } from './edits.ts'
import { openRealBrowser } from './real-browser.ts'

const PATIENCE = { timeout: 30_000, interval: 20 }
const folder = mkdtempSync(join(tmpdir(), 'press-preview-'))
const path = join(folder, 'manuscript.md')
const opened: [string, number, number][] = []
const editor = { name: 'pen', open: (...place: [string, number, number]) => opened.push(place) }
const faults: string[] = []
let preview: Preview
let browser: Browser
let close: () => Promise<void>
let tab: Page
let cold: ColdPages

beforeAll(async () => {
  writeFileSync(path, newText())
  const started = await openRealBrowser()
  browser = started.browser
  close = started.close
  cold = await coldPages(path)
  preview = await openPreview(path, await makingOf(path), { editor })
  tab = await openTab()
})
beforeEach(async () => {
  writeFileSync(path, newText())
  await areRight(newText())
})
afterAll(async () => {
  await close()
  await preview.close()
  rmSync(folder, { recursive: true, force: true })
})

async function openTab(): Promise<Page> {
  const page = await browser.newPage()
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (d) => {
    if (/^(?:error|warn)$/u.test(d.type())) faults.push(`${d.text()} ${d.location().url ?? ''}`)
  })
  await page.setViewport({ width: 1280, height: 800 })
  await page.goto(preview.address)
  await page.waitForSelector('.preview-leaf')
  return page
}

/** The text is saved, and its pages are those of a cold composition. */
async function areRight(text: string, page = tab): Promise<true> {
  const pages = await cold(text)
  await expect.poll(() => page.evaluate(differences, pages), PATIENCE).toEqual([])
  return true
}

/** Runs in the tab: the numbers of pages that are not as they should be. Names of styles come in the order in which they
 * are met, so they may differ. */
function differences(pages: readonly string[]): (number | string)[] {
  const nameless = (html: string) => html.replace(/(?<=class="[^"]*)\bs\d+\b/gu, 's')
  const shown = [...document.querySelectorAll('.preview-paper')].map((d) => {
    const copy = d.cloneNode(true) as Element // a copy of an element
    for (const mark of copy.querySelectorAll('.preview-mark')) mark.remove()
    return nameless(copy.innerHTML)
  })
  const wanted = pages.map((html) => {
    const holder = document.createElement('div')
    holder.innerHTML = html
    return nameless(holder.innerHTML)
  })
  if (shown.length !== wanted.length) return [`${shown.length} pages of ${wanted.length}`]
  return wanted.flatMap((d, index) => (d === shown[index] ? [] : [index + 1]))
}

/** Runs in the tab: numbered words of the pages beside the middle of the window, left or right. */
function wordsInTheMiddle(sides: readonly number[]): string[] {
  return sides.flatMap((side) => {
    const there = document.elementsFromPoint(innerWidth / 2 + side * 60, innerHeight / 2)
    const leaf = there.find((d) => d.matches('.preview-leaf'))
    return leaf?.textContent?.match(/word\d+/gu) ?? []
  })
}

test('200 saves, each with its right pages', { timeout: 600_000 }, async () => {
  let text = newText()
  for (let save = 0; save < 200; save += 1) {
    text = editAgain(text, save)
    writeFileSync(path, text)
    expect(await areRight(text)).toBe(true)
  }
})

test('what an edit leaves alone is not touched', async () => {
  const before = await tab.$$('.preview-leaf')
  const text = newText().replace('word31 ', 'ward31 ')
  writeFileSync(path, text)
  await areRight(text)
  const stayed = await Promise.all(before.map((d) => d.evaluate((leaf) => leaf.isConnected)))
  expect(stayed.filter((d) => !d)).toHaveLength(1)
})

test.each([
  ['pages of his own part move on by a part of a page', 'word150', 60, 0.4],
  ['all his part moves on by an opening', 'word300', 200, 1]
] as const)('the reader stays where he was when %s', async (_, at, words, part) => {
  await tab.evaluate(pointOf, at)
  const text = newText()
  const read = await tab.evaluate(wordsInTheMiddle, [-1])
  expect(read.length).toBeGreaterThan(10)
  const longer = text.replace(
    'word40 ',
    `${'A paragraph of many words. '.repeat(words)}\n\nword40 `
  )
  for (const changed of [longer, text]) {
    writeFileSync(path, changed)
    await areRight(changed)
    const now = new Set(await tab.evaluate(wordsInTheMiddle, [-1, 1]))
    expect(read.filter((d) => now.has(d)).length).toBeGreaterThanOrEqual(read.length * part)
  }
})

test('a click on a word opens the manuscript at its line and column', async () => {
  const text = newText()
  const lines = text.split('\n')
  for (const word of ['word31', 'word77', 'note3x', 'stressed']) {
    opened.length = 0
    const point = await tab.evaluate(pointOf, word)
    await tab.mouse.click(point.x, point.y)
    await expect.poll(() => opened.length, PATIENCE).toBe(1)
    const [at, line = 0, column = 0] = opened[0] ?? []
    expect(at).toBe(path)
    expect(lines[line - 1]?.slice(column - 1)).toMatch(new RegExp(`^[*]?${word}`, 'u'))
  }
})

/** Runs in the tab: the middle of a word. */
function pointOf(word: string): { x: number; y: number } {
  const walker = document.createTreeWalker(document.querySelector('.book') ?? document.body, 4)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.textContent?.indexOf(word) ?? -1
    if (at < 0) continue
    node.parentElement?.scrollIntoView({ block: 'center' })
    const range = document.createRange()
    range.setStart(node, at)
    range.setEnd(node, at + word.length)
    const { left, top, width, height } = range.getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  }
  throw new Error(`No ${word} on the pages`)
}

test('a place is copied, where the reader wants that', async () => {
  await browser
    .defaultBrowserContext()
    .overridePermissions(new URL(preview.address).origin, ['clipboard-read', 'clipboard-write'])
  await tab.bringToFront()
  await tab.select('.choice select', 'copy')
  const point = await tab.evaluate(pointOf, 'word31')
  await tab.mouse.click(point.x, point.y)
  await expect
    .poll(() => tab.$eval('.toast', (d) => d.textContent), PATIENCE)
    .toMatch(/^manuscript\.md:\d+:\d+ copied$/u)
  const line =
    newText()
      .split('\n')
      .findIndex((d) => d.includes('word31 ')) + 1
  const copied = await tab.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(new RegExp(`^manuscript\\.md:${line}:\\d+$`, 'u'))
  await tab.select('.choice select', 'editor')
})

test('the line of the editor is shown', async () => {
  const line =
    newText()
      .split('\n')
      .findIndex((d) => d.startsWith('word150 ')) + 1
  await fetch(`${preview.address}show?line=${line}&column=1`)
  await tab.waitForSelector('.preview-mark')
  const seen = await tab.$eval('.preview-mark', (mark) => {
    const { left, top, width, height } = mark.getBoundingClientRect()
    mark.remove()
    const [x, y] = [left + width / 2, top + height / 2]
    return { inside: y > 0 && y < innerHeight, words: document.elementFromPoint(x, y)?.textContent }
  })
  expect(seen).toMatchObject({ inside: true, words: expect.stringContaining('word150') })
})

test('g asks for a line; other keys do what the help says', async () => {
  await tab.keyboard.press('g')
  await tab.keyboard.type('9')
  await tab.keyboard.press('Enter')
  await tab.waitForSelector('.preview-mark')
  await tab.keyboard.press('Home')
  const where = () => tab.$eval('.where', (d) => d.textContent ?? '')
  const first = await where()
  await tab.keyboard.press('ArrowRight')
  expect(await where()).not.toBe(first)
  await tab.keyboard.press('ArrowLeft')
  expect(await where()).toBe(first)
  const width = () => tab.$eval('.preview-leaf', (d) => d.getBoundingClientRect().width)
  const whole = await width()
  await tab.keyboard.press('+')
  expect(await width()).toBeGreaterThan(whole)
  await tab.keyboard.press('0')
  expect(await width()).toBeCloseTo(whole)
  const classes = () => tab.evaluate(() => document.documentElement.className)
  const light = await classes()
  for (const key of ['d', 's', 'f'] as const) {
    await tab.keyboard.press(key)
    expect(await classes()).not.toBe(light)
    await tab.keyboard.press(key)
    expect(await classes()).toBe(light)
  }
  await tab.keyboard.press('?')
  await tab.waitForSelector('dialog.help[open]')
  await tab.keyboard.press('Escape')
})

test('the first page stands at the right, then versos at the left of their rectos', async () => {
  const places = await tab.$$eval('.preview-leaf', (leaves) =>
    leaves.slice(0, 3).map((d) => {
      const { left, top } = d.getBoundingClientRect()
      return [left, top] as const
    })
  )
  const [first, second, third] = places
  expect(first?.[0]).toBe(third?.[0])
  expect(second?.[0]).toBeLessThan(third?.[0] ?? 0)
  expect(second?.[1]).toBe(third?.[1])
  expect(first?.[1]).toBeLessThan(second?.[1] ?? 0)
})

test('a broken save leaves the pages, and says what stands where', async () => {
  const broken = newText().replace('title:', 'titel:')
  writeFileSync(path, broken)
  await tab.waitForSelector('.problem:not([hidden])')
  const said = await tab.$eval('.problem', (d) => d.textContent ?? '')
  expect(said).toContain('manuscript.md:2:1')
  expect(said).toContain('titel')
  expect(await tab.evaluate(differences, await cold(newText()))).toEqual([])
  writeFileSync(path, newText())
  await tab.waitForSelector('.problem', { hidden: true })
})

test('a file that is taken away leaves the pages, until it is back', async () => {
  renameSync(path, `${path}.away`)
  await tab.waitForSelector('.problem:not([hidden])')
  expect(await tab.$eval('.problem', (d) => d.textContent)).toContain('it is not there')
  expect(await tab.evaluate(differences, await cold(newText()))).toEqual([])
  renameSync(`${path}.away`, path)
  await tab.waitForSelector('.problem', { hidden: true })
})

test('400 saves in two seconds show the last text', async () => {
  const builds = preview.builds()
  const begun = performance.now()
  let text = ''
  for (let save = 1; save <= 400; save += 1) {
    text = newText().replace('word31 ', `saved${save} `)
    writeFileSync(path, text)
    await wait(Math.max(0, begun + save * 5 - performance.now()))
  }
  await areRight(text)
  expect(preview.builds() - builds).toBeLessThanOrEqual(3)
})

test('eight tabs show what is saved, though a browser opens six connections', async () => {
  const tabs = await Promise.all(Array.from({ length: 8 }, openTab))
  const text = newText().replace('word31 ', 'everywhere ')
  writeFileSync(path, text)
  for (const one of tabs) expect(await areRight(text, one)).toBe(true)
  // The first that listens is closed, and another listens.
  await tab.close()
  tab = tabs.pop() ?? tab
  writeFileSync(path, newText())
  for (const one of tabs) expect(await areRight(newText(), one)).toBe(true)
  await Promise.all(tabs.map((d) => d.close()))
})

test('findings stand beside the pages, and lead to them', async () => {
  const text = newText().replace('word150 ', 'the the ')
  writeFileSync(path, text)
  await areRight(text)
  await expect
    .poll(() => tab.$$eval('.finding', (all) => all.map((d) => d.textContent).join('\n')), PATIENCE)
    .toContain('words-not-doubled')
  await tab.evaluate(() => scrollTo(0, 0))
  await tab.$$eval('.finding', (all) => {
    const found = all.find((d) => d.textContent?.includes('words-not-doubled'))
    if (found instanceof HTMLElement) found.click()
  })
  await tab.waitForSelector('.preview-mark')
  expect(await tab.evaluate(() => scrollY)).toBeGreaterThan(100)
})

test('the manuscript was only read, and the browser had nothing to complain of', () => {
  expect(faults).toEqual([])
  expect(readFileSync(path, 'utf8')).toBe(newText())
})
