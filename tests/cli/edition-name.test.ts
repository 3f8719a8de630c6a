// The name under which an edition stands in build/ is the name of its folder, however that is written.
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { editionName, slugOf } from '../../src/slug.ts'

const here = basename(process.cwd())

test.each([
  ['manuscript/swans', 'swans'],
  ['manuscript/swans/', 'swans'],
  ['manuscript/swans/../geese/.', 'geese'],
  ['/elsewhere/the-craft-of-paper', 'the-craft-of-paper']
])('%s', (folder, name) => {
  expect(editionName(folder)).toBe(name)
})

test.skipIf(slugOf(here) !== here)(
  '. is the working folder (skipped in one of another kind)',
  () => {
    expect([editionName('.'), editionName('')]).toEqual([here, here])
  }
)

test.each(['Swans', 'swans!', '\u4E2D\u6587', '\u65E5\u672C', 'a_b', 'con', '-dash', '/', 'a b'])(
  '%s is refused',
  (folder) => {
    expect(() => editionName(folder)).toThrow(expect.objectContaining({ exit: 3 }))
  }
)

test('the name that is offered would do', () => {
  for (const title of ['Swans!', '\u4E2D\u6587', 'con', 'w'.repeat(80), `${'ab '.repeat(40)}`])
    expect(editionName(slugOf(title))).toBe(slugOf(title))
})
