// `kill -9` at random moments of a run that writes one set after the other: after each, the set is wholly of one
// generation, and nothing is left beside it (promise P12).
import { build } from 'esbuild'
import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recover } from '../../src/outputs.ts'

const ROUNDS = 20
const WRITER = `
  import { writeSet } from ${JSON.stringify(resolve('src/outputs.ts'))}
  for (let i = 0; ; i++) {
    const text = String(i).padStart(9, '0')
    const names = ['a', 'b', 'c', i % 2 ? 'odd' : 'even']
    await writeSet(process.argv[2], new Map(names.map((name) => [name, text.repeat(1000)])))
    process.stdout.write('.')
  }`

let parent = ''
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'press-killed-'))
  await writeFile(join(parent, 'writer.ts'), WRITER)
  await build({
    entryPoints: [join(parent, 'writer.ts')],
    outfile: join(parent, 'writer.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error'
  })
})
afterAll(() => rm(parent, { recursive: true }))

/** Run the writer until it has written a set, and a random part of the next ones. */
async function runAndKill(folder: string): Promise<void> {
  const writer = spawn(process.execPath, [join(parent, 'writer.mjs'), folder])
  await new Promise((done) => writer.stdout.once('data', done))
  await new Promise((done) => setTimeout(done, Math.random() * 20))
  const ended = new Promise((done) => writer.once('exit', done))
  writer.kill('SIGKILL')
  await ended
}

test(`${ROUNDS} kills leave whole sets`, { timeout: 120_000 }, async () => {
  const folder = join(parent, 'build')
  let broken = 0
  for (let round = 0; round < ROUNDS; round++) {
    await runAndKill(folder)
    if ((await readdir(folder)).some((d) => d.startsWith('.press-stage'))) broken++
    await recover(folder)
    const names = (await readdir(folder)).filter((d) => !d.startsWith('.press-'))
    const texts = await Promise.all(names.map((d) => readFile(join(folder, d), 'utf8')))
    const generation = Number(texts[0]?.slice(0, 9))
    expect(names).toEqual(['a', 'b', 'c', generation % 2 ? 'odd' : 'even'])
    expect(new Set(texts).size).toBe(1)
    const left = (await readdir(folder)).filter(
      (d) => d.startsWith('.press-') && d !== '.press-lock'
    )
    expect(left).toEqual(['.press-set'])
  }
  expect(broken).toBeGreaterThan(ROUNDS / 10)
})

test(
  'two processes that are killed at random do not mix their sets',
  { timeout: 120_000 },
  async () => {
    const folder = join(parent, 'shared')
    for (let round = 0; round < 4; round++) {
      await Promise.all([runAndKill(folder), runAndKill(folder), runAndKill(folder)])
      await recover(folder)
      const names = (await readdir(folder)).filter((d) => !d.startsWith('.press-'))
      const texts = await Promise.all(names.map((d) => readFile(join(folder, d), 'utf8')))
      expect([names.length, new Set(texts).size]).toEqual([4, 1])
    }
  }
)
