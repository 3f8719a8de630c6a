// Manuscripts that are valid and hard on a press, made by chance: out come Markdown and, without any parser, what must
// become of it. Its text is words that hyphenate, and among them tokens such as `w000017`, each of which stands in the
// manuscript once; no other word has a `w`.
//
//     w000001 dila _fote w000002,[^toString]_ … [^toString]: w000003 mape
import * as fc from 'fast-check'

/** A note of a manuscript. */
export interface ExpectedNote {
  /** The first of them is its first word. */
  tokens: readonly string[]
  /** The token that its first call stands behind; undefined when the title calls it. */
  neighbour: string | undefined
}

/** A manuscript in several spellings, and what every edition of it must hold. */
export interface Manuscript {
  /** Its notes stand where chance put them. */
  text: string
  /** The same with its notes at its end, in the order of their calls. */
  inOrder: string
  /** The same with its notes at its end, the last first. */
  reversed: string
  /** Tokens of the text, in order. */
  body: readonly string[]
  /** Those of the headings that the contents repeat. */
  contents: readonly string[]
  /** In the order of their numbers. */
  notes: readonly ExpectedNote[]
  /** Numbers that the calls of the text show, in order; the title's call is not among them. */
  calls: readonly number[]
  /** In millimetres. */
  trim: { width: number; height: number }
  /** How fast-check shows it when it has failed. */
  [fc.toStringMethod]: () => string
}

/** Where a token, a call of the next note, and another call of a note will stand. */
const [TOKEN, CALL, AGAIN] = ['\uE000', '\uE001', '\uE002']
const OPEN_PLACE = /[\uE000-\uE002]/gu
const SYLLABLES =
  'ba be co da di do fa fi fo ga ki la le li lu ma me mi na no pa po ra ri sa so ta te ti to va ve né ü ffi fl stra tion'
const ENTITIES =
  '&amp; &eacute;pa &lt;mo&gt; sa&nbsp;lo po&shy;ti &#8217;ta &hellip; &ndash; &copy;'
const TAGS = 'sup sub small q i b u s mark kbd abbr cite span var dfn ins'
const LABELS =
  'a 1 007 note-a constructor __proto__ toString hasOwnProperty prototype valueOf é Straße İ a.b * _ <b> x:y "q" &amp; 日本 # % \\[x\\] call-1 note-1 w'
const LANGUAGES = 'en-GB en-US de fr es it pt nl sv pl ru fi'

const syllable = fc.constantFrom(...SYLLABLES.split(' '))
const word = (least: number, most: number) =>
  fc.array(syllable, { minLength: least, maxLength: most, size: 'max' }).map((d) => d.join(''))
const plain = word(1, 5)
const token = fc.constant(TOKEN)
const anyTag = fc.constantFrom(...TAGS.split(' '))
const punctuated = fc
  .tuple(fc.oneof(plain, token), fc.constantFrom('“ ”', '‘ ’', '( )', ' ,', ' .', ' —', ' ;', ' ?'))
  .map(([d, around]) => around.split(' ').join(d))
const anyWord = fc.oneof(
  { weight: 80, arbitrary: plain },
  { weight: 30, arbitrary: token },
  { weight: 8, arbitrary: punctuated },
  { weight: 2, arbitrary: fc.tuple(plain, token).map((d) => d.join('–')) },
  { weight: 2, arbitrary: fc.constantFrom(...ENTITIES.split(' ')) },
  { weight: 1, arbitrary: word(10, 24) }
)
const words = (most: number, least = 1) => spaced(anyWord, most, least)
function spaced(arbitrary: fc.Arbitrary<string>, most: number, least = 1) {
  return fc.array(arbitrary, { minLength: least, maxLength: most, size: 'max' }).map(joinWith(' '))
}

const joinWith = (between: string) => (parts: readonly string[]) => parts.join(between)

/** What may stand in a line: calls not in notes, ends of lines not in headings and cells. */
function inlines(may: { call: boolean; end: boolean; most: number }): fc.Arbitrary<string> {
  const { most } = may
  const few = words(3)
  const leaf = fc.oneof(
    { weight: 12, arbitrary: words(most) },
    { weight: 1, arbitrary: few.map((d) => `[${d}](https://example.org/a?b=c&d=e)`) },
    { weight: 1, arbitrary: spaced(fc.oneof(plain, token), 3).map((d) => `\`${d}\``) },
    { weight: 1, arbitrary: plain.map((d) => `${d} <!-- ${d} - ${d} -->`) },
    { weight: may.call ? 2 : 0, arbitrary: fc.constant(`${TOKEN},${CALL}`) },
    { weight: may.call ? 1 : 0, arbitrary: fc.constant(`${TOKEN}.${AGAIN}`) },
    { weight: may.end ? 1 : 0, arbitrary: few.map((d) => `${d}  \n${TOKEN}`) },
    { weight: may.end ? 1 : 0, arbitrary: few.map((d) => `${d}\\\n${TOKEN}`) },
    { weight: may.end ? 1 : 0, arbitrary: few.map((d) => `${d} <br>${TOKEN}`) },
    { weight: may.end ? 1 : 0, arbitrary: few.map((d) => `${d}\n${TOKEN}`) }
  )
  const { line } = fc.letrec<{ line: string; piece: string }>((tie) => ({
    line: spaced(tie('piece'), most > 3 ? 5 : 2),
    piece: fc.oneof(
      { maxDepth: most > 3 ? 3 : 1 },
      { weight: 8, arbitrary: leaf },
      { weight: 1, arbitrary: tie('line').map((d) => `_${d}_`) },
      { weight: 1, arbitrary: tie('line').map((d) => `**${d}**`) },
      { weight: 1, arbitrary: fc.tuple(anyTag, tie('line')).map(([t, d]) => `<${t}>${d}</${t}>`) }
    )
  }))
  return line.map((d) => d.replace(/^(?=<)/u, `${TOKEN} `)) // A line that opens with a tag may be a block of HTML.
}

/** Blocks that may stand in one another. */
function blocks(call: boolean): fc.Arbitrary<string> {
  const paragraph = inlines({ call, end: true, most: 16 })
  const cell = inlines({ call, end: false, most: 3 })
  const code = fc
    .array(spaced(fc.oneof(plain, token), 2), { minLength: 1, maxLength: 12, size: 'max' })
    .map((d) => ['```text', ...d, '```'].join('\n'))
  const { block } = fc.letrec<{ block: string; several: string }>((tie) => ({
    several: fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map(joinWith('\n\n')),
    block: fc.oneof(
      { maxDepth: 2 },
      { weight: 10, arbitrary: paragraph },
      { weight: 2, arbitrary: tie('several').map((d) => indent(d, '> ', '> ')) },
      { weight: 3, arbitrary: list(paragraph, tie('block')) },
      { weight: 2, arbitrary: table(cell) },
      { weight: 1, arbitrary: code },
      { weight: 1, arbitrary: fc.constantFrom('* * *', '---', '***') }
    )
  }))
  return block
}

/** A list behind a line of its own, so that two of them never are one. */
function list(paragraph: fc.Arbitrary<string>, block: fc.Arbitrary<string>) {
  const item = fc.tuple(paragraph, fc.array(block, { maxLength: 1 })).map((d) => d.flat())
  const items = fc.array(item, { minLength: 1, maxLength: 4 })
  const mark = fc.constantFrom('- ', '* ', '1. ', '7. ')
  return fc.tuple(items, mark, fc.boolean()).map(([written, first, tight]) => {
    const rows = written.map((d) => indent(d.join('\n\n'), first, ' '.repeat(first.length)))
    return [`${TOKEN}:`, rows.join(tight ? '\n' : '\n\n')].join('\n\n')
  })
}

function table(cell: fc.Arbitrary<string>) {
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 })
  const rules = fc.array(fc.constantFrom('---', ':--', '--:', ':-:'), {
    minLength: 1,
    maxLength: 3
  })
  return fc
    .tuple(rows, rules)
    .map(([[head = [], ...more], columns]) =>
      [head, columns, ...more]
        .map((row) => `| ${row.slice(0, columns.length).join(' | ')} |`)
        .join('\n')
    )
}

function indent(text: string, first: string, next: string): string {
  return first + text.replaceAll('\n', `\n${next}`)
}

const heading = fc
  .tuple(fc.constantFrom('##', '##', '###', '####'), inlines({ call: true, end: false, most: 3 }))
  .map(joinWith(' '))
const noteBlocks = fc.array(blocks(false), { minLength: 1, maxLength: 2 }).map(joinWith('\n\n'))
const noteText = fc.oneof(
  { weight: 20, arbitrary: words(30).map((d) => `${TOKEN} ${d}`) },
  { weight: 4, arbitrary: noteBlocks.map((d) => `${TOKEN}\n\n${d}`) },
  { weight: 1, arbitrary: words(600, 200).map((d) => `${TOKEN} ${d}`) }
)
const record = fc.record({
  title: spaced(plain, 6),
  author: spaced(plain, 3),
  language: fc.constantFrom(...LANGUAGES.split(' ')),
  endMark: fc.boolean(),
  titleNote: fc.boolean(),
  width: fc.integer({ min: 105, max: 210 }),
  height: fc.integer({ min: 148, max: 297 })
})
const topBlock = fc.oneof({ weight: 1, arbitrary: heading }, { weight: 4, arbitrary: blocks(true) })
const draft = fc.record({
  record,
  blocks: fc.array(topBlock, { minLength: 1, maxLength: 8, size: 'max' }),
  notes: fc.array(fc.tuple(noteText, fc.nat(1000)), { maxLength: 14, size: 'max' }),
  labels: fc.shuffledSubarray(LABELS.split(' '))
})
type Draft = typeof draft extends fc.Arbitrary<infer T> ? T : never

/** A manuscript by chance. */
export function manuscript(): fc.Arbitrary<Manuscript> {
  return draft.map(write)
}

/** Number the tokens, call the notes, and put their definitions into their places. */
function write({ record: about, blocks: parts, notes: texts, labels }: Draft): Manuscript {
  const { fill, neighbours, calls } = numbering(texts.length, labels, about.titleNote)
  const body = parts.map(fill)
  const notes = neighbours.map((neighbour, index) => {
    const [text = '', place = 0] = texts[index] ?? []
    const written = fill(text)
    const definition = indent(written, `[^${labelOf(index, labels)}]: `, '    ')
    return { neighbour, definition, place: place % (body.length + 1), tokens: tokensOf(written) }
  })
  const head = frontMatter(about, neighbours[0] === undefined && notes.length > 0, labels)
  const join = (pieces: readonly string[]) => `${[head, ...pieces].join('\n\n')}\n`
  const at = (place: number) => notes.filter((d) => d.place === place).map((d) => d.definition)
  const contents = body.filter((d) => /^###? /u.test(d))
  const text = join([...at(0), ...body.flatMap((d, index) => [d, ...at(index + 1)])])
  return {
    text,
    inOrder: join([...body, ...notes.map((d) => d.definition)]),
    reversed: join([...body, ...notes.map((d) => d.definition).toReversed()]),
    body: body.flatMap(tokensOf),
    contents: contents.length < 2 ? [] : contents.flatMap(tokensOf),
    notes: notes.map(({ neighbour, tokens }) => ({ neighbour, tokens })),
    calls,
    trim: about,
    [fc.toStringMethod]: () => `\n${text}`
  }
}

/** What fills the places that chance left open, and what it has come to. */
function numbering(most: number, labels: readonly string[], titleNote: boolean) {
  let count = 0
  const neighbours: (string | undefined)[] = titleNote && most > 0 ? [undefined] : []
  const calls: number[] = []
  const call = (sign: string): string => {
    if (sign === CALL && neighbours.length < most) neighbours.push(tokenOf(count))
    else if (sign === CALL || neighbours.length === 0) return ''
    const index = sign === CALL ? neighbours.length - 1 : count % neighbours.length
    calls.push(index + 1)
    return `[^${labelOf(index, labels)}]`
  }
  const fill = (text: string) =>
    text.replace(OPEN_PLACE, (sign) => (sign === TOKEN ? tokenOf((count += 1)) : call(sign)))
  return { fill, neighbours, calls }
}

const labelOf = (index: number, labels: readonly string[]) => labels[index] ?? `n${index}`
const tokenOf = (count: number) => `w${String(count).padStart(6, '0')}`

/** Every token in a text, in order. */
export const tokensOf = (text: string): string[] => text.match(/w\d{6}/gu) ?? []

function frontMatter(about: Draft['record'], noted: boolean, labels: readonly string[]): string {
  const { title, author, language, endMark, width, height } = about
  return [
    '---',
    `title: ${title}`,
    `author: ${author}`,
    `language: ${language}`,
    ...(endMark ? ['end-mark: ●'] : []),
    ...(noted ? [`title-note: ${JSON.stringify(labelOf(0, labels))}`] : []),
    `trim: ${width} x ${height}`,
    '---'
  ].join('\n')
}
