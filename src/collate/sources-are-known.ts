// What the EPUB says in brackets about the source of a note, beyond the note's own words, must be words that the manuscript
// has: in a note, or in a comment of the editor's, `<!-- source: … -->`. Nothing else may come in by that door.
import type { Nodes } from 'mdast'
import { parseMarkdown } from '../manuscript.ts'
import { lettersOf } from './words.ts'
import type { Word } from './words.ts'

const COMMENT = /<!--\s*source\s*:([^]*?)-->/giu

/**
 * The words of the sources that the manuscript does not know, by the number of the note.
 *
 * @param text the manuscript
 * @param notes the words of its notes
 * @param sources those in brackets, by the number of their note
 */
export function unknownSources(
  text: string,
  notes: readonly (readonly Word[])[],
  sources: ReadonlyMap<number, readonly Word[]>
): Map<number, string> {
  const unknown = new Map<number, string>()
  const told = [...sources].filter(([, words]) => words.length > 0)
  if (told.length === 0) return unknown
  const known = new Set(notes.flat().map((d) => lettersOf(d.text)))
  const said = [...text.matchAll(COMMENT)].map(([, d = '']) => wordsOf(parseMarkdown(d)))
  const all = lettersOf([...notes.flat().map((d) => d.text), ...said].join(' '))
  for (const [number, words] of told) {
    const strange = words.filter(({ text: word }) => {
      const letters = lettersOf(word)
      return !known.has(letters) && !all.includes(letters)
    })
    const bare = !isBracketed(words)
    if (bare || strange.length > 0)
      unknown.set(number, (bare ? words : strange).map((d) => d.text).join(' '))
  }
  return unknown
}

function isBracketed(words: readonly Word[]): boolean {
  return Boolean(words.at(0)?.text.startsWith('[') && words.at(-1)?.text.endsWith(']'))
}

function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map((d: Nodes) => wordsOf(d)).join('') : ''
}
