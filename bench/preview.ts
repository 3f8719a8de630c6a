// The preview in a real browser: how long a saved word takes to its page in the tab, beside plain pagedjs-cli on the same
// text in the same run; a storm of saves; fifty tabs; and whether the memory of press and tab stays flat over many saves.
//
//     npm run bench:preview -- [EDITION] [--saves 2000] [--tabs 50] [--no-plain]
import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Page } from 'puppeteer'
import { findEdition } from '../src/cli/find-edition.ts'
import { openPreview } from '../src/preview.ts'
import { makingOf } from '../src/press/preview-edition.ts'
import { openRealBrowser } from '../tests/preview/real-browser.ts'
import { plainHtml } from './typeset/plain-html.ts'
import { oneWordEdits } from './typeset/time-typeset.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    saves: { type: 'string', default: '2000' },
    tabs: { type: 'string', default: '50' },
    'no-plain': { type: 'boolean' }
  }
})
const EDITS = 20
const scratch = mkdtempSync(join(tmpdir(), 'press-bench-preview-'))
const path = join(scratch, 'edition/manuscript.md')
cpSync(findEdition(positionals[0]), dirname(path), { recursive: true })
const manuscript = readFileSync(path, 'utf8')
const preview = await openPreview(path, await makingOf(path))
const { browser, close } = await openRealBrowser()
try {
  const tab = await openTab()
  await timeEdits(tab)
  if (!values['no-plain']) timePlain()
  await storm(tab)
  await manyTabs()
  await manySaves(tab)
} finally {
  await close()
  await preview.close()
  rmSync(scratch, { recursive: true, force: true })
}
process.exit(0)

async function openTab(): Promise<Page> {
  const tab = await browser.newPage()
  await tab.setViewport({ width: 1280, height: 800 })
  await tab.goto(preview.address, { waitUntil: 'domcontentloaded' })
  await tab.waitForSelector('.preview-leaf')
  return tab
}

/** Save, and wait until the tab has drawn a frame with a build that is newer. */
async function saveAndSee(tab: Page, text: string): Promise<number> {
  const before = await tab.evaluate(() => Number(document.documentElement.dataset.build))
  const seen = tab.evaluate(async (build) => {
    const newer = () => Number(document.documentElement.dataset.build) > build
    while (!newer()) await new Promise((resolve) => setTimeout(resolve, 1))
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }, before)
  const begun = performance.now()
  writeFileSync(path, text)
  await seen
  return performance.now() - begun
}

async function timeEdits(tab: Page): Promise<void> {
  const times: number[] = []
  for (const text of oneWordEdits(manuscript, EDITS, 4)) {
    // So long that the check of the save before is over.
    await wait(1500)
    times.push(await saveAndSee(tab, text))
  }
  const inOrder = times.toSorted((a, b) => a - b).map(Math.round)
  const pages = await tab.$$eval('.preview-leaf', (d) => d.length)
  say(
    `saved word to its page in the tab, ${pages} pages, ms: median ${inOrder[EDITS / 2]}, worst ${inOrder.at(-1)}`
  )
}

function timePlain(): void {
  const [html, pdf] = [join(scratch, 'plain.html'), join(scratch, 'plain.pdf')]
  writeFileSync(html, plainHtml(manuscript))
  const times = [1, 2, 3].map(() => {
    const begun = performance.now()
    const words = ['scripts/press.mjs', '--run', 'bench/plain.ts', html, pdf]
    const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    return performance.now() - begun
  })
  say(`plain pagedjs-cli, ms: ${times.map(Math.round).join(', ')}`)
}

async function storm(tab: Page): Promise<void> {
  copyFileSync(path, `${path}.last`)
  const builds = preview.builds()
  const begun = performance.now()
  for (let save = 1; save <= 400; save += 1) {
    writeFileSync(path, `${manuscript}\nSave ${save}.\n`)
    await wait(Math.max(0, begun + save * 5 - performance.now()))
  }
  const spent = performance.now() - begun
  await tab.waitForFunction(() => document.body.textContent?.includes('Save 400.'), {
    timeout: 0
  })
  say(
    `400 saves in ${Math.round(spent)} ms: ${preview.builds() - builds} builds, the last text is shown`
  )
}

async function manyTabs(): Promise<void> {
  if (values.tabs === '0') return
  const tabs: Page[] = []
  for (let count = 0; count < Number(values.tabs); count += 1) tabs.push(await openTab())
  const begun = performance.now()
  writeFileSync(path, `${manuscript}\nEverywhere.\n`)
  await Promise.all(
    tabs.map((d) =>
      d.waitForFunction(() => document.body.textContent?.includes('Everywhere.'), {
        timeout: 0
      })
    )
  )
  say(`${tabs.length} tabs show a save after ${Math.round(performance.now() - begun)} ms`)
  await Promise.all(tabs.map((d) => d.close()))
}

async function manySaves(tab: Page): Promise<void> {
  const saves = Number(values.saves)
  const step = Math.max(1, Math.round(saves / 8))
  const session = await tab.createCDPSession()
  say('saves  press MB  tab MB  tab nodes')
  const texts = oneWordEdits(manuscript, 40, 7)
  for (let save = 1; save <= saves; save += 1) {
    // Each is new, and the text does not grow.
    await saveAndSee(tab, `${texts[save % texts.length]}\nSave ${save}.\n`)
    if (save % step !== 0 && save !== Math.round(step / 4)) continue
    await wait(2000)
    setFlagsFromString('--expose-gc')
    runInNewContext('gc')()
    await session.send('HeapProfiler.collectGarbage')
    const { JSHeapUsedSize = 0, Nodes = 0 } = await tab.metrics()
    const heap = process.memoryUsage().heapUsed
    const figures = [megabytes(heap), megabytes(JSHeapUsedSize), String(Nodes)]
    say([String(save).padStart(5), ...figures.map((d) => d.padStart(8))].join('  '))
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
