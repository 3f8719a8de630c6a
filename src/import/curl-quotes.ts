// Straight quotation marks and apostrophes become curly: `'Official communism'` → `‘Official communism’`, `workers'` →
// `workers’`, `'twas` → `’twas`. Each paragraph is judged as a whole. Marks that are curly already stay as they are; feet and
// inches, and a mark that nothing explains, are left for the editor.
import { wordCosts } from './apostrophes.ts'
import type { Block, Draft } from './draft.ts'
import { ask, edit, everyBlock } from './draft.ts'
import { isEnglish } from './language.ts'
import type { Words } from './quote-apostrophes.ts'
import type { Role, Verdict } from './quote-balance.ts'
import { balance } from './quote-balance.ts'
import { choiceOf } from './quote-costs.ts'
import { houseOf } from './quote-house.ts'
import type { Mark } from './quote-marks.ts'
import { marksOf } from './quote-marks.ts'
import { readSigns } from './quote-reading.ts'
import type { Edit, Stretch } from './stretch.ts'
import { placeAt } from './stretch.ts'

const RULE = 'curl-quotes'
const STRAIGHT = /["']/u
const BEGINNING = /^[\s*_]*(["'“‘’]{1,3})/u
const WORD = /^[\p{L}\p{M}\p{N}]$/u
const DIGIT = /^\p{N}$/u
const NEAR = 12
const DOUBTFUL = 3
const INSIDE: Verdict = { role: 'apostrophe', margin: Infinity }

/** Set quotation marks and apostrophes, in English; each language has its own marks. */
export function curlQuotes(draft: Draft): void {
  if (!isEnglish(draft.language)) return
  const blocks = everyBlock(draft)
  if (!blocks.some((d) => STRAIGHT.test(d.content.text))) return
  const house = houseOf(blocks.map((d) => d.content.text))
  const words = {
    ...house,
    ...wordCosts({ ...house, lexicon: draft.lexicon }),
    lexicon: draft.lexicon
  }
  for (const [i, block] of blocks.entries())
    if (STRAIGHT.test(block.content.text)) {
      const next = begins(blocks[i + 1]?.content.text ?? '')
      edit(draft, block, curled(draft, block, words, next), RULE)
    }
}

/** The marks with which a text begins, as open quotations: `D` double, `S` single. */
function begins(text: string): string {
  const marks = BEGINNING.exec(text)?.[1] ?? ''
  return marks.replace(/["“]/gu, 'D').replace(/['‘’]/gu, 'S')
}

function curled(draft: Draft, { content }: Block, words: Words, next: string): Edit[] {
  const { signs, at, prose } = readSigns(draft, content)
  const marks = marksOf(signs)
  const loose = marks.filter((d) => !insideWord(signs, d))
  const verdicts = balance(
    loose.map((d) => choiceOf(d, words)),
    { outer: words.outer, next }
  )
  const roles = new Map(loose.map((d, k) => [d, verdicts[k] ?? INSIDE]))
  const edits: Edit[] = []
  let left = false
  for (const mark of marks) {
    if (!STRAIGHT.test(mark.sign) || prose[mark.at] !== true) continue
    const { role, margin } = roles.get(mark) ?? INSIDE
    const index = at[mark.at] ?? 0
    const put = signFor(mark, role)
    if (put !== undefined) edits.push({ at: index, cut: 1, put })
    if ((put === undefined && !left) || margin < DOUBTFUL) doubt(draft, content, index, put)
    left ||= put === undefined
  }
  return edits
}

/** Between two letters a single mark is an apostrophe: `don't`, `O'Hara`, `the 1970's`. */
function insideWord(signs: readonly string[], { at, double }: Mark): boolean {
  const [left, right] = [signs[at - 1] ?? '', signs[at + 1] ?? '']
  if (double || (DIGIT.test(left) && DIGIT.test(right))) return false
  return WORD.test(left) && WORD.test(right)
}

function signFor({ double }: Mark, role: Role): string | undefined {
  if (role === 'measure') return undefined
  if (role === 'open') return double ? '“' : '‘'
  return double ? '”' : '’'
}

/** Ask about a mark that was left, the first of its paragraph only, and about one that could as well be the other. */
function doubt(draft: Draft, content: Stretch, at: number, put: string | undefined): void {
  const near = content.text.slice(Math.max(0, at - NEAR), at + NEAR).replace(/\s+/gu, ' ')
  const expected =
    put === undefined ? 'a quotation mark or a measure' : `\`${put}\` or another mark`
  ask(
    draft,
    placeAt(content, at),
    RULE,
    `Unexpected straight mark in \`${near}\`, expected ${expected}`
  )
}
