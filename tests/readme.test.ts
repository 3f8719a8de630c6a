// What README shows of the handbook is what the handbook has: each block behind `<!-- from FILE -->` is compared with that
// file, piece by piece between its `…`.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const SHOWN = /<!-- from (?<path>\S+) -->\n```\w+\n(?<block>[^]*?)\n```/gu
const readme = readFileSync('README.md', 'utf8')
const shown = [...readme.matchAll(SHOWN)].map((d) => ({
  path: d.groups?.path ?? '',
  pieces: (d.groups?.block ?? '').split(/\n+|…/u).filter((text) => text.trim() !== '')
}))

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

describe('what README shows of the handbook', () => {
  test('is three files', () => {
    expect(shown).toHaveLength(3)
  })

  test.for(shown)('stands in $path', ({ path, pieces }) => {
    const text = plain(readFileSync(path, 'utf8'))
    expect(pieces.map(plain).filter((d) => !text.includes(d))).toEqual([])
  })
})
