// Whether a query names the words that import got wrong: an editor who was asked can put it right.
import type { VFile } from 'vfile'
import type { Difference } from './same.ts'

const QUOTED = /`([^`]+)`/gu
const SHORTEST = 4

/** The differences that no query names. */
export function unasked(differing: readonly Difference[], file: VFile): Difference[] {
  const named = file.messages
    .filter((d) => d.fatal === false)
    .flatMap((d) => [...d.reason.matchAll(QUOTED)].map((match) => letters(match[1] ?? '')))
    .filter((d) => d.length >= SHORTEST || /\^/u.test(d))
  return differing.filter((d) => {
    const context = letters(d.context)
    return !named.some((words) => context.includes(words))
  })
}

function letters(text: string): string {
  return text
    .replace(/<sup>\[?(\d+)\]?<\/sup>/gu, '[^$1]')
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}^]/gu, '')
    .toLowerCase()
}
