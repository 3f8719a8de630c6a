// Whether a reader's search finds the words of a text: those of a PDF as poppler reads it are compared with those of the
// manuscript.
import { spawnSync } from 'node:child_process'
import { VFile } from 'vfile'
import { manuscriptWords } from '../../src/collate/manuscript-words.ts'
import { parseManuscript } from '../../src/manuscript.ts'

/** How many words should be found, and those that are not. */
export interface Searched {
  words: number
  missing: readonly string[]
}

const WORD = /\p{L}[\p{L}\p{M}]*(?:[-‐’']\p{L}[\p{L}\p{M}]*)*/gu

/** @returns undefined when poppler is not installed */
export function searched(pdf: string, manuscript: string): Searched | undefined {
  const { status, stdout } = spawnSync('pdftotext', ['-enc', 'UTF-8', pdf, '-'], {
    encoding: 'utf8',
    maxBuffer: 1e9
  })
  if (status !== 0) return undefined
  const wanted = wordsOf(textOf(manuscript))
  const found = new Map<string, number>()
  for (const word of wordsOf(stdout)) found.set(word, (found.get(word) ?? 0) + 1)
  const missing = wanted.filter((word) => {
    const left = found.get(word) ?? 0
    found.set(word, left - 1)
    return left <= 0
  })
  return { words: wanted.length, missing }
}

/** The words of the text and of the notes, without calls. */
function textOf(manuscript: string): string {
  const file = new VFile({ path: 'manuscript.md', value: manuscript })
  const { body, notes } = manuscriptWords(parseManuscript(file), file.data.edition?.titleNote)
  const words = [...body, ...notes.flat()].map((d) => d.text)
  return words.join('\n').replace(/\[\^\d+\]/gu, ' ')
}

function wordsOf(text: string): string[] {
  // A hyphen of the word's own stays at the end of its line, and whoever searches finds the word with it.
  const plain = text
    .normalize('NFKC')
    .replaceAll('\u00AD', '')
    .replaceAll('‐', '-')
    .replace(/-\n/gu, '-')
  return [...plain.matchAll(WORD)].map((d) => d[0])
}
