// The large first letter of a section is set by the style sheet: `**T**o produce` → `To produce`. Only where a section
// begins, and only when no other letter of the paragraph is bold: `**A**bove **B**elow` explains an acronym.
import type { Block, Draft } from './draft.ts'
import { tell } from './draft.ts'
import { isWordHere } from './names-here.ts'
import { apply, placeAt } from './stretch.ts'

const DROP_CAP = /^(\*\*\*?|__)(["'“‘]?\p{Lu})\1(?=\p{L}|['’]| \p{Ll})/u
const PARTED = /^(["'“‘]?\p{Lu}) (\p{Ll}+)(?!\p{L})/u
const BOLD_LETTER = /(?:\*\*|__)\p{L}(?:\*\*|__)/gu
const RULE = /^ {0,3}(?:[-*_][ \t]*){3,}$/u

/** Set a fake drop cap as the letter it is. */
export function unsetDropCap(draft: Draft): void {
  let begins = true
  for (const block of draft.blocks) {
    const { text } = block.content
    const found = begins && block.kind === 'paragraph' ? DROP_CAP.exec(text) : undefined
    if (found) unset(draft, block, found)
    if (begins && block.kind === 'paragraph') close(draft, block)
    begins = block.kind === 'heading' || RULE.test(block.content.text)
  }
}

/** `T he press` → `The press`: a large letter that a scan has parted from its word. */
function close(draft: Draft, block: Block): void {
  const { content } = block
  const [whole, letter = '', rest = ''] = PARTED.exec(content.text) ?? []
  const [head, word] = [letter.toLowerCase().replace(/^["'“‘]/u, ''), rest.toLowerCase()]
  const { lexicon } = draft
  if (whole === undefined || lexicon.size === 0) return
  const name = isWordHere(draft, letter.replace(/^["'“‘]/u, '') + rest)
  const known = name || lexicon.has(head + word)
  if (/[aio]/u.test(head) && lexicon.has(word)) return
  if (!known && (/[aio]/u.test(head) || lexicon.has(word))) return
  const gap = { at: letter.length, cut: 1, put: '' }
  tell(draft, placeAt(content, 0), 'unset-drop-cap', whole, letter + rest)
  block.content = apply(content, [gap])
}

function unset(draft: Draft, block: Block, [, mark = '', letter = '']: RegExpExecArray): void {
  const { content } = block
  if ([...content.text.matchAll(BOLD_LETTER)].length > 1) return
  const rest = /^\S*/u.exec(content.text.slice(2 * mark.length + letter.length))?.[0] ?? ''
  tell(draft, placeAt(content, 0), 'unset-drop-cap', mark + letter + mark + rest, letter + rest)
  block.content = apply(content, [
    { at: 0, cut: mark.length, put: '' },
    { at: mark.length + letter.length, cut: mark.length, put: '' }
  ])
}
