// How long the EPUB of an edition takes once everything else of it is made, against the whole run of pandoc on the same
// manuscript, and how large it is, with its faces and without. Medians of several runs.
//
//     npm run bench:epub -- [manuscript.md] [runs]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import JSZip from 'jszip'
import { home, readManuscript } from '../src/assets.ts'
import { compose } from '../src/compose.ts'
import { packageBook } from '../src/package.ts'
import { typeset } from '../src/typeset.ts'

const path = resolve(process.argv[2] ?? join(home, 'manuscript/handbook/manuscript.md'))
const RUNS = Number(process.argv[3] ?? 7)
/** The step may take this many times as long as pandoc. */
const BAR = 1.5
const MOMENT = new Date('2026-11-22')

const file = await typeset(await compose(await readManuscript(path)))
const times: number[] = []
let bytes = new Uint8Array()
// The first run loads what the others find loaded.
for (let run = 0; run <= RUNS; run += 1) {
  const begun = performance.now()
  const { value } = await packageBook(file, MOMENT)
  if (run > 0) times.push(performance.now() - begun)
  if (value instanceof Uint8Array) bytes = new Uint8Array(value)
}
const step = median(times)
say(`EPUB step, warm   ${step.toFixed(0)} ms`)
const rival = pandoc()
if (rival === undefined) say('pandoc            not here: apt install pandoc')
else
  say(
    `pandoc, whole     ${rival.time.toFixed(0)} ms, ${kilobytes(rival.size)}; the step takes ${(step / rival.time).toFixed(2)} of it (bar ${BAR})`
  )
const faces = await withoutFaces(bytes)
say(
  `size              ${kilobytes(bytes.length)}, without its ${faces.count} faces ${kilobytes(faces.size)}`
)
if (rival && step > rival.time * BAR) process.exitCode = 1

function pandoc(): { time: number; size: number } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'press-bench-'))
  const made = join(folder, 'made.epub')
  try {
    const runs: number[] = []
    for (let run = 0; run <= RUNS; run += 1) {
      const begun = performance.now()
      const { error } = spawnSync('pandoc', [path, '-f', 'markdown', '-o', made], {
        cwd: dirname(path)
      })
      if (error) return undefined
      if (run > 0) runs.push(performance.now() - begun)
    }
    return { time: median(runs), size: statSync(made).size }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function withoutFaces(epub: Uint8Array): Promise<{ count: number; size: number }> {
  const zip = await JSZip.loadAsync(epub)
  const names = Object.keys(zip.files).filter((d) => d.includes('/fonts/'))
  for (const name of names) zip.remove(name)
  const options = {
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 }
  } as const
  const { length } = await zip.generateAsync(options)
  return { count: names.length, size: length }
}

function median(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
}

function kilobytes(size: number): string {
  return `${(size / 1000).toFixed(1)} kB`
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
