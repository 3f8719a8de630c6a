// Promise P16: what a manuscript or a file name says never reaches a terminal or a log as a command.
import { assert, nat, property, string } from 'fast-check'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { openDesk } from '../../src/cli/desk.ts'
import { escape } from '../../src/cli/escape.ts'
import { excerpt } from '../../src/cli/excerpt.ts'
import { queryAt } from '../../src/failure.ts'

const EVIL = '\u001B[31m\u0007\rgone\u202Eeslaf\u2066\u200B\u009B2J\u2028\uD800\u{E0041}'
/** Everything but a letter, a mark, a number, a sign, a space, or the end of a line. */
const RAW = /[^\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\p{Cn}\n]/u

function say(flags: readonly string[], speak: (desk: ReturnType<typeof openDesk>) => void): string {
  let said = ''
  const write = (text: string) => (said += text)
  speak(openDesk({ out: write, err: write, live: false }, new Set(flags)))
  return said
}

function message(words: string) {
  const file = new VFile({ path: `${words}.md` })
  return queryAt(file, { line: 1, column: 1 }, 'rule', `Unexpected \`${words}\``)
}

test('a hidden letter is shown by its number', () => {
  expect(escape('a\u001Bb\u202Ec\td')).toBe('a\\u{1b}b\\u{202e}c d')
})

test.each([[], ['json']])('nothing evil is said raw with %j', (...flags) => {
  const said = say(flags, (desk) => {
    desk.message(message(EVIL), [EVIL])
    desk.failure(EVIL)
    desk.remark(EVIL)
    desk.made([{ path: EVIL, bytes: 1 }])
    desk.findings([{ name: 'a', state: 'ok', needed: true, says: EVIL }])
    desk.progress({ stage: EVIL })
    desk.progress({ stage: EVIL, part: 0.5 })
    desk.progress({ stage: EVIL, result: EVIL })
  })
  expect(said).not.toMatch(RAW)
  expect(said).toContain('gone')
})

test('no words whatever are said raw', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 40 }), nat(50), (words, column) => {
      expect(say([], (desk) => desk.message(message(words), [words]))).not.toMatch(RAW)
      expect(excerpt(words, column)).not.toMatch(RAW)
    })
  )
})

test('a line of bytes is not shown, a line with one strange letter is', () => {
  const said = (line: string) => say([], (desk) => desk.message(message('a'), [line]))
  expect(said('\uFFFDPNG').trim().split('\n')).toHaveLength(1)
  expect(said('%\u0001\u0000\uFFFD\uFFFDtext')).not.toContain('text')
  expect(said('')).toContain('^')
  expect(said('Caf\uFFFD au lait')).toContain('au lait')
})

test('a message is shown with its line, and a caret under the place', async () => {
  const file = new VFile({ path: 'in.md' })
  const long = `${'word '.repeat(40)}here${' word'.repeat(40)}`
  const at = (line: number, column: number, end: number) => ({
    start: { line, column },
    end: { line, column: end }
  })
  file.message('Unexpected quote', { place: at(1, 3, 6), ruleId: 'quotes' })
  file.message('Unexpected place in a long line', { place: at(2, 201, 205), ruleId: 'long' })
  file.message('Unexpected letter of two places', { place: at(3, 3, 4), ruleId: 'wide' })
  file.message('Unexpected place behind the last letter', { place: { line: 4, column: 9 } })
  file.message('Unexpected line', { place: { line: 99, column: 1 } })
  file.message('Unexpected file')
  const lines = ['a "b" c', long, '漢字x', 'short']
  const said = say([], (desk) => file.messages.forEach((d) => desk.message(d, lines)))
  await expect(said).toMatchFileSnapshot('messages.txt')
})
