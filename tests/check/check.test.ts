// Every rule has folders here, named after it: a file that breaks it and one that does not. `messages.txt` is all that
// `check` says of the file, so that nothing is said in passing. An e-book is kept as the folder of its files.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { VFile } from 'vfile'
import { check, PROFILE_NAMES } from '../../src/check.ts'
import type { ProfileName } from '../../src/check.ts'

const here = dirname(fileURLToPath(import.meta.url))

/** Names of the folders in a folder. */
function foldersIn(path: string): string[] {
  return readdirSync(path).filter((d) => statSync(join(path, d)).isDirectory())
}

async function inputOf(folder: string): Promise<VFile> {
  if (existsSync(join(folder, 'in.md')))
    return new VFile({ path: 'in.md', value: readFileSync(join(folder, 'in.md'), 'utf8') })
  if (existsSync(join(folder, 'in.pdf')))
    return new VFile({
      path: 'in.pdf',
      value: new Uint8Array(readFileSync(join(folder, 'in.pdf')))
    })
  return new VFile({ path: 'in.epub', value: await zipped(join(folder, 'in.epub')) })
}

/** Who is to print it, where the folder says. */
function profileOf(folder: string): ProfileName | undefined {
  const path = join(folder, 'profile')
  const name = existsSync(path) ? readFileSync(path, 'utf8').trim() : ''
  return PROFILE_NAMES.find((d) => d === name)
}

/** The folder as a zip, `mimetype` first and as it is. */
async function zipped(folder: string): Promise<Uint8Array> {
  const zip = new JSZip()
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()
  const files = names.filter((d) => statSync(join(folder, d)).isFile())
  for (const name of [
    ...files.filter((d) => d === 'mimetype'),
    ...files.filter((d) => d !== 'mimetype')
  ])
    zip.file(name, readFileSync(join(folder, name)), {
      compression: name === 'mimetype' ? 'STORE' : 'DEFLATE',
      createFolders: false
    })
  return zip.generateAsync({ type: 'uint8array' })
}

function said(file: VFile): string {
  return file.messages
    .map((d) => {
      const rank = d.fatal === undefined ? 'info' : d.fatal ? 'error' : 'warning'
      return `${d.line ?? 0}:${d.column ?? 0} ${rank} ${d.ruleId}: ${d.reason}\n`
    })
    .join('')
}

for (const rule of foldersIn(here))
  describe(`${rule}`, () => {
    for (const name of foldersIn(join(here, rule)))
      test(`${name}`, async () => {
        const folder = join(here, rule, name)
        const messages = said(await check(await inputOf(folder), profileOf(folder)))
        expect(messages.includes(rule)).toBe(name !== 'passes' || rule === 'pdf-page-sizes')
        await expect(messages).toMatchFileSnapshot(join(folder, 'messages.txt'))
      })
  })
