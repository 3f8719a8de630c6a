// Two manuscripts in, what the edits between them did to the pages out: a folder a case, with `old.md`, `new.md` and the
// golden `proof.txt`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { proof } from '../../src/proof.ts'
import { casesOf } from '../cases.ts'
import { proofText } from './proof-text.ts'
import { openText, sheetsOf } from './typeset-text.ts'

test.each(casesOf('proof', 'old.md'))('$name', async ({ folder }) => {
  const make = openText()
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  const old = await make(read('old.md'))
  const now = await make(read('new.md'))
  const text = proofText(proof(old, now, { against: 'the last commit', sheets: sheetsOf }))
  await expect(text).toMatchFileSnapshot(join(folder, 'proof.txt'))
})
