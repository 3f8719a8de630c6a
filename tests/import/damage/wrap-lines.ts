// Lines filled to a width, with words broken at their ends, as a typewriter or a web page of the nineties leaves them.
import type { Damage } from './job.ts'
import { wound } from './job.ts'
import { furnitureOf } from './furniture.ts'
import { syllables } from './marks.ts'
import { endsSentence } from './page-cuts.ts'
import type { Random } from './random.ts'
import { between, pick } from './random.ts'

const PLAIN = /^[\p{Ll}]{6,}[,.;]?$/u
const HYPHENED = /^(\p{L}+-)(\p{L}+[,.;]?)$/u

/** Fill the lines of every paragraph. */
export const wrapLines: Damage = (job, random) => {
  const width = between(random, 60, 76)
  const share = pick(random, [0, 0.5, 1])
  for (const piece of job.rough.pieces) {
    if (piece.kind === 'heading' || piece.kind === 'kept' || piece.text.includes('\n')) continue
    const indent = /^[ \t]*/u.exec(piece.text)?.[0] ?? ''
    const lines = fill(piece.text.trim(), width - indent.length, share, random)
    piece.text = lines.map((d) => indent + d).join('\n')
    if (piece.kind === 'paragraph') piece.kind = 'filled'
  }
  wound(job, 'wrap-lines', `${width} columns, ${share} of the long words broken`)
}

/** Pages that end between two lines of a paragraph, with or without blank lines around what is printed there. */
export const pageLines: Damage = (job, random) => {
  if (job.wounds.some((d) => d.kind === 'page-turns')) return // a book has its pages once
  const furniture = furnitureOf(job, random)
  const page = between(random, 12, 34)
  const around = pick(random, ['\n', '\n\n'])
  let left = page
  for (const piece of job.rough.pieces) {
    if (piece.kind !== 'filled') continue
    const lines = piece.text.split('\n')
    left -= lines.length
    const at = lines.length + left
    if (left > 0 || at < 1 || at >= lines.length || endsSentence(lines[at - 1] ?? '')) continue
    const line = furniture()
    left = page
    if (line === '') continue
    const halves = [lines.slice(0, at), lines.slice(at)].map((d) => d.join('\n'))
    piece.text = halves.join(around + line + around)
    wound(job, 'page-lines', around === '\n' ? 'no blank lines' : 'blank lines')
    wound(job, 'furniture', line.trim())
  }
}

function fill(text: string, width: number, share: number, random: Random): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const room = width - line.length - (line === '' ? 0 : 1)
    if (word.length <= room) {
      line += line === '' ? word : ` ${word}`
      continue
    }
    const at = random() < share ? breakIn(word, room) : 0
    const head = at === 0 ? '' : word.slice(0, at) + (word[at - 1] === '-' ? '' : '-')
    lines.push(head === '' ? line : `${line} ${head}`)
    line = word.slice(at)
  }
  return [...lines, line]
}

/** The last place of a word at which it may be broken and still fit; 0 for none. */
function breakIn(word: string, room: number): number {
  const [, first = ''] = HYPHENED.exec(word) ?? []
  if (first !== '') return first.length <= room ? first.length : 0
  if (!PLAIN.test(word)) return 0
  return syllables(word.replace(/[,.;]$/u, '')).findLast((d) => d + 1 <= room) ?? 0
}
