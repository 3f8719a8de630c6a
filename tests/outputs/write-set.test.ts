// One set in, one set in the folder: all of it or nothing, and nothing of anybody else's (promise P12).
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { recover, writeSet } from '../../src/outputs.ts'

let parent = ''
let folder = ''
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'press-outputs-'))
  folder = join(parent, 'build', 'handbook')
})
afterEach(() => rm(parent, { recursive: true }))

const set = (text: string, ...names: string[]) => new Map(names.map((d) => [d, `${text} ${d}`]))
const names = async () => (await readdir(folder)).filter((d) => d !== '.press-set').toSorted()
const read = (name: string) => readFile(join(folder, name), 'utf8')

test('a set is written, and the next takes its place', async () => {
  const paths = await writeSet(folder, set('old', 'read.pdf', 'pages.txt', 'old-name.epub'))
  expect(paths).toEqual(['read.pdf', 'pages.txt', 'old-name.epub'].map((d) => join(folder, d)))
  await writeFile(join(folder, 'mine.txt'), 'of the user')
  await writeSet(folder, set('new', 'read.pdf', 'new-name.epub'))
  expect(await names()).toEqual(['mine.txt', 'new-name.epub', 'read.pdf'])
  expect(await read('read.pdf')).toBe('new read.pdf')
})

test('one more file may join a set, and leaves with it', async () => {
  await writeSet(folder, set('one', 'read.pdf'))
  await writeSet(folder, set('two', 'booklet.pdf'), { add: true })
  expect(await names()).toEqual(['booklet.pdf', 'read.pdf'])
  await writeSet(folder, set('three', 'read.pdf'))
  expect(await names()).toEqual(['read.pdf'])
})

test('a file by itself leaves no list behind', async () => {
  await writeSet(folder, set('one', 'booklet.pdf'), { add: true })
  expect(await readdir(folder)).toEqual(['booklet.pdf'])
  await writeSet(folder, set('two', 'read.pdf'))
  expect(await names()).toEqual(['booklet.pdf', 'read.pdf'])
})

test('bytes are written as they are', async () => {
  const bytes = Uint8Array.of(0, 255, 13, 10)
  await writeSet(folder, new Map([['a.bin', bytes]]))
  expect(Buffer.compare(await readFile(join(folder, 'a.bin')), bytes)).toBe(0)
})

test.each([
  '../a',
  'a/b',
  '.a',
  'A.pdf',
  'a b',
  '',
  'con.txt',
  'nul',
  'é.pdf',
  'a.',
  'a\0',
  '-a',
  'n'.repeat(101)
])('a file may not be called %j', async (name) => {
  await expect(writeSet(folder, new Map([[name, '']]))).rejects.toMatchObject({ exit: 3 })
  expect(await readdir(parent)).toEqual([])
})

test('a file in place of the folder, or a folder in place of a file, stops before anything is touched', async () => {
  await writeSet(folder, set('old', 'read.pdf'))
  await mkdir(join(folder, 'booklet.pdf'))
  const refused = { exit: 4, message: expect.stringContaining('move it away') }
  await expect(writeSet(folder, set('new', 'read.pdf', 'booklet.pdf'))).rejects.toMatchObject(
    refused
  )
  expect([await read('read.pdf'), ...(await names())]).toEqual([
    'old read.pdf',
    'booklet.pdf',
    'read.pdf'
  ])
  await expect(writeSet(join(folder, 'read.pdf'), set('new', 'a'))).rejects.toMatchObject(refused)
  await expect(writeSet(join(folder, 'read.pdf', 'b'), set('new', 'a'))).rejects.toMatchObject(
    refused
  )
})

test('a link in place of a file is replaced, not followed', async () => {
  await mkdir(folder, { recursive: true })
  await writeFile(join(parent, 'elsewhere'), 'safe')
  await symlink(join(parent, 'elsewhere'), join(folder, 'read.pdf'))
  await writeSet(folder, set('new', 'read.pdf'))
  expect(await readFile(join(parent, 'elsewhere'), 'utf8')).toBe('safe')
  expect(await read('read.pdf')).toBe('new read.pdf')
})

test('many writers take turns', async () => {
  const writers = Array.from({ length: 8 }, (_, i) => writeSet(folder, set(`${i}`, 'a', 'b', 'c')))
  await Promise.all(writers)
  const texts = await Promise.all(['a', 'b', 'c'].map(read))
  expect(new Set(texts.map((d) => d[0])).size).toBe(1)
  expect(await names()).toEqual(['a', 'b', 'c'])
})

test.each([
  ['of a dead process', '4194999 12345\n'],
  ['of a process that has the number of a dead one', `${process.pid} 1\n`],
  ['without sense', 'none\n']
])('a lock %s is broken', async (_, lock) => {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, '.press-lock'), lock)
  await writeSet(folder, set('new', 'a'))
  expect(await names()).toEqual(['a'])
})

test('an empty lock is waited for while it is young, and broken when it is old', async () => {
  await mkdir(folder, { recursive: true })
  const lock = join(folder, '.press-lock')
  await writeFile(lock, '')
  const waiting = writeSet(folder, set('new', 'a'), { patience: 100 })
  await expect(waiting).rejects.toMatchObject({ exit: 4, message: /second writer/u })
  await utimes(lock, 1, 1)
  await writeSet(folder, set('new', 'a'))
  expect(await names()).toEqual(['a'])
})

test('a living writer is waited for, and then named', async () => {
  await mkdir(folder, { recursive: true })
  const start = execFileSync('cat', ['/proc/1/stat'], { encoding: 'utf8' })
    .split(') ')[1]
    ?.split(' ')[19]
  await writeFile(join(folder, '.press-lock'), `1 ${start}\n`)
  const waiting = writeSet(folder, set('new', 'a'), { patience: 100 })
  await expect(waiting).rejects.toMatchObject({ exit: 4, message: /process 1: .*delete/u })
  expect(await names()).toEqual(['.press-lock'])
})

test('a journal of somebody else moves nothing', async () => {
  await mkdir(folder, { recursive: true })
  await writeFile(join(parent, 'victim'), 'safe')
  for (const journal of [
    '{"stage":"../..","files":["victim"],"gone":[]}',
    '{"stage":".press-stage-1","files":[],"gone":["../../victim"]}',
    'text'
  ]) {
    await writeFile(join(folder, '.press-journal'), journal)
    await expect(recover(folder)).rejects.toMatchObject({ exit: 4, message: /not of the press/u })
  }
  expect(await readFile(join(parent, 'victim'), 'utf8')).toBe('safe')
})

test('there is nothing to recover where nothing was written', async () => {
  await recover(folder)
  expect(await readdir(parent)).toEqual([])
})

const isRoot = process.getuid?.() === 0
test.skipIf(!isRoot)(
  'a full disk leaves the old set whole (skipped unless root: needs a small disk)',
  async ({ skip }) => {
    await mkdir(folder, { recursive: true })
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', folder], { stdio: 'ignore' })
    } catch {
      skip('this machine mounts no disk')
    }
    try {
      await writeSet(folder, set('old', 'a', 'b'))
      const large = new Map([
        ['a', 'new'],
        ['b', 'x'.repeat(100_000)]
      ])
      await expect(writeSet(folder, large)).rejects.toMatchObject({
        exit: 4,
        message: /disk is full/u
      })
      expect(await names()).toEqual(['a', 'b'])
      expect(await read('a')).toBe('old a')
    } finally {
      execFileSync('umount', [folder])
    }
  }
)

test.skipIf(isRoot)(
  'a read-only folder is refused (skipped when root, who may write anywhere)',
  async () => {
    await mkdir(folder, { recursive: true, mode: 0o555 })
    await expect(writeSet(folder, set('new', 'a'))).rejects.toMatchObject({
      exit: 4,
      message: /permission/u
    })
  }
)
