// Progress, the files that were made, and exit codes.
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { openDesk } from '../../src/cli/desk.ts'
import { exitCode } from '../../src/cli/exit-code.ts'
import { madeLines } from '../../src/cli/made-lines.ts'
import { progressLines } from '../../src/cli/progress-lines.ts'
import { failAt, Unable } from '../../src/failure.ts'
import { count } from '../../src/press/count.ts'

function lines(live: boolean): { said: () => string; progress: ReturnType<typeof progressLines> } {
  let said = ''
  let now = 0
  const progress = progressLines({ write: (text) => (said += text), live }, () => (now += 40))
  return { said: () => said, progress }
}

test('a numbered line a stage, when it ends', () => {
  const { progress, said } = lines(false)
  progress({ stage: 'compose' })
  progress({ stage: 'compose', result: '3 sections, 36 notes' })
  progress({ stage: 'print' })
  progress({ stage: 'package' })
  progress({ stage: 'print', part: 0.5 })
  progress({ stage: 'package', result: '12 kB' })
  progress({ stage: 'print', result: '12 pages' })
  expect(said()).toBe(
    ' 1 compose  3 sections, 36 notes  0.04 s\n 2 package  12 kB  0.04 s\n 3 print    12 pages  0.12 s\n'
  )
})

test('a bar on a terminal, and nothing left of it', () => {
  const { progress, said } = lines(true)
  progress({ stage: 'print' })
  progress({ stage: 'print', part: 0.5 })
  progress({ stage: 'print', result: '12 pages' })
  expect(said()).toContain(`\r\u001B[K   print    [${'#'.repeat(15)}${' '.repeat(15)}]`)
  expect(said().split('\r\u001B[K').at(-1)).toBe(' 1 print    12 pages  0.04 s\n')
})

test('one is not said as many', () => {
  expect(count(1, 'section')).toBe('1 section')
  expect(count(0, 'note')).toBe('0 notes')
  expect(count(1, 'query', 'queries')).toBe('1 query')
  expect(count(4012, 'query', 'queries')).toBe('4,012 queries')
})

test('files in columns, with what is in them', () => {
  const made = [
    { path: 'build/a/read.pdf', bytes: 115_712, pages: 12, notes: 1, words: 4012 },
    { path: 'build/a/booklet.pdf', bytes: 900, sheets: 3 },
    { path: 'build/a/a.epub', bytes: 2_000_000 }
  ]
  expect(madeLines(made)).toBe(
    'build/a/read.pdf       113 kB  12 pages, 1 note, 4,012 words\n' +
      'build/a/booklet.pdf     900 B  3 sheets\n' +
      'build/a/a.epub       1,953 kB\n'
  )
})

test('quiet says nothing but what needs an answer', () => {
  let said = ''
  const write = (text: string) => (said += text)
  const desk = openDesk({ out: write, err: write, live: true }, new Set(['quiet']))
  desk.progress({ stage: 'print', part: 1 })
  desk.made([{ path: 'a', bytes: 1 }])
  desk.remark('Next')
  expect(said).toBe('')
  desk.failure('Unexpected end')
  expect(said).toBe('press: \u001B[31merror\u001B[39m: Unexpected end\n')
})

test('an exit code says whose turn it is', () => {
  const thrown = (exit: 2 | 3 | 5): unknown => {
    try {
      return failAt(new VFile(), { line: 1, column: 1 }, 'rule', 'Unexpected', exit)
    } catch (error) {
      return error
    }
  }
  const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' })
  const failures = [thrown(2), thrown(3), thrown(5), new Unable(3, ''), new Unable(4, ''), full]
  expect(failures.map(exitCode)).toEqual([2, 3, 5, 3, 4, 4])
  expect([new TypeError('x'), 'text', undefined].map(exitCode)).toEqual([70, 70, 70])
})
