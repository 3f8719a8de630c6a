// What a save leads to: a build soon after it, few for a storm of saves, none for what is no part of the edition; and what
// is taken away or broken leaves the last pages where they are.
import { mkdirSync, mkdtempSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPreview } from '../../src/preview.ts'
import type { Preview } from '../../src/preview.ts'
import type { Told } from '../../src/preview/told.ts'
import { pretend } from './pretend.ts'

let folder: string
let path: string
let preview: Preview
const PATIENCE = { timeout: 15_000 }

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'press-preview-'))
  path = join(folder, 'manuscript.md')
  writeFileSync(path, 'first\n')
  preview = await openPreview(path, pretend(path))
})
afterEach(async () => {
  await preview.close()
  rmSync(folder, { recursive: true, force: true })
})

async function told(since = 0): Promise<Told> {
  const answer = await fetch(`${preview.address}pages?since=${since}`)
  return (await answer.json()) as Told
}

async function title(): Promise<string> {
  return (await told()).title
}

test('a save is built', async () => {
  writeFileSync(path, 'second\n')
  await expect.poll(title, PATIENCE).toBe('second')
  expect(preview.builds()).toBe(2)
})

test('400 saves in two seconds are at most three builds, and the last text is shown', async () => {
  const builds = preview.builds()
  const begun = performance.now()
  for (let save = 1; save <= 400; save += 1) {
    writeFileSync(path, `save ${save}\n`)
    await wait(Math.max(0, begun + save * 5 - performance.now()))
  }
  await expect.poll(title, PATIENCE).toBe('save 400')
  await wait(1000)
  expect(preview.builds() - builds).toBeLessThanOrEqual(3)
})

test('a save by another file that takes the place of the first', async () => {
  for (const text of ['second', 'third', 'fourth']) {
    writeFileSync(`${path}.new`, `${text}\n`)
    renameSync(`${path}.new`, path)
    await expect.poll(title, PATIENCE).toBe(text)
  }
})

test('a save that takes the file away first is told as no loss', async () => {
  unlinkSync(path)
  await wait(60)
  writeFileSync(path, 'second\n')
  await expect.poll(title, PATIENCE).toBe('second')
  expect((await told()).problem).toBeUndefined()
})

test('a file that is renamed or deleted leaves its pages, and is met again when it is back', async () => {
  renameSync(path, join(folder, 'away.md'))
  await expect.poll(async () => (await told()).problem?.reason, PATIENCE).toBe('It is not there')
  expect(await told()).toMatchObject({ title: 'first', pages: [{ label: '1' }] })
  renameSync(join(folder, 'away.md'), path)
  await expect.poll(async () => (await told()).problem, PATIENCE).toBeUndefined()
})

test('a folder that is deleted and made anew', async () => {
  rmSync(folder, { recursive: true })
  await expect.poll(async () => (await told()).problem?.reason, PATIENCE).toBe('It is not there')
  mkdirSync(folder)
  writeFileSync(path, 'again\n')
  await expect.poll(title, PATIENCE).toBe('again')
  writeFileSync(path, 'and again\n')
  await expect.poll(title, PATIENCE).toBe('and again')
})

test('a broken save leaves the pages of the one before', async () => {
  writeFileSync(path, '!broken\n')
  await expect.poll(async () => (await told()).problem?.reason, PATIENCE).toBe('broken\n')
  expect((await told()).title).toBe('first')
  writeFileSync(path, 'mended\n')
  await expect.poll(title, PATIENCE).toBe('mended')
  expect((await told()).problem).toBeUndefined()
})

test('a picture beside the manuscript is a part of it, in a new folder too', async () => {
  const builds = preview.builds()
  writeFileSync(join(folder, 'a.png'), 'a')
  await expect.poll(preview.builds, PATIENCE).toBe(builds + 1)
  mkdirSync(join(folder, 'figures'))
  writeFileSync(join(folder, 'figures/b.svg'), 'b')
  await expect.poll(preview.builds, PATIENCE).toBe(builds + 2)
})

test('other files are not', async () => {
  const builds = preview.builds()
  writeFileSync(join(folder, '.manuscript.md.swp'), 'x')
  writeFileSync(join(folder, 'notes.txt'), 'x')
  mkdirSync(join(folder, '.git'))
  writeFileSync(join(folder, '.git/a.png'), 'x')
  await wait(1500)
  expect(preview.builds()).toBe(builds)
})

test('only pages that look otherwise are sent', async () => {
  writeFileSync(path, 'first\nsecond\nthird\n')
  await expect.poll(async () => (await told()).pages.length, PATIENCE).toBe(3)
  const { build } = await told()
  writeFileSync(path, 'first\nanother\nthird\n')
  await expect.poll(async () => (await told()).build, PATIENCE).toBe(build + 1)
  const sent = (await told(build)).pages.map((d) => d.html?.replace(/<[^>]+>/gu, ''))
  expect(sent).toEqual([undefined, 'another', undefined])
})
