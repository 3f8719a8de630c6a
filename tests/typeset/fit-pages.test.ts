// Copyfitting of a whole edition: the handbook comes out at a number of pages, or says what it lacks; and what the
// typesetting could not avoid is told.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { VFile } from 'vfile'
import { home, readManuscript } from '../../src/assets.ts'
import { compose } from '../../src/compose.ts'
import { newMemory, typeset } from '../../src/typeset.ts'

const memory = newMemory()
const handbook = join(home, 'manuscript/handbook/manuscript.md')

async function fitted(fit?: number) {
  const file = await typeset(await compose(await readManuscript(handbook)), memory, fit)
  const { pages, fitted: says } = file.data.composition ?? { pages: [], fitted: '' }
  return { pages, says, messages: file.messages.filter((d) => d.ruleId === 'copyfit') }
}

test('a multiple of four, and a number', async () => {
  const own = await fitted()
  expect(own.messages).toEqual([])
  for (const fit of [1, 4, own.pages.length]) {
    const { pages, says, messages } = await fitted(fit)
    expect(pages.length % (fit > 8 ? pages.length : fit)).toBe(0)
    if (fit > 8) expect(pages).toHaveLength(fit)
    expect(says).toMatch(/lines free at the end$/u)
    expect(messages).toEqual([])
  }
})

test('every line stands on a page, whatever is fitted', async () => {
  const own = await fitted()
  const more = await fitted(4)
  expect(wordsOf(more.pages)).toEqual(wordsOf(own.pages))
})

test('a number that is out of reach says what to cut or to add', async () => {
  const { pages, messages } = await fitted(99)
  expect(messages.map(String)).toEqual([
    expect.stringMatching(/expected 99: add about \d+ lines$/u)
  ])
  const [fewer] = (await fitted(9)).messages
  expect(fewer?.reason).toBe(
    `Unexpected ${pages.length} pages, expected 9: cut about ${lines(fewer)} lines`
  )
})

test('a note that is longer than its page is told, with page, line and cost', async () => {
  const note = 'A word and another word in a long note. '.repeat(120)
  const value = `---\ntitle: A case\n---\n\nA text.[^1]\n\n[^1]: ${note}\n`
  const file = await typeset(await compose(new VFile({ path: 'manuscript.md', value })), memory)
  const findings = file.data.composition?.findings.filter((d) => d.rule === 'note-continued')
  expect(findings?.[0]).toMatchObject({ folio: '1', page: 3, line: 5 })
  expect(findings?.[0]?.cost).toBeGreaterThan(0)
})

function wordsOf(pages: Awaited<ReturnType<typeof fitted>>['pages']): string {
  const blocks = pages.flatMap((d) => [...d.blocks, ...d.notes.flatMap((n) => n.blocks)])
  const text = blocks.flatMap((d) => d.lines.flatMap(({ line }) => line.pieces.map((p) => p.text)))
  return [...text.join('').replace(/[\s\d-]+/gu, '')].toSorted().join('')
}

function lines(message: { reason: string } | undefined): string {
  return /cut about (\d+) lines/u.exec(message?.reason ?? '')?.[1] ?? ''
}
