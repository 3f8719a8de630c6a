// Letters that the type has no drawing for: another face of the machine stands in for them, or an empty box (promise P8).
// Each letter is told once, at its first place. Emphasis is set in italic, which has fewer letters, and code in another type.
//
//     a checkmark: ✓
import { visit } from 'unist-util-visit'
import type { FaceLetters } from '../faces.ts'
import { nameOf, perLetter, quote } from './findings.ts'
import type { Finding, LetterAt } from './findings.ts'
import type { Prose, Spot } from './prose.ts'

const DRAWN = /[^\s\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\uFFFC\uFFFD]/gu

/** @param faces the code points that each face has */
export function lettersInFont({ roman, italic, code }: FaceLetters) {
  return function* rule(prose: Prose): Generator<Finding> {
    yield* perLetter(missing(textOf(prose), roman), (d) => expected(d, 'EB Garamond'))
    yield* perLetter(missing(emphasised(prose), italic, roman), (d) =>
      expected(d, 'the italic of EB Garamond')
    )
    yield* perLetter(missing(codeOf(prose), code), (d) =>
      expected(d, 'the type of code, Courier Prime,')
    )
  }
}

function expected(letter: string, face: string): string {
  return `Unexpected ${quote(letter)} (${nameOf(letter)}), expected a letter that ${face} has`
}

/** Those that the face has not; what another one has not is told there. */
function* missing(
  letters: Iterable<LetterAt>,
  face: ReadonlySet<number>,
  other?: ReadonlySet<number>
): Generator<LetterAt> {
  for (const found of letters) {
    const code = found.letter.codePointAt(0) ?? 0
    if (!face.has(code) && (other?.has(code) ?? true)) yield found
  }
}

/** What is printed of the front matter, and the text; the end mark is drawn and not set. */
function* textOf({ blocks, edition, rows }: Prose): Generator<LetterAt> {
  const { title, subtitle, part, authors, publisher, place, rights } = edition
  const last = rows.indexOf('---', 1)
  for (const value of [title, subtitle, part, ...authors, publisher, place, rights])
    for (const [letter] of (value ?? '').matchAll(DRAWN)) {
      const index = rows.findIndex((row, at) => at < last && row.includes(letter))
      const spot = { line: Math.max(index, 0) + 1, column: (rows[index]?.indexOf(letter) ?? 0) + 1 }
      yield { letter, spot: () => spot }
    }
  for (const { text, spotAt } of blocks)
    for (const { 0: letter, index } of text.matchAll(DRAWN))
      yield { letter, spot: () => spotAt(index) }
}

function* emphasised({ blocks }: Prose): Generator<LetterAt> {
  for (const { text, spotAt, italicAt } of blocks)
    for (const { 0: letter, index } of text.matchAll(DRAWN))
      if (italicAt(index)) yield { letter, spot: () => spotAt(index) }
}

function* codeOf({ tree, rows }: Prose): Generator<LetterAt> {
  const found: LetterAt[] = []
  visit(tree, (node) => {
    if (node.type !== 'code' && node.type !== 'inlineCode') return
    const { start, end } = node.position ?? {}
    if (!start || !end) return
    for (const [letter] of node.value.matchAll(DRAWN))
      found.push({ letter, spot: () => firstOf(letter, rows, start, end.line) })
  })
  yield* found
}

function firstOf(letter: string, rows: readonly string[], start: Spot, last: number): Spot {
  for (let line = start.line; line <= last; line += 1) {
    const column = rows[line - 1]?.indexOf(letter, line === start.line ? start.column - 1 : 0) ?? -1
    if (column !== -1) return { line, column: column + 1 }
  }
  return start
}
