// The words of a manuscript in the order in which they are printed, each with the very letters of the file that it comes
// of: what proofs compare, and what leads from a page back to the manuscript.
import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { parseManuscript } from '../manuscript.ts'
import { openCutter } from './cut-words.ts'
import { cutFront } from './front-words.ts'
import { cutText } from './text-words.ts'

/** A word, as white space divides the text; its punctuation belongs to it. */
export interface TextWord {
  /** As it is printed; '' for a note call. */
  text: string
  /** The code units of the manuscript that say it, with the marks of Markdown that stand inside it. */
  from: number
  to: number
  /** Of `from`, from 1. */
  line: number
  column: number
  /** `front` for what the front matter says, `text`, or the label of the note that it belongs to. */
  flow: Flow
  /** The paragraph, heading, cell or line of verse that it stands in, from 0 in each flow: a line break begins another. */
  block: number
  /** What that is, from without: `p`, `h2`, `blockquote p`, `li p`, `td`; the key, in the front matter. */
  kind: string
  /** The elements around its first letter within its block, from without: ``, `em`, `strong em`, `a`. */
  style: string
  /** Label of the note that is called here. */
  call?: string
}

/** A stretch of words that follow each other on the pages. */
export type Flow = 'front' | 'text' | { readonly note: string }

/** The words of a manuscript, and its notes. */
interface Words {
  words: TextWord[]
  /** Labels of the notes that are called; number = index + 1. */
  notes: string[]
}

const known = new WeakMap<Root, Words>()

/**
 * The words of a manuscript as they are printed: what the front matter says, the text, each note in the order of first
 * calls. Asked again of the same file, the same words.
 *
 * @throws {VFileMessage} as `parseManuscript`
 */
export function wordsOf(file: VFile): readonly TextWord[] {
  return readWords(file).words
}

/** Labels of the notes, as their definitions write them; the number of a note is its index + 1. */
export function noteLabels(file: VFile): readonly string[] {
  return readWords(file).notes
}

function readWords(file: VFile): Words {
  const tree = parseManuscript(file)
  const before = known.get(tree)
  if (before) return before
  const { edition } = file.data
  if (!edition) throw new Error('parseManuscript sets the edition')
  const source = String(file)
  const front = openCutter(source)
  const text = openCutter(source)
  // Labels are folded as Markdown folds them: `ß` and `SS` are one.
  const titled = edition.titleNote?.toLowerCase().toUpperCase().toLowerCase()
  const notes = cutText(tree, source, titled, text)
  cutFront(source, edition, titled === undefined ? undefined : notes[0], front)
  const made = { words: [...front.words, ...text.words], notes }
  known.set(tree, made)
  return made
}
