// Import as a whole, in folders of their own: what is written at first, what is kept of an edited manuscript, what is
// refused, and the way back.
import { mkdtempSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { openDesk } from '../../src/cli/desk.ts'
import { readCommand } from '../../src/cli/read-command.ts'
import { runVerb } from '../../src/cli/run-verb.ts'
import { CONFLICT_MARKS } from '../../src/manuscript/conflict-marks.ts'
import { importSource, undoSource } from '../../src/press.ts'

const place = vi.hoisted(() => ({ home: '' }))
vi.mock('../../src/assets.ts', async (original) => ({
  ...(await original<typeof import('../../src/assets.ts')>()),
  get home() {
    return place.home
  }
}))

const TEXT = '# On ink\r\n\r\nThe ink is black.\r\n\r\nIt\'s "good" ink.\r\n\r\nThe end.\r\n'
const made: string[] = []
const quiet = () => undefined
let [root, into, source] = ['', '', '']

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'press-again-'))
  made.push(root)
  place.home = root
  ;[into, source] = [join(root, 'manuscript', 'on-ink'), join(root, 'rough.txt')]
  writeFileSync(source, TEXT)
})
afterAll(() => made.forEach((d) => rmSync(d, { recursive: true, force: true })))

const again = (text = TEXT) => {
  writeFileSync(source, text)
  return importSource(source, { into }, quiet)
}
const read = () => readFileSync(join(into, 'manuscript.md'), 'utf8')
const edit = (from: string, to: string) => {
  expect(read()).toContain(from)
  writeFileSync(join(into, 'manuscript.md'), read().replace(from, to))
}
const fatal = ({ files }: Awaited<ReturnType<typeof again>>) =>
  files.flatMap((d) => d.messages).filter((d) => d.fatal === true)

test('the first import writes three files', async () => {
  expect(fatal(await again())).toEqual([])
  expect(readdirSync(into)).toEqual(
    expect.arrayContaining(['ledger.txt', 'manuscript.md', 'source.txt'])
  )
  expect(readFileSync(join(into, 'source.txt'), 'utf8')).toBe(TEXT)
})

test('the same source keeps what was edited', async () => {
  await again()
  edit('black', 'blue')
  const edited = read()
  expect(fatal(await again())).toEqual([])
  expect(read()).toBe(edited)
})

test('a better source is merged with what was edited', async () => {
  await again()
  edit('black', 'blue')
  expect(fatal(await again(TEXT.replace('The end', 'The last line')))).toEqual([])
  expect(read()).toContain('blue')
  expect(read()).toContain('The last line')
})

test('where both changed a word, both stand, and no import follows until one is chosen', async () => {
  await again()
  edit('black', 'blue')
  const better = TEXT.replace('black', 'red')
  const messages = fatal(await again(better))
  expect(messages).toHaveLength(1)
  expect(read().split('\n')[(messages[0]?.line ?? 0) - 1]).toBe(CONFLICT_MARKS.edited)
  const marked = read()
  await expect(again(better)).rejects.toMatchObject({ fatal: true, exit: 2 })
  expect(read()).toBe(marked)
})

test('what is said to come next', async () => {
  const remarks: string[] = []
  const desk = { ...openDesk({ out: quiet, err: quiet, live: false }, new Set()) }
  desk.remark = (d) => void remarks.push(d)
  const run = () => runVerb(readCommand(['import', source, '--into', into]), desk)
  await run()
  edit('black', 'blue')
  writeFileSync(source, TEXT.replace('black', 'red'))
  await run()
  expect(remarks).toEqual([
    `Next: read the queries, then press build ${into}`,
    `Next: settle the conflicts, then press build ${into}`
  ])
})

test('where both changed the title, the edited one stands, and the message has the other', async () => {
  await again()
  edit('title: On ink', 'title: On inks')
  const messages = fatal(await again(TEXT.replace('On ink', 'Of ink')))
  expect(messages.map((d) => d.reason)).toEqual([expect.stringContaining('title: Of ink')])
  expect(read()).toContain('title: On inks')
  expect(read()).toMatch(/^---\n/u)
})

test('another text of the same title is refused, unless its folder is named', async () => {
  await importSource(source, {}, quiet)
  const before = read()
  writeFileSync(source, TEXT.replace('black', 'red'))
  await expect(importSource(source, {}, quiet)).rejects.toMatchObject({ name: 'Unable', exit: 3 })
  expect(read()).toBe(before)
  await importSource(source, { into }, quiet)
  expect(read()).toContain('red')
})

test('undo gives back the source, byte for byte', async () => {
  await again()
  unlinkSync(join(into, 'source.txt'))
  await undoSource(into, {}, quiet)
  expect(readFileSync(join(into, 'source.txt'), 'utf8')).toBe(TEXT)
})

test('undo writes over no other source', async () => {
  await again()
  writeFileSync(join(into, 'source.txt'), 'Another text.\n')
  await expect(undoSource(into, {}, quiet)).rejects.toMatchObject({ name: 'Unable', exit: 3 })
  expect(readFileSync(join(into, 'source.txt'), 'utf8')).toBe('Another text.\n')
})

test('undo fails where the manuscript was edited', async () => {
  await again()
  edit('black', 'blue')
  await expect(undoSource(into, {}, quiet)).rejects.toMatchObject({ fatal: true, exit: 2 })
})
