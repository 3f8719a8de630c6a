// Edits made by chance are found, every one and nothing else: 500 and more, by pinned seeds.
import { expect, test } from 'vitest'
import { tryEdits } from './try-edits.ts'

const SEEDS = 120

test('the edits that were made are found, and no others', () => {
  let [made, found] = [0, 0]
  const wrong: string[] = []
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const trial = tryEdits(seed)
    made += trial.made
    found += trial.found
    wrong.push(...trial.wrong.map((d) => `seed ${seed}: ${d}`))
  }
  expect(wrong).toEqual([])
  expect(made).toBe(found)
  expect(made).toBeGreaterThan(500)
})
