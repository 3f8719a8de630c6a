// When a save is built, by a clock that the test turns: whatever the times between saves and however long a build takes,
// the last save is built, never two at a time, and a storm is few builds.
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { whenQuiet } from '../../src/preview/when-quiet.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Times at which work began, for saves after these pauses, in milliseconds. */
async function builds(pauses: readonly number[], takes: number): Promise<readonly number[]> {
  const begun: number[] = []
  let working = 0
  const quiet = whenQuiet(async () => {
    begun.push(performance.now())
    working += 1
    expect(working).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, takes))
    working -= 1
  })
  for (const pause of pauses) {
    await vi.advanceTimersByTimeAsync(pause)
    quiet.saved()
  }
  const last = performance.now()
  await vi.advanceTimersByTimeAsync(20_000)
  quiet.close()
  expect(begun.at(-1)).toBeGreaterThan(last)
  return begun.map((d) => d - last)
}

test('a save is built after 30 ms', async () => {
  expect(await builds([5000], 25)).toEqual([30])
})

test('saves with rest between them are built at once, each', async () => {
  expect(await builds([5000, 1500, 1500], 25)).toEqual([-2970, -1470, 30])
})

test('typing that is saved letter by letter is shown every second or so', async () => {
  const begun = await builds(
    Array.from({ length: 50 }, () => 120),
    25
  )
  expect(begun.length).toBeGreaterThan(5)
  expect(begun.length).toBeLessThan(12)
})

test.each([5, 20, 60, 200])('400 saves in 2 s are at most three builds of %i ms', async (takes) => {
  expect(
    (
      await builds(
        Array.from({ length: 400 }, () => 5),
        takes
      )
    ).length
  ).toBeLessThanOrEqual(3)
})

test('400 saves whose writer is kept waiting now and then are at most three builds', async () => {
  const pauses = Array.from({ length: 400 }, (_, index) => (index % 40 === 2 ? 120 : 3))
  expect((await builds(pauses, 60)).length).toBeLessThanOrEqual(3)
})

test('the last save is built, and never two at a time', async () => {
  const pause = fc.oneof(fc.nat(40), fc.nat(400), fc.nat(3000))
  await fc.assert(
    fc.asyncProperty(
      fc.array(pause, { minLength: 1, maxLength: 60 }),
      fc.nat(400),
      async (pauses, takes) => {
        expect((await builds(pauses, takes)).length).toBeGreaterThan(0)
      }
    ),
    { numRuns: 100, seed: 7 }
  )
})
