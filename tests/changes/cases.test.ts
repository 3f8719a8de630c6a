// Two manuscripts in, the edits between them out: a folder a case, with `old.md`, `new.md` and the golden `edits.txt`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { editsBetween } from '../../src/changes.ts'
import type { Edit } from '../../src/changes.ts'
import { casesOf } from '../cases.ts'

test.each(casesOf('changes', 'old.md'))('$name', async ({ folder }) => {
  const read = (name: string) => new VFile(readFileSync(join(folder, name), 'utf8'))
  const edits = editsBetween(read('old.md'), read('new.md'))
  const text = `${edits.map(say).join('\n')}\n`
  await expect(text).toMatchFileSnapshot(join(folder, 'edits.txt'))
})

function say({ number, kind, oldAt, newAt, oldText, newText, before, after }: Edit): string {
  const at = `${oldAt.line}:${oldAt.column} → ${newAt.line}:${newAt.column}`
  const [from, to] = [before?.new?.text ?? '', after?.new?.text ?? '']
  return `${number} ${kind} ${at} (${from} | ${to})\n  ${oldText}\n  ${newText}`
}
