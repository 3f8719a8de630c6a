// What git is asked, in a repository of its own; without git the tests say so and are skipped.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changedBy, commitNamed, hasHistory, lastCommit, manuscriptAt } from '../../src/history.ts'
import { hasGit } from '../has-git.ts'

const root = mkdtempSync(join(tmpdir(), 'press-history-'))
const folder = join(root, 'texts', 'the ‘sheet’ [1]')
const path = join(folder, 'manuscript.md')
const has = hasGit('what it is asked is')
let day = 1

function git(...words: string[]): string {
  const date = `2026-01-${`${day}`.padStart(2, '0')}T12:00:00Z`
  return execFileSync('git', ['-C', root, ...words], {
    encoding: 'utf8',
    env: {
      ...process.env,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date
    }
  })
}

function commit(author: string, text: string): void {
  writeFileSync(path, text)
  git('add', '.')
  git(
    '-c',
    `user.name=${author}`,
    '-c',
    'user.email=a@b.example',
    'commit',
    '-qm',
    `${author} ${day}`
  )
  day += 1
}

beforeAll(() => {
  if (!has) return
  mkdirSync(folder, { recursive: true })
  git('init', '-q', '-b', 'main')
  commit('Ada', 'one\ntwo\nthree\nfour\n')
  git('tag', 'first')
  commit('Bea', 'one\ntwo, longer\nthree\nfour\n')
  commit('Cy', 'one\ntwo, longer\nfour\nfive\n')
  writeFileSync(join(root, 'other.txt'), 'x')
  git('add', '.')
  git('-c', 'user.name=Di', '-c', 'user.email=d@b.example', 'commit', '-qm', 'Not the text')
  writeFileSync(path, 'one\ntwo, longer\nfour\nfive\nsix\n')
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

describe.skipIf(!has)('in a repository', () => {
  test('the last commit is the one that changed the file', async () => {
    expect(await hasHistory(path)).toBe(true)
    expect(await lastCommit(path)).toMatchObject({
      author: 'Cy',
      date: '2026-01-03',
      subject: 'Cy 3'
    })
    expect(await lastCommit(join(folder, 'none.md'))).toBeUndefined()
  })

  test('the text at a commit', async () => {
    const first = await commitNamed(path, 'first')
    expect(first.author).toBe('Ada')
    expect(Buffer.from((await manuscriptAt(path, first)) ?? []).toString()).toBe(
      'one\ntwo\nthree\nfour\n'
    )
    expect(await manuscriptAt(join(folder, 'none.md'), first)).toBeUndefined()
    expect((await commitNamed(path, 'HEAD~1')).author).toBe('Cy')
  })

  test('who changed what since', async () => {
    const hands = await changedBy(path, await commitNamed(path, 'first'))
    const brought = [1, 2, 3, 4, 5, 6].map((d) => hands.brought(d)?.author)
    expect(brought).toEqual([undefined, 'Bea', undefined, 'Cy', undefined, undefined])
    const took = [1, 2, 3, 4].map((d) => hands.took(d)?.author)
    expect(took).toEqual([undefined, 'Bea', 'Cy', undefined])
    const none = await changedBy(path, await commitNamed(path, 'HEAD'))
    expect([none.brought(5), none.took(1)]).toEqual([undefined, undefined])
  })

  test.each(['frist', 'HEAD~9'])('%s is no commit', async (ref) => {
    await expect(commitNamed(path, ref)).rejects.toMatchObject({ exit: 3 })
  })

  test('the nearest name is told', async () => {
    await expect(commitNamed(path, 'frist')).rejects.toThrow(
      'Unexpected name `frist` of what to compare with, which is no folder of a build, no PDF and no git revision, expected `first` or another: `git log --oneline` lists revisions'
    )
  })

  test.each([
    '--output=x',
    '-p',
    '',
    'a b',
    'HEAD:texts',
    'main..first',
    'a\0b',
    '$(touch x)',
    ':/Ada'
  ])('nobody runs %j', async (ref) => {
    await expect(commitNamed(path, ref)).rejects.toMatchObject({ exit: 3 })
    expect(existsSync(join(root, 'x')) || existsSync(join(folder, 'x'))).toBe(false)
  })
})

describe('without a repository', () => {
  test('nothing is known', async () => {
    const away = mkdtempSync(join(tmpdir(), 'press-away-'))
    try {
      const text = join(away, 'manuscript.md')
      writeFileSync(text, 'x')
      expect(await hasHistory(text)).toBe(false)
      expect(await lastCommit(text)).toBeUndefined()
      expect(await hasHistory(join(away, 'no folder', 'manuscript.md'))).toBe(false)
    } finally {
      rmSync(away, { recursive: true, force: true })
    }
  })

  test('nor without git', async () => {
    const { PATH } = process.env
    process.env.PATH = '/nowhere'
    try {
      expect(await hasHistory(path)).toBe(false)
      expect(await lastCommit(path)).toBeUndefined()
    } finally {
      process.env.PATH = PATH
    }
  })
})
