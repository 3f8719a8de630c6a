// What the door in opens, and what it leaves closed: files that are missing, folders, pipes, giants (promises P3, P7).
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { home, readManuscript, readOwn, readSource } from '../../src/assets.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'press-assets-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('the press knows where it lives', async () => {
  expect(Buffer.from(await readOwn('package.json')).toString()).toContain('pamphlet-press')
  await expect(readOwn('styles/none.css')).rejects.toMatchObject({ exit: 4 })
  await expect(readOwn('styles/none.css')).rejects.toThrow(`npm ci\` in ${home}`)
})

test('a source keeps its bytes and the path as given', async () => {
  const path = join(folder, 'source.txt')
  const bytes = Buffer.from([0xff, 0x0d, 0x00])
  await writeFile(path, bytes)
  const file = await readSource(path)
  expect([file.path, Buffer.compare(file.value as Uint8Array, bytes)]).toEqual([path, 0]) // bytes
})

test('a manuscript is a string', async () => {
  const path = join(folder, 'manuscript.md')
  await writeFile(path, '\uFEFF# One\r\n')
  expect((await readManuscript(path)).value).toBe('# One\n')
})

test('what is no file is refused with the reason', async () => {
  const pipe = join(folder, 'pipe')
  spawnSync('mkfifo', [pipe])
  await mkdir(join(folder, 'dir'))
  const giant = join(folder, 'giant')
  await writeFile(giant, '')
  await truncate(giant, 64 * 1024 * 1024 + 1)
  const unable = async (path: string, failure: object) =>
    expect(await readSource(path).catch((cause: unknown) => cause)).toMatchObject(failure)
  await unable(join(folder, 'none'), { exit: 4, message: /is not there$/u })
  await unable(join(giant, 'x'), { exit: 4, message: /part of its path is a file/u })
  await unable(join(folder, 'dir'), { exit: 4, message: /is a folder/u })
  await unable(pipe, { exit: 4, message: /not a regular file/u })
  await unable('/dev/zero', { exit: 4, message: /not a regular file/u })
  await unable('a\0b', { exit: 4 })
  await unable('n'.repeat(300), { exit: 4, message: /too long a name/u })
  await unable(giant, { exit: 5, reason: /at most 64 MB/u })
})
