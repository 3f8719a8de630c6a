// The same with a real text, where it lies beside the project: edits by chance in its very letters. None of its sentences stand
// here; a failure names seeds and kinds only.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { editsBetween } from '../../src/changes.ts'
import type { Edit } from '../../src/changes.ts'
import { wordsOf } from '../../src/manuscript/words.ts'
import type { TextWord } from '../../src/manuscript/words.ts'
import { chanceOf } from './draft-text.ts'
import { spliceEdits } from './splice-edits.ts'
import type { KnownSplice } from './splice-edits.ts'

const path = join(import.meta.dirname, '../../../shared/import/gold/gold.md')
const there = existsSync(path)
if (!there) process.stderr.write(`Skipped: a text at ${path}, which is absent\n`)
const ROUNDS = 24

test.skipIf(!there)('edits of a real text are found, and no others', () => {
  const text = readFileSync(path, 'utf8')
  const old = new VFile(text)
  const wrong: string[] = []
  let made = 0
  for (let seed = 1; seed <= ROUNDS; seed += 1) {
    const edited = spliceEdits(text, wordsOf(old), chanceOf(seed), 8)
    const now = new VFile(edited.text)
    const left = [...editsBetween(old, now)]
    made += edited.known.length
    for (const known of edited.known) {
      const at = left.findIndex((d) => isSame(d, known, wordsOf(old), wordsOf(now)))
      if (at < 0) wrong.push(`seed ${seed}: missed ${known.kind} at ${known.old[0]?.line ?? 0}`)
      else left.splice(at, 1)
    }
    wrong.push(...left.map((d) => `seed ${seed}: false ${d.kind} at ${d.newAt.line}`))
  }
  expect(wrong).toEqual([])
  expect(made).toBeGreaterThan(150)
})

function isSame(
  edit: Edit,
  known: KnownSplice,
  old: readonly TextWord[],
  now: readonly TextWord[]
): boolean {
  const [from, to] = known.new
  const came = now.filter((d) => d.from >= from && d.to <= to)
  return (
    edit.kind === known.kind &&
    sameWords(edit.old, known.old, old) &&
    sameWords(edit.new, came, now)
  )
}

/** The very words; or others that leave the same text when they are taken out. */
function sameWords(
  found: readonly TextWord[],
  known: readonly TextWord[],
  all: readonly TextWord[]
): boolean {
  if (found.length !== known.length) return false
  if (found.every((d, index) => d === known[index])) return true
  const without = (gone: readonly TextWord[]) => {
    const out = new Set(gone)
    return all
      .filter((d) => !out.has(d))
      .map((d) => d.call ?? d.text)
      .join(' ')
  }
  return without(found) === without(known)
}
