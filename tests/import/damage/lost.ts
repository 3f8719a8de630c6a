// What may never happen, asked or not: letters of the text that are gone, and a line of the page taken out in silence.
import type { VFile } from 'vfile'
import type { Wound } from './job.ts'

const KEYS =
  /^(?:title|part|author|language|title-note|end-mark|pull-quotes| +- after|(?: +-)? +text):/gmu
const SPACES = /[^\S\n]+/gu
const LETTER = /[\p{L}\p{N}]/gu

/** Letters and digits that the actual manuscript has fewer of than the expected one. */
export function lostLetters(expected: string, actual: string): string {
  const left = counts(actual)
  const lost = [...expected.replace(KEYS, '').matchAll(LETTER)].filter(([sign]) => {
    const key = sign.toLowerCase()
    const rest = left.get(key) ?? 0
    left.set(key, rest - 1)
    return rest <= 0
  })
  return lost.map((d) => d[0]).join('')
}

function counts(text: string): Map<string, number> {
  const found = new Map<string, number>()
  for (const [sign] of text.replace(KEYS, '').matchAll(LETTER)) {
    const key = sign.toLowerCase()
    found.set(key, (found.get(key) ?? 0) + 1)
  }
  return found
}

/** Lines between the pages that are not in the manuscript, and that no message names. */
export function untold(wounds: readonly Wound[], file: VFile): string[] {
  const lines = String(file).replace(SPACES, ' ').split('\n')
  const left = new Set(lines.map((d) => d.trim()))
  const told = file.messages.map((d) => (d.actual ?? '').replace(SPACES, ' ')).join('\n')
  return wounds
    .filter((d) => d.kind === 'furniture')
    .map((d) => d.detail)
    .filter((d) => !left.has(d) && !told.includes(d))
}
