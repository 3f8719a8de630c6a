// For the tests of the package stage: a manuscript or chapters in, an EPUB and its files out, always looked over by the
// validators.
import { EpubCheck } from '@likecoin/epubcheck-ts'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import JSZip from 'jszip'
import { VFile } from 'vfile'
import { expect } from 'vitest'
import { compose } from '../../src/compose.ts'
import { packageBook } from '../../src/package.ts'
import { typeset } from '../../src/typeset.ts'

/** The moment that test EPUBs say they were made. */
export const MOMENT = new Date('2026-11-22T10:00:00Z')

/** Milliseconds that Java may take on a busy machine. */
export const SLOW = 180_000

const JAR = '/usr/share/java/epubcheck.jar'
/** EPUBCheck 4 does not know `pageBreakSource`, which EPUB Accessibility 1.1 wants: that one message is for information. */
const OVERRIDE = 'ID\tSeverity\tMessage\tSuggestion\nOPF-027\tUSAGE\n'

/** An EPUB and what was said on the way. */
export interface Made {
  bytes: Uint8Array
  /** Text files by name, in the order of the archive; other files are ''. */
  files: Map<string, string>
  messages: readonly string[]
}

/** Compose and package a manuscript. */
export async function makeEpub(text: string, path = 'manuscript.md'): Promise<Made> {
  return bindEpub(await typeset(await compose(new VFile({ path, value: text }))))
}

/** Package a composed file; the fast validator must have nothing to say. */
export async function bindEpub(file: VFile, moment = MOMENT): Promise<Made> {
  const epub = await packageBook(file, moment)
  if (!(epub.value instanceof Uint8Array)) throw new TypeError('an EPUB is bytes')
  const bytes = epub.value
  const { messages } = await EpubCheck.validate(bytes)
  expect(messages.filter((d) => /fatal|error|warning/u.test(d.severity))).toEqual([])
  return { bytes, files: await unpack(bytes), messages: file.messages.map(String) }
}

async function unpack(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(bytes)
  const files = new Map<string, string>()
  for (const [name, entry] of Object.entries(zip.files))
    files.set(name, /\.(?:ttf|png|jpg|gif|webp)$/u.test(name) ? '' : await entry.async('string'))
  return files
}

/**
 * What Debian's EPUBCheck, which knows EPUB 3.2, finds wrong.
 *
 * @param skip told when it is not here
 */
export async function epubcheck(
  bytes: Uint8Array,
  skip: (note: string) => void
): Promise<readonly unknown[]> {
  if (!existsSync(JAR)) skip(`EPUBCheck is not here: apt-get install epubcheck (${JAR})`)
  const folder = await mkdtemp(join(tmpdir(), 'press-epubcheck-'))
  try {
    const path = join(folder, 'made.epub')
    await writeFile(path, bytes)
    const override = join(folder, 'override.txt')
    await writeFile(override, OVERRIDE)
    const faster = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC']
    const run = promisify(execFile)
    const { stdout } = await run('java', [
      ...faster,
      '-jar',
      JAR,
      path,
      '-c',
      override,
      '-q',
      '-j',
      '-'
    ])
    const report: { messages: { severity: string }[] } = JSON.parse(stdout)
    return report.messages.filter((d) => d.severity !== 'USAGE')
  } finally {
    await rm(folder, { recursive: true })
  }
}
