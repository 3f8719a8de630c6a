// Corrections between fences: a page that holds none looks as it did, nothing is lost, nothing is newly wrong; what cannot
// be held is told with what would do.
import { join } from 'node:path'
import fc from 'fast-check'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { corrections } from '../../bench/fence/corrections.ts'
import { newFaults } from '../../bench/fence/new-faults.ts'
import { home, readManuscript } from '../../src/assets.ts'
import { compose } from '../../src/compose.ts'
import type { Composed } from '../../src/compose.ts'
import type { ComposedPage, Composition, SetBlock } from '../../src/composition.ts'
import { newMemory, typeset, typesetFenced } from '../../src/typeset.ts'
import type { Fenced, Memory } from '../../src/typeset.ts'

/** Its pictures lie beside it. */
const path = join(home, 'manuscript/handbook/manuscript.md')
const handbook = String(await readManuscript(path))
const memories = new Map<string, Memory & Composed>()
const texts = [handbook, tale().replace('---\n', '---\ndesign: compact\n')]

test('a correction changes no page but its own, loses nothing and brings no fault', async () => {
  const approved = new Map<string, VFile>()
  let held = 0
  const seeds = fc.integer({ min: 1, max: 1e6 })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...texts), seeds, async (text, seed) => {
      const old = approved.get(text) ?? (await setText(text))
      approved.set(text, old)
      const [correction] = [...corrections(text, 1, seed)]
      const free = await setText(correction?.text ?? '')
      const { now, remade, misfits } = await fence(correction?.text ?? '', old)
      expect(misfits.length > 0).toBe(now === undefined)
      if (!now) return
      held += 1
      expectOnly(remade.flat(), pagesOf(old), now)
      expect(remade.every((d) => d.length <= 2)).toBe(true)
      expect(lettersOf(now)).toEqual(lettersOf(pagesOf(free)))
      const unavoidable = newFaults(pagesOf(old), pagesOf(free))
      const faults = newFaults(pagesOf(old), now)
      expect(faults.filter((d) => !unavoidable.includes(d))).toEqual([])
    }),
    { numRuns: 6, seed: 7, endOnFailure: true }
  )
  expect(held).toBeGreaterThan(3)
})

test('corrections follow on corrections, each between the fences of the one before', async () => {
  let old = await setText(handbook)
  const first = pagesOf(old)
  const touched: number[] = []
  let [text, seed] = [handbook, 0]
  while (touched.length < 5) {
    seed += 1
    const [correction] = [...corrections(text, 1, seed)]
    const { now, remade, file } = await fence(correction?.text ?? '', old)
    if (!now) continue
    expectOnly(remade.flat(), pagesOf(old), now)
    touched.push(...remade.flat())
    old = file
    text = correction?.text ?? ''
  }
  expectOnly(touched, first, pagesOf(old))
  expect(lettersOf(pagesOf(old))).toEqual(lettersOf(pagesOf(await setText(text))))
})

test('the same text has the same pages', async () => {
  const old = await setText(handbook)
  const { now, remade } = await fence(`${handbook}\n`, old)
  expect(remade).toEqual([])
  expect(now?.pages.map(inkOf)).toEqual(pagesOf(old).pages.map(inkOf))
})

test('a note more renumbers those behind it, and no page begins elsewhere', async () => {
  const text = tale()
  const old = await setText(text)
  const more = text
    .replace('third3 ', 'third3[^n] ')
    .replace(/$/u, '\n[^n]: Another, which is short.\n')
  const { now } = await fence(more, old)
  expect(now?.pages.map(firstWords)).toEqual(pagesOf(old).pages.map(firstWords))
  const numbers = now?.pages.flatMap((d) => d.notes.map((note) => note.number)) ?? []
  expect(numbers).toEqual(numbers.map((_, i) => i + 1))
  expect(numbers).toHaveLength(pagesOf(old).pages.flatMap((d) => d.notes).length + 1)
})

test('what cannot be held is told, and to do what is said lets it be held', async () => {
  const text = tale()
  const old = await setText(text)
  let told = 0
  for (const place of [0, 20, 30]) {
    const more = text.replace(`third${place} `, `third${place} ${'wherever '.repeat(20)}`)
    const { file, misfits, now } = await fence(more, old)
    if (now) continue
    const [{ line, own, reason } = { line: 0, own: undefined, reason: '' }] = misfits
    expect(reason).toMatch(/^Unexpected \d+ characters? too many for page \d+, /u)
    expect(file.messages.map((d) => d.reason)).toEqual(misfits.map((d) => d.reason))
    expect(more.split('\n')[line - 1]).toContain('wherever')
    const enough = Math.ceil((own?.cut ?? 0) / 'wherever '.length)
    const less = more.replace('wherever '.repeat(enough), '')
    expect((await fence(less, old)).now).toBeDefined()
    told += 1
  }
  expect(told).toBeGreaterThan(0)
})

test('another design, or another section, is not held', async () => {
  const old = await setText(tale())
  for (const other of [
    tale().replace('---\n', '---\ndesign: modern\n'),
    `${tale()}\n## More\n\nText.\n`
  ]) {
    const { now, misfits } = await fence(other, old)
    expect(now).toBeUndefined()
    expect(misfits.map((d) => d.page)).toEqual([0])
  }
})

/** Twenty paragraphs of some lines, every third with a note. */
function tale(): string {
  const paragraphs = Array.from({ length: 40 }, (_, i) => {
    const words = Array.from({ length: 45 + ((i * 29) % 60) }, (__, k) =>
      k === 2
        ? `third${i}`
        : 'of some thing that went before his house'.split(' ')[(k * (i + 3)) % 8]
    )
    return `Thus ${words.join(' ')}${i % 3 === 0 ? `[^${i}]` : ''}.`
  })
  const notes = paragraphs.flatMap((_, i) =>
    i % 3 === 0 ? [`[^${i}]: A note of a few words that says where this was found.`] : []
  )
  const front = '---\ntitle: A tale\nauthor: Nobody\nlanguage: en-GB\n---\n\n## One\n'
  return [front, ...paragraphs, ...notes].join('\n\n')
}

/** One for each design: another design is another compositor. */
function memoryOf(text: string): Memory & Composed {
  const design = /^design: (?<name>.*)$/mu.exec(text)?.groups?.name ?? ''
  const memory = memories.get(design) ?? newMemory()
  memories.set(design, memory)
  return memory
}

async function setText(value: string): Promise<VFile> {
  const memory = memoryOf(value)
  return typeset(await compose(new VFile({ path, value }), memory), memory)
}

async function fence(
  value: string,
  old: VFile
): Promise<Fenced & { file: VFile; now: Composition | undefined }> {
  const memory = memoryOf(value)
  const file = await compose(new VFile({ path, value }), memory)
  const fenced = await typesetFenced(file, old, memory)
  return { ...fenced, file, now: file.data.composition }
}

function pagesOf({ data }: VFile): Composition {
  if (!data.composition) throw new Error('It was not typeset')
  return data.composition
}

/** Only these pages look otherwise than before. */
function expectOnly(changed: readonly number[], before: Composition, after: Composition): void {
  expect(after.pages).toHaveLength(before.pages.length)
  const others = (d: Composition) => d.pages.filter((page) => !changed.includes(page.number))
  expect(others(after).map(inkOf)).toEqual(others(before).map(inkOf))
}

/** A page without the manuscript lines that its blocks come of, and what its runs say on other pages. */
function inkOf(page: ComposedPage): string {
  return JSON.stringify(page, (key, d: unknown) => {
    if (key === 'line' && typeof d === 'number') return undefined
    return key === 'run' && typeof d === 'object' ? { ...d, text: '' } : d
  })
}

function firstWords({ blocks }: ComposedPage): string {
  return blocks[0]?.lines[0]?.line.pieces.map((d) => d.text.slice(0, 12)).join('') ?? ''
}

/** All letters of the text in order, and those of each note; heads of tables that are repeated are left out. */
function lettersOf({ pages }: Composition): unknown {
  const text = pages.flatMap((d) => d.blocks).map(lettersIn)
  const notes = pages.flatMap((d) => d.notes).map((d) => [d.number, d.blocks.map(lettersIn)])
  const joined = new Map<unknown, string>()
  for (const [number, said] of notes)
    joined.set(number, `${joined.get(number) ?? ''}${String(said)}`)
  return [text.join(''), [...joined].map(([number, d]) => [number, d.replaceAll(',', '')])]
}

function lettersIn({ lines, element }: SetBlock): string {
  if (element.tagName === 'th') return ''
  const said = lines.map(({ line: { pieces, end } }) => {
    const text = pieces.map((d) => d.text).join('')
    return end === 'soft' ? text.slice(0, -1) : text
  })
  return said.join('').replace(/[\s,]/gu, '').replaceAll('‐', '-')
}
