// Pictures come from below the manuscript's folder, are what their bytes say, and are named by them (promise P3).
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPicture } from '../../src/assets.ts'
import { PICTURES } from './pictures.ts'

const PNG = PICTURES.png
const place = { line: 7, column: 3 }
let outside = ''
let folder = ''
let file: VFile

beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), 'press-pictures-'))
  folder = join(outside, 'edition')
  await mkdir(join(folder, 'pictures'), { recursive: true })
  for (const path of [
    'outside.png',
    'edition/a.png',
    'edition/pictures/b c.png',
    'edition/50%.png'
  ])
    await writeFile(join(outside, path), PNG)
  await writeFile(join(outside, 'edition/text.png'), 'root:x:0:0')
  await writeFile(join(outside, 'edition/cut.png'), PNG.subarray(0, 20))
  await writeFile(join(outside, 'edition/large.png'), Buffer.alloc(10 * 1024 * 1024 + 1))
  await symlink('../outside.png', join(folder, 'link.png'))
  await symlink('..', join(folder, 'up'))
  await symlink('a.png', join(folder, 'inside.png'))
  await symlink('round.png', join(folder, 'round.png'))
  file = new VFile({ path: join(folder, 'manuscript.md') })
})
afterAll(() => rm(outside, { recursive: true }))

test.each([
  'a.png',
  './a.png',
  'pictures/b%20c.png',
  'inside.png',
  '50%25.png',
  'pictures//b%20c.png'
])('%s is read', async (url) => {
  const picture = await readPicture(file, url, place)
  expect(picture).toMatchObject({ type: 'image/png', width: 3, height: 2 })
  expect(picture.name).toMatch(/^picture-[\da-f]{12}\.png$/u)
})

test.each([
  '../outside.png',
  '%2e%2e/outside.png',
  '%2e%2e%2foutside.png',
  '%252e%252e%252foutside.png',
  '..\\outside.png',
  '..%5coutside.png',
  'pictures/../a.png',
  'pictures/../../outside.png',
  'link.png',
  'up/outside.png',
  'up/edition/../outside.png',
  'round.png',
  '/etc/passwd',
  '%2fetc/passwd',
  'file:///etc/passwd',
  'file:a.png',
  'FILE:a.png',
  'C:\\a.png',
  'c:/a.png',
  '//host/a.png',
  '\\\\host\\a.png',
  'http://host/a.png',
  'hTTps://host/a.png',
  'data:image/png;base64,AAAA',
  'javascript:alert(1)',
  'a.png?x',
  'a.png#x',
  'a.png%00.svg',
  'a%0a.png',
  'a%zz.png',
  '%ff.png',
  '',
  '.',
  'pictures',
  'none.png',
  'text.png',
  'cut.png',
  'manuscript.md',
  'a.png/b.png',
  `${'n'.repeat(300)}.png`
])('%s is refused at its place', async (url) => {
  await expect(readPicture(file, url, place)).rejects.toMatchObject({
    fatal: true,
    exit: 2,
    line: 7,
    column: 3
  })
})

test('a picture over a limit stops with exit 5', async () => {
  const bomb = Buffer.from(PNG)
  bomb.writeUInt32BE(10_000, 16)
  bomb.writeUInt32BE(10_000, 20)
  await writeFile(join(folder, 'bomb.png'), bomb)
  await expect(readPicture(file, 'bomb.png', place)).rejects.toMatchObject({ exit: 5 })
  await expect(readPicture(file, 'large.png', place)).rejects.toMatchObject({ exit: 5 })
})

test.each([
  ['jpg', 'image/jpeg', PICTURES.jpeg],
  ['gif', 'image/gif', PICTURES.gif],
  ['webp', 'image/webp', PICTURES.webp]
])('%s has a type and a size', async (extension, type, bytes) => {
  await writeFile(join(folder, 'picture'), bytes)
  const picture = await readPicture(file, 'picture', place)
  expect(picture).toMatchObject({ type, width: 3, height: 2 })
  expect(picture.name.endsWith(`.${extension}`)).toBe(true)
})

test('a picture that broke off in the middle is refused', async () => {
  await writeFile(join(folder, 'half.jpg'), PICTURES.jpeg.subarray(0, 150))
  await expect(readPicture(file, 'half.jpg', place)).rejects.toMatchObject({
    exit: 2,
    line: 7,
    reason: 'Unexpected picture `half.jpg`: it is broken off: save it anew'
  })
})
