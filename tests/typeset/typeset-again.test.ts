// Typesetting again after an edit, with the memory of before, gives what a full run gives, down to which elements are one;
// and pages on which nothing has changed are the same objects.
import { join } from 'node:path'
import fc from 'fast-check'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { home, readManuscript } from '../../src/assets.ts'
import { compose } from '../../src/compose.ts'
import type { Composed } from '../../src/compose.ts'
import type { Composition } from '../../src/composition.ts'
import { newMemory, typeset } from '../../src/typeset.ts'
import type { Memory } from '../../src/typeset.ts'
import { casesOf } from '../cases.ts'
import { editsOf } from '../manuscript/edits.ts'

/** Its pictures lie beside it. */
const path = join(home, 'manuscript/handbook/manuscript.md')
const handbook = String(await readManuscript(path))
const texts = await Promise.all(
  casesOf('typeset/cases').map(async (d) => String(await readManuscript(join(d.folder, 'in.md'))))
)

test('the composition after an edit is that of a full run', async () => {
  let good = 0
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...texts).chain(editsOf), async (edited) => {
      const memory: Memory & Composed = newMemory()
      for (const text of edited) {
        const again = await typesetText(text, memory)
        const full = await typesetText(text, newMemory())
        expect(again.messages).toEqual(full.messages)
        if (!full.composition || !again.composition) continue
        expect(numbered(again.composition)).toEqual(numbered(full.composition))
        good += 1
      }
    }),
    { numRuns: 20, endOnFailure: true }
  )
  // Otherwise nothing was tested.
  expect(good).toBeGreaterThan(20)
})

test('a page on which nothing has changed is the same object', async () => {
  const memory: Memory & Composed = newMemory()
  const { composition: before } = await typesetText(handbook, memory)
  const edited = handbook.replace(/^(?<rest>[^]*)\bthe\b/u, '$<rest>that')
  const { composition: after } = await typesetText(edited, memory)
  const changed = after?.pages.filter((d, index) => d !== before?.pages[index]) ?? []
  expect(changed.length).toBeGreaterThan(0)
  expect(changed.length).toBeLessThan(4)
  const { composition: again } = await typesetText(edited, memory)
  expect(again?.pages.every((d, index) => d === after?.pages[index])).toBe(true)
})

async function typesetText(value: string, memory: Memory & Composed) {
  const file = new VFile({ path, value })
  await compose(file, memory)
    .then((d) => typeset(d, memory))
    .catch(() => undefined)
  return { composition: file.data.composition, messages: file.messages.map(String) }
}

/** With a number for each element: the same object is the same element. */
function numbered(composition: Composition): unknown {
  const numbers = new Map<object, number>()
  const write = (_: string, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('tagName' in value)) return value
    const number = numbers.get(value) ?? numbers.size
    numbers.set(value, number)
    return { ...value, number }
  }
  return JSON.parse(JSON.stringify(composition, write))
}
