// Draws the picture of a proof that README shows: an edit of the handbook, on the page of before and on that of now.
//
//     npm run picture:proof
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { home } from '../src/assets.ts'
import { withBrowser } from '../src/print.ts'
import { writeReport } from '../src/proof.ts'
import { proofOf } from '../tests/report/proof-of.ts'

/** Words of the handbook, and what an editor makes of them. */
const EDITS: readonly (readonly [string, string])[] = [
  ['You are looking at the edition itself, its', 'This is the edition itself, with its'],
  ['as freely as a typescript', 'as freely as you would a typescript'],
  ['How far an editor should go is an old subject of dispute, and', 'On how far to go,'],
  [' Undo whatever machines have done.', '']
]

const folder = join(home, 'manuscript/handbook')
const path = join(folder, 'manuscript.md')
const old = readFileSync(path, 'utf8')
let now = old
for (const [from, to] of EDITS) {
  if (!now.includes(from)) throw new Error(`The handbook has no longer the words «${from}»`)
  now = now.replace(from, to)
}
const { made, parts } = await proofOf(old, now, path)
const scratch = mkdtempSync(join(tmpdir(), 'press-picture-'))
try {
  const report = join(scratch, 'proof.html')
  writeFileSync(report, String(await writeReport(made, parts)))
  await withBrowser(async (browser) => {
    const tab = await browser.newPage()
    await tab.setViewport({ width: 1024, height: 680 })
    await tab.goto(pathToFileURL(report).href)
    await tab.evaluate(() => document.fonts.ready)
    await tab.keyboard.press('n')
    await tab.keyboard.press('n')
    await tab.screenshot({ path: join(folder, 'proof.png') })
  })
} finally {
  rmSync(scratch, { recursive: true })
}
process.exit(0)
