// The words that the front matter says and the pages print, in the order of the title page and the imprint, into a cutter.
// Their places are those of the YAML: `'It''s'` has a letter that takes two code units, a folded line has none at its end.
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { Node, Scalar } from 'yaml'
import type { Edition } from '../edition.ts'
import type { Key } from '../edition/keys.ts'
import type { WordCutter } from './cut-words.ts'
import type { Letters } from './source-letters.ts'

/** Keys whose text is printed, in the order of printing; each with what says that the edition has it. */
const PRINTED: readonly (readonly [Key, (edition: Edition) => unknown])[] = [
  ['title', (d) => d.title],
  ['title-note', (d) => d.titleNote],
  ['subtitle', (d) => d.subtitle],
  ['part', (d) => d.part],
  ['author', (d) => d.authors.length],
  ['publisher', (d) => d.publisher],
  ['place', (d) => d.place],
  ['date', (d) => d.date],
  ['source-publication', (d) => d.sourcePublication],
  ['rights', (d) => d.rights],
  ['identifier', (d) => d.identifier]
]
const FRONT = /^---[ \t]*\r?\n(?<yaml>[^]*?)^---[ \t]*$/mu
/** Of a date, the imprint says the year. */
const YEAR = 4
const BLANK = /\s/u
const ESCAPE = /^\\(?:x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}|\r?\n[ \t]*|[^])/iu

/** @param noteLabel of the note that the title calls, as the note is called */
export function cutFront(
  source: string,
  edition: Edition,
  noteLabel: string | undefined,
  cutter: WordCutter
): void {
  const found = FRONT.exec(source)
  const yaml = found?.groups?.yaml ?? ''
  const from = source.indexOf('\n', found?.index ?? 0) + 1
  const { contents } = parseDocument(yaml, { schema: 'core', prettyErrors: false })
  if (!isMap(contents)) return
  cutter.flow('front')
  for (const [key, has] of PRINTED) {
    const pair = contents.items.find((d) => isScalar(d.key) && d.key.value === key)
    if (!pair || !has(edition)) continue
    for (const node of textsOf(pair.value)) {
      cutter.block(key)
      const letters = lettersOf(source, from, node)
      if (key === 'title-note') {
        const last = Math.max(0, letters.text.length - 1)
        const [start, end] = [letters.starts?.[0] ?? letters.at, letters.ends?.[last] ?? letters.at]
        cutter.call(noteLabel ?? letters.text, start, end, '')
      } else cutter.add(key === 'date' ? cut(letters, YEAR) : letters, '')
    }
  }
  cutter.divide()
}

/** One text, or a list of them. */
function textsOf(value: unknown): Node[] {
  const items: unknown[] = isSeq(value) ? value.items : [value]
  return items.filter((d) => isScalar(d) || isAlias(d))
}

function cut(letters: Letters, count: number): Letters {
  return { ...letters, text: letters.text.slice(0, count) }
}

function lettersOf(source: string, from: number, node: Node): Letters {
  const [start = 0, end = start] = node.range ?? []
  if (!isScalar(node)) return whole(source.slice(from + start, from + end), from + start, from + end)
  const text = typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))
  return placeScalar(source, text.normalize('NFC'), from + start, from + end, node.type)
}

/** Every letter is said by all of it. */
function whole(text: string, at: number, end: number): Letters {
  const starts = new Int32Array(text.length).fill(at)
  return { text, at, starts, ends: new Int32Array(text.length).fill(end) }
}

/** Letter by letter; white space counts for little, since lines are folded. */
function placeScalar(
  source: string,
  text: string,
  from: number,
  to: number,
  type: Scalar['type']
): Letters {
  const letters = whole(text, from, to)
  const quoted = type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE'
  let at = from
  if (quoted) at += 1
  if (type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL') at = source.indexOf('\n', at) + 1
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index] ?? ''
    const blank = BLANK.test(letter)
    if (!blank) at = passBlanks(source, at, to)
    const units = unitsOf(source, at, letter, type)
    if (units === 0 && !blank) return letters
    if (letters.starts && letters.ends) {
      letters.starts[index] = at
      letters.ends[index] = at + units
    }
    at += units
  }
  return letters
}

function passBlanks(source: string, from: number, to: number): number {
  let at = from
  while (at < to && BLANK.test(source[at] ?? '')) at += 1
  return at
}

/** How many code units say a letter; none where it is not there. */
function unitsOf(source: string, at: number, letter: string, type: Scalar['type']): number {
  if (type === 'QUOTE_DOUBLE' && source[at] === '\\')
    return ESCAPE.exec(source.slice(at, at + 10))?.[0].length ?? 0
  if (source[at] !== letter) return 0
  return type === 'QUOTE_SINGLE' && letter === "'" ? 2 : 1
}
