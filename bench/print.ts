// How long the same HTML takes to become a PDF: plain pagedjs-cli in a process of its own, the press in a process of its
// own (cold), the press with its browser running (warm); and the whole `press build` beside them. Rounds are interleaved,
// so that a busy machine slows all alike; what counts is the ratio of the medians.
//
//     npm run bench -- [manuscript/handbook] [rounds]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { home, readManuscript } from '../src/assets.ts'
import { compose } from '../src/compose.ts'
import { sheetOf } from '../src/composition.ts'
import { layOut } from '../src/print/lay-out.ts'
import { prepareTab, print, withBrowser } from '../src/print.ts'
import { typeset } from '../src/typeset.ts'

const ROUNDS = 5
const edition = process.argv[2] ?? join(home, 'manuscript/handbook')
const rounds = Number(process.argv[3] ?? ROUNDS)
const folder = mkdtempSync(join(tmpdir(), 'press-bench-'))
const html = join(folder, 'print.html')
const times: Record<string, number[]> = { plain: [], cold: [], warm: [], build: [] }

await withBrowser(async (browser) => {
  const file = await typeset(await compose(await readManuscript(join(edition, 'manuscript.md'))))
  const pdf = await print(file, browser)
  writeFileSync(html, pdf.data.html ?? '')
  const text = readFileSync(html, 'utf8')
  const setting = { progress: () => undefined }
  const { composition } = file.data
  if (!composition) throw new Error('typeset sets the composition')
  for (let round = 0; round < rounds; round += 1) {
    await clock('plain', () => run('--run', 'bench/plain.ts', html, join(folder, 'plain.pdf')))
    await clock('cold', () => run('--run', 'bench/cold.ts', html, join(folder, 'cold.pdf')))
    await prepareTab(browser)
    await clock('warm', () => layOut(browser, text, sheetOf(composition), setting))
    await clock('build', () => run('build', edition))
  }
  say(`${pdf.data.pages?.length ?? 0} pages, ${rounds} rounds, medians in ms`)
})
rmSync(folder, { recursive: true })

const plain = median('plain')
for (const name of Object.keys(times)) {
  const ratio = `${(plain / median(name)).toFixed(2)} × as fast as plain pagedjs-cli`
  say(`${name.padEnd(6)} ${String(Math.round(median(name))).padStart(6)}   ${ratio}`)
}

async function clock(name: string, work: () => unknown): Promise<void> {
  const begun = performance.now()
  await work()
  times[name]?.push(performance.now() - begun)
}

function run(...words: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/press.mjs', ...words], {
    cwd: home,
    encoding: 'utf8'
  })
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}:\n${stderr}`)
}

function median(name: string): number {
  const sorted = (times[name] ?? []).toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
