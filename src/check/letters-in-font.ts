// Letters that the type has no drawing for: another face of the machine stands in for them, or an empty box (promise P8).
// Each letter is told once, at its first place. Emphasis is set in italic, which has fewer letters, and code in another type.
//
//     a checkmark: ✓
import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import type { FaceName, LettersOf, UsedFaces } from '../faces.ts'
import { nameOf, perLetter, quote } from './findings.ts'
import type { Finding, LetterAt } from './findings.ts'
import type { Prose, Spot } from './prose.ts'

/** A letter, and the faces that it is set in. */
interface Asked extends LetterAt {
  of: LettersOf
}

const DRAWN = /[^\s\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\uFFFC\uFFFD]/gu

/** @param faces those of the edition's design, with their letters */
export function lettersInFont(faces: UsedFaces) {
  return function* rule(prose: Prose): Generator<Finding> {
    yield* missing(textOf(prose, faces), spokenName)
    yield* missing(emphasised(prose, faces), spokenName)
    yield* missing(codeOf(prose, faces), (d) => `the type of code, ${spokenName(d)},`)
  }
}

/** Each kind of letter that a face has not, with the first such face. */
function missing(letters: Iterable<Asked>, spoken: (face: FaceName) => string): Iterable<Finding> {
  const lacking = new Map<string, FaceName>()
  const found: LetterAt[] = []
  for (const asked of letters) {
    const face = lackingOf(asked)
    if (face === undefined) continue
    found.push(asked)
    if (!lacking.has(asked.letter)) lacking.set(asked.letter, face)
  }
  return perLetter(found, (letter) => {
    const face = lacking.get(letter)
    const name = face === undefined ? '' : spoken(face)
    return `Unexpected ${quote(letter)} (${nameOf(letter)}), expected a letter that ${name} has`
  })
}

function lackingOf({ letter, of }: Asked): FaceName | undefined {
  const code = letter.codePointAt(0) ?? 0
  return [...of].find(([, letters]) => !letters.has(code))?.[0]
}

/** `EB Garamond`, `the italic of EB Garamond` */
function spokenName(face: FaceName): string {
  const [, family = '', cut = ''] = /^(.*?) (roman|italic|bold(?: italic)?)$/u.exec(face) ?? []
  return cut === 'roman' ? family : `the ${cut} of ${family}`
}

/** What is printed of the front matter, and the text; the end mark is drawn and not set. */
function* textOf(prose: Prose, faces: UsedFaces): Generator<Asked> {
  const { blocks, edition, rows } = prose
  const { title, subtitle, part, authors, publisher, place, rights } = edition
  const last = rows.indexOf('---', 1)
  for (const value of [title, subtitle, part, ...authors, publisher, place, rights])
    for (const [letter] of (value ?? '').matchAll(DRAWN)) {
      const index = rows.findIndex((row, at) => at < last && row.includes(letter))
      const spot = { line: Math.max(index, 0) + 1, column: (rows[index]?.indexOf(letter) ?? 0) + 1 }
      yield { letter, of: faces.front, spot: () => spot }
    }
  const kinds = kindsOf(prose)
  for (const { text, spotAt } of blocks) {
    const of = faces[kinds.get(spotAt(0).line) ?? 'text']
    for (const { 0: letter, index } of text.matchAll(DRAWN))
      yield { letter, of, spot: () => spotAt(index) }
  }
}

/** The lines that are no paragraph's. */
function kindsOf({ tree }: Prose): ReadonlyMap<number, 'headings' | 'table'> {
  const kinds = new Map<number, 'headings' | 'table'>()
  visit(tree, (node: Nodes) => {
    if (node.type !== 'heading' && node.type !== 'table') return
    const { start, end } = node.position ?? {}
    for (let line = start?.line ?? 1; line <= (end?.line ?? 0); line += 1)
      kinds.set(line, node.type === 'heading' ? 'headings' : 'table')
  })
  return kinds
}

/** What the roman has not is told already. */
function* emphasised({ blocks }: Prose, { text: roman, italic }: UsedFaces): Generator<Asked> {
  for (const { text, spotAt, italicAt } of blocks)
    for (const { 0: letter, index } of text.matchAll(DRAWN)) {
      if (!italicAt(index)) continue
      const asked = { letter, of: italic, spot: () => spotAt(index) }
      if (lackingOf({ ...asked, of: roman }) === undefined) yield asked
    }
}

function* codeOf({ tree, rows }: Prose, { code: of }: UsedFaces): Generator<Asked> {
  const found: Asked[] = []
  visit(tree, (node) => {
    if (node.type !== 'code' && node.type !== 'inlineCode') return
    const { start, end } = node.position ?? {}
    if (!start || !end) return
    for (const [letter] of node.value.matchAll(DRAWN))
      found.push({ letter, of, spot: () => firstOf(letter, rows, start, end.line) })
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
