// A clean manuscript is damaged, and import must give it back: on 1,000 seeds, each with a choice of damages of its own. A
// place where import is wrong, but asked, is allowed; what it gives back it must not change a second time.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { importText } from '../../src/import.ts'
import { damage } from './damage.ts'
import { unasked } from './damage/asked.ts'
import { lostLetters, untold } from './damage/lost.ts'
import { differences } from './damage/same.ts'

const SEEDS = 1000
const CHUNK = 50
const SHOWN = 3

const folder = join(import.meta.dirname, 'texts')
const texts = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(join(folder, name), 'utf8')
}))
const chunks = Array.from({ length: SEEDS / CHUNK }, (_, i) => i * CHUNK)

async function imported(value: string | Uint8Array): Promise<VFile> {
  return await importText(new VFile({ path: 'source.txt', value }))
}

describe('a clean manuscript', () => {
  test.for(texts)('stays as it is, and nothing is said: $name', async ({ text }) => {
    const file = await imported(text)
    expect(String(file)).toBe(text)
    expect(file.messages).toEqual([])
  })
})

describe('a damaged manuscript is whole again', () => {
  test.for(chunks)('seeds from %i', { timeout: 60_000 }, async (from) => {
    const faults: string[] = []
    for (let seed = from; seed < from + CHUNK; seed++) faults.push(...(await faultsOf(seed)))
    expect(faults.join('\n')).toBe('')
  })
})

/** What is wrong with the text of a seed: the damages, and a few of the words that differ. */
async function faultsOf(seed: number): Promise<string[]> {
  const { name, text } = texts[seed % texts.length] ?? { name: '', text: '' }
  const { source, wounds, expected } = damage(text, seed)
  const file = await imported(source)
  const actual = String(file)
  const again = String(await imported(actual))
  const differing = unasked(differences(expected, actual, wounds), file)
  const faults = [
    ...differing.slice(0, SHOWN).map((d) => `- ${d.expected}\n+ ${d.actual}`),
    ...untold(wounds, file).map((d) => `taken out in silence: ${d}`)
  ]
  const lost = lostLetters(expected, actual)
  if (lost !== '') faults.push(`letters lost: ${lost}`)
  if (again !== actual) faults.push('changed when imported again')
  if (faults.length === 0) return []
  return [`seed ${seed} (${name}): ${damagesOf(wounds)}`, ...faults, '']
}

function damagesOf(wounds: ReturnType<typeof damage>['wounds']): string {
  return [...new Set(wounds.map((d) => `${d.kind} ${d.detail.slice(0, 20)}`))].join(', ')
}
