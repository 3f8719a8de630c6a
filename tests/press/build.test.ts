// The whole build: the same bytes each time (promise P17), and the last good edition whole, whatever happens to the next
// (promise P12); nothing of it is left behind in the system's temporary folder, and no browser (promise P13).
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { home } from '../../src/assets.ts'
import { build } from '../../src/press.ts'

const EDITION = 'small-pamphlet'
const LONG = 300_000
let root = ''
let folder = ''

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'press-test-'))
  folder = join(root, EDITION)
  cpSync(join(import.meta.dirname, EDITION), folder, { recursive: true })
})
afterAll(() => rmSync(root, { recursive: true }))

test('a build makes nine files', { timeout: LONG }, async () => {
  const into = join(root, 'seven')
  const { made } = await build(folder, { into }, () => undefined)
  const pdfs = ['booklet.pdf', 'cover.pdf', 'print.pdf', 'read.pdf', 'test-sheet.pdf']
  const names = [...pdfs, 'made-of.md', 'pages.txt', 'print.html', `${EDITION}.epub`].toSorted()
  expect(readdirSync(join(into, EDITION)).filter((d) => !d.startsWith('.'))).toEqual(names)
  expect(made.find((d) => d.path.endsWith('read.pdf'))).toMatchObject({ notes: 3 })
})

test('two builds are the same, byte for byte', { timeout: LONG }, async () => {
  const elsewhere = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }
  const copy = join(root, 'a copy', EDITION)
  cpSync(folder, copy, { recursive: true })
  expect(await ended(start(folder, 'once', {}))).toBe(0)
  expect(await ended(start(copy, 'twice', elsewhere))).toBe(0)
  expect(seals('twice')).toEqual(seals('once'))
})

test('SOURCE_DATE_EPOCH dates the files', { timeout: LONG }, async () => {
  expect(await ended(start(folder, 'dated', { SOURCE_DATE_EPOCH: '86400' }))).toBe(0)
  const pdf = readFileSync(join(root, 'dated', EDITION, 'read.pdf'), 'latin1')
  expect(pdf).not.toMatch(/D:20\d\d/u)
  expect(seals('dated')['read.pdf']).not.toBe(seals('once')['read.pdf'])
})

test('a manuscript that fails leaves the last edition whole', { timeout: LONG }, async () => {
  const before = seals('once')
  const broken = join(root, 'broken', EDITION)
  cpSync(folder, broken, { recursive: true })
  const path = join(broken, 'manuscript.md')
  writeFileSync(path, `${readFileSync(path, 'utf8')}\n[^lost]: A note that nothing calls.\n`)
  await expect(build(broken, { into: join(root, 'once') }, () => undefined)).rejects.toMatchObject({
    ruleId: 'note-without-call'
  })
  expect(seals('once')).toEqual(before)
})

test('killed at any stage, a build leaves the last edition whole', { timeout: LONG }, async () => {
  const before = seals('once')
  for (const stage of ['compose', 'print', 'finish', 'collate', 'write']) {
    const temporary = mkdtempSync(join(root, 'tmp-'))
    const child = start(folder, 'once', { SOURCE_DATE_EPOCH: '1', TMPDIR: temporary })
    await reached(child, stage)
    child.kill('SIGKILL')
    await ended(child)
    expect(readdirSync(temporary)).toEqual([])
    if (process.platform === 'linux') await noBrowserOf(child.pid ?? 0)
    const after = seals('once')
    // Killed while it writes, the build may have been quick enough; then the new set is whole.
    if (stage !== 'write') expect({ stage, after }).toEqual({ stage, after: before })
    else if (JSON.stringify(after) !== JSON.stringify(before))
      await build(folder, { into: join(root, 'once') }, () => undefined)
  }
})

function start(edition: string, into: string, env: Record<string, string>): ChildProcess {
  const words = [
    'scripts/press.mjs',
    '--run',
    'tests/press/build-once.ts',
    edition,
    join(root, into)
  ]
  const stdio = ['ignore', 'pipe', 'inherit'] as const
  return spawn(process.execPath, words, {
    cwd: home,
    env: { ...process.env, ...env },
    stdio: [...stdio]
  })
}

function ended(child: ChildProcess): Promise<number | null> {
  child.stdout?.resume()
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => child.once('exit', resolve))
}

function reached(child: ChildProcess, stage: string): Promise<void> {
  return new Promise((resolve) => {
    child.stdout?.on('data', (text: Buffer) => {
      if (text.toString().split('\n').includes(stage)) resolve()
    })
    child.once('exit', () => resolve())
  })
}

function seals(into: string): Record<string, string> {
  const made = join(root, into, EDITION)
  const names = readdirSync(made).filter((d) => !d.startsWith('.'))
  const seal = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(made, name)))
      .digest('hex')
  return Object.fromEntries(names.map((name) => [name, seal(name)]))
}

/** Two seconds after a build was killed its browser is gone; its folder in .cache names the build's process. */
async function noBrowserOf(pid: number): Promise<void> {
  await pause(2000)
  const alive = readdirSync('/proc').filter(
    (d) => /^\d+$/u.test(d) && commandOf(d).includes(`run-${pid}-`)
  )
  expect(alive).toEqual([])
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
