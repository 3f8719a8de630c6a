// A paragraph is one line of the manuscript. Lines that were filled to a width are joined, and words that they break; lines
// that end early (verse, an address, hard breaks) are left as they stand.
import type { Block, Draft } from './draft.ts'
import { ask, everyBlock, tell } from './draft.ts'
import { judgeBreak, wordsOf } from './broken-words.ts'
import type { Edit } from './stretch.ts'
import { apply, placeAt } from './stretch.ts'

const RULE = 'join-lines'
const NARROWEST = 45
const LONGEST_WORD = 60
const SLACK = 4
const SLACK_FOR_MARKUP = 16
const MARKUP = /\[\^|<|\]\(/u
const BROKEN = /\p{L}[-‐¬\u00AD]$/u
const HARD_BREAK = /(?: {2}|\\)$/u

/** Join the lines of paragraphs. */
export function joinLines(draft: Draft): void {
  const wrapped = everyBlock(draft).filter((d) => d.kind === 'paragraph' && filled(d.content.text))
  if (wrapped.length === 0) return
  const words = wordsOf(draft)
  for (const block of wrapped) joinBlock(draft, block, words)
}

/** Whether each line was as full as the next word allowed. */
function filled(text: string): boolean {
  const lines = text.split('\n')
  const width = lines.reduce((most, d) => Math.max(most, d.trimEnd().length), 0)
  if (lines.length < 2 || width < NARROWEST) return false
  return lines.slice(0, -1).every((line, i) => {
    const word = /^\S*/u.exec(lines[i + 1] ?? '')?.[0] ?? ''
    const slack = i === 0 || MARKUP.test(line) ? SLACK_FOR_MARKUP : SLACK
    return !HARD_BREAK.test(line) && line.length + 1 + word.length + slack >= width
  })
}

function joinBlock(draft: Draft, block: Block, words: ReadonlySet<string>): void {
  const { content } = block
  const lines = content.text.split('\n')
  const edits: Edit[] = []
  let at = -1
  for (const [i, line] of lines.slice(0, -1).entries()) {
    at += line.length + 1
    const left = line.trimEnd()
    const right = lines[i + 1] ?? ''
    const spaces = line.length - left.length
    const broken = BROKEN.test(left) && /^\p{L}/u.test(right)
    if (broken) {
      const verdict = judgeBreak(left.slice(0, -1), right, words, draft.lexicon)
      const cut = verdict === 'join' ? 1 : 0
      edits.push({ at: at - spaces - cut, cut: spaces + cut + 1, put: '' })
      const word = `${/\S+$/u.exec(left.slice(-LONGEST_WORD))?.[0] ?? ''}⏎${/^\S+/u.exec(right.slice(0, LONGEST_WORD))?.[0] ?? ''}`
      const whole = word.replace(verdict === 'join' ? /.⏎/u : '⏎', '')
      tell(draft, placeAt(content, at), RULE, word, whole)
      if (verdict === 'ask')
        ask(
          draft,
          placeAt(content, at),
          RULE,
          `Unexpected hyphen in \`${whole}\`, expected one word or a compound`
        )
    } else {
      edits.push({ at: at - spaces, cut: spaces + 1, put: ' ' })
    }
  }
  tell(draft, placeAt(content, 0), RULE, `${lines.length} lines`, '1 line')
  block.content = apply(content, edits)
}
