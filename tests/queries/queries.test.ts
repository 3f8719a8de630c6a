// Every rule has folders here, named after it: a text that makes it ask and one that does not. `messages.txt` is all that is
// asked of the text, with what was left and how sure each is, so that nothing is asked in passing.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { VFile } from 'vfile'
import { readManuscript } from '../../src/assets.ts'
import { check } from '../../src/check.ts'
import { parseManuscript, parseMarkdown } from '../../src/manuscript.ts'
import { askEditor } from '../../src/queries.ts'
import type { Query } from '../../src/queries.ts'
import { casesOf } from '../cases.ts'

const rules = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((d) =>
  d.isDirectory()
)

for (const { name: rule } of rules)
  describe(`${rule}`, () => {
    test.each(casesOf(join('queries', rule)))('$name', async ({ name, folder }) => {
      const file = await readManuscript(join(folder, 'in.md'))
      const tree = parseManuscript(file)
      const text = String(file)
      const { asked, left } = await askEditor(text, tree, file.data.edition?.language ?? 'en')
      const rows = [
        ...asked.map((d) => row('asked', d, text)),
        ...left.map((d) => row('left', d, text))
      ]
      await expect(rows.join('')).toMatchFileSnapshot(join(folder, 'messages.txt'))
      if (/^(?:fails|passes)/u.test(name))
        expect([...asked, ...left].some((d) => d.rule === rule)).toBe(name.startsWith('fails'))
    })
  })

/** `6:4 asked words-known 0.85 [goverment] Unexpected …` */
function row(what: string, { rule, from, to, reason, weight }: Query, text: string): string {
  const before = text.slice(0, from).split('\n')
  const words = text.slice(from, to).replaceAll('\n', '↵')
  const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`
  return `${place} ${what} ${rule} ${weight.toFixed(2)} [${words}] ${reason}\n`
}

async function ask(text: string): ReturnType<typeof askEditor> {
  return askEditor(text, parseMarkdown(text), 'en-GB')
}

describe('at most two are asked for a thousand words, the surest first', () => {
  const SLIPS = 'The goverment (fell. We saw a apple. Despite of this they was late.\n\n'

  test('three of a short text', async () => {
    const { asked, left } = await ask(SLIPS)
    expect(asked).toHaveLength(3)
    expect(left.length).toBeGreaterThan(0)
    expect(Math.min(...asked.map((d) => d.weight))).toBeGreaterThanOrEqual(
      Math.max(...left.map((d) => d.weight))
    )
  })

  test('as many as the length allows of a long one, in its order', async () => {
    const { asked } = await ask(SLIPS.repeat(20) + 'A plain word stands here. '.repeat(1000))
    expect(asked).toHaveLength(10)
    expect(asked).toEqual(asked.toSorted((a, b) => a.from - b.from))
  })

  test('what is dismissed does not bring up the next', async () => {
    const { asked } = await ask(SLIPS)
    const [first] = asked
    const again = await ask(`${SLIPS.trim()} <!-- stet: ${first?.rule} -->\n`)
    expect(again.asked.map((d) => d.rule)).toEqual(asked.slice(1).map((d) => d.rule))
  })
})

test('check tells them with line and column', async () => {
  const file = new VFile({ path: 'in.md', value: '---\ntitle: A\n---\n\nThe (bridge fell.\n' })
  await check(file)
  expect(file.messages.map(String)).toEqual([
    'in.md:5:5: Unexpected `(` in `(bridge fell.`, expected `)` after it'
  ])
})
