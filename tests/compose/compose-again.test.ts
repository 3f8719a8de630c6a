// Composing again after an edit, with the memory of before, gives what composing without one gives, messages and all.
import fc from 'fast-check'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { compose } from '../../src/compose.ts'
import type { Composed } from '../../src/compose.ts'
import { editsOf, manuscripts } from '../manuscript/edits.ts'

test('the book after an edit is that of a whole run', async () => {
  let good = 0
  await fc.assert(
    fc.asyncProperty(manuscripts.chain(editsOf), async (texts) => {
      const memory: Composed = {}
      for (const text of texts) {
        const quick = await composed(text, memory)
        expect(quick).toEqual(await composed(text, {}))
        if (quick.book) good += 1
      }
    }),
    { numRuns: 40, endOnFailure: true }
  )
  // Otherwise nothing was tested.
  expect(good).toBeGreaterThan(10)
})

async function composed(value: string, memory: Composed) {
  const file = new VFile({ path: 'manuscript.md', value })
  await compose(file, memory).catch(() => undefined)
  const { book, chapters } = file.data
  return { book, chapters, messages: file.messages.map((d) => ({ ...d, stack: '' })) }
}
