// What a build looks for by itself: only what must not be printed unseen.
import { expect, test } from 'vitest'
import { VFile } from 'vfile'
import { checkPrint } from '../../src/check.ts'

async function said(text: string): Promise<string[]> {
  const file = new VFile({ path: 'in.md', value: `---\ntitle: A Test\n---\n\n${text}\n` })
  await checkPrint(file).catch(() => undefined)
  return file.messages.map((d) => `${d.place ? `${d.line}:${d.column} ` : ''}${d.ruleId}`)
}

test('letters without a drawing, hidden characters and calls without a note are queries', async () => {
  expect(await said('A ✓, a zero\u200Bwidth, a call.[^none]')).toEqual([
    '5:12 no-hidden-characters',
    '5:27 notes-match',
    '5:3 letters-in-font'
  ])
})

test('what is a matter of style is none', async () => {
  expect(await said('The the "quoted" word.[^a] Again.[^a]\n\n[^a]: (Open.')).toEqual([])
})

test('a row longer than its head stops the build', async () => {
  const file = new VFile({ value: '---\ntitle: A\n---\n\n| a |\n|---|\n| 1 | 2 |\n' })
  await expect(checkPrint(file)).rejects.toMatchObject({
    ruleId: 'table-rows-fit',
    line: 7,
    exit: 2
  })
})
