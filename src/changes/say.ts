// Words of an edit in, out comes how a person reads them: in order, note calls close to their word, a pilcrow where a block
// begins; where only the dress changed, with the marks of Markdown that say it.
import type { TextWord } from '../manuscript/words.ts'
import type { Token } from './streams.ts'

const MARKS: Readonly<Record<string, string>> = { em: '*', strong: '**', code: '`', del: '~~' }

/** Words and calls as a person reads them. */
export function say(tokens: readonly Token[]): string {
  return closeCalls(tokens.map(({ word }) => (word ? wordOrCall(word) : '¶')))
}

/**
 * The same with the marks of their dress, and of their block where that changed.
 *
 * @param link the address to which the first word leads, where it is to be said
 */
export function sayDressed(tokens: readonly Token[], withKind: boolean, link = ''): string {
  const words = tokens.map(({ word }, index) =>
    word ? dressed(word, tokens[index - 1]?.word, tokens[index + 1]?.word) : '¶'
  )
  const kind = tokens[0]?.kind
  const text = link === '' ? closeCalls(words) : `[${closeCalls(words)}](${link})`
  return withKind && kind !== undefined ? `${kind}: ${text}` : text
}

function wordOrCall({ call, text }: TextWord): string {
  return call === undefined ? text : `[^${call}]`
}

function closeCalls(words: readonly string[]): string {
  return words
    .filter((d, index) => d !== '¶' || index > 0)
    .join(' ')
    .replaceAll(' [^', '[^')
}

/** Marks open where the word before has another dress, and close where the next has. */
function dressed(
  word: TextWord,
  before: TextWord | undefined,
  after: TextWord | undefined
): string {
  const marks = word.style.split(' ').flatMap((d) => MARKS[d] ?? [])
  const opens = before?.style === word.style ? '' : marks.join('')
  const closes = after?.style === word.style ? '' : marks.toReversed().join('')
  return `${opens}${wordOrCall(word)}${closes}`
}
