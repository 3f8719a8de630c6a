// What must hold of any text: import never throws but with a message, changes nothing the second time, and loses no word.
import fc from 'fast-check'
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { expect, test } from 'vitest'
import { importText } from '../../src/import.ts'

/** The manuscript, or undefined when the text is refused with a message. */
async function imported(value: string | Uint8Array): Promise<string | undefined> {
  try {
    return String(await importText(new VFile({ path: 'source.txt', value })))
  } catch (error) {
    if (error instanceof VFileMessage && error.fatal) return undefined
    throw error
  }
}

let number = 0
const word = fc.constant('').map(() => `w${String(++number).padStart(6, '0')}`)
const sign = fc.constantFrom('', '', '', ',', ';', '’s', '” –')
const sentence = fc
  .array(fc.tuple(word, sign), { minLength: 3, maxLength: 12 })
  .map((d) => `The ${d.map(([a, b]) => a + b).join(' ')}.`)
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((d) => d.join(' '))
const blocks = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: paragraph },
    paragraph.map((d) => `> ${d}`),
    sentence.map((d) => `## ${d}`),
    fc.array(sentence, { minLength: 1, maxLength: 3 }).map((d) => d.map((t) => `- ${t}`).join('\n'))
  ),
  { minLength: 1, maxLength: 8 }
)

/** A clean manuscript with notes, its calls at the ends of paragraphs. */
const manuscript = fc.tuple(blocks, fc.array(paragraph, { maxLength: 5 })).map(([text, notes]) => {
  const called = text.map((d, i) => (i < notes.length ? `${d}[^${i + 1}]` : d))
  const missing = notes.slice(text.length).map((_, i) => `More[^${text.length + i + 1}].`)
  const written = notes.map((d, i) => `[^${i + 1}]: ${d}`)
  const head = '---\ntitle: A\nlanguage: en-GB\n---'
  return `${[head, ...called, ...missing, ...written].join('\n\n')}\n`
})

/** What a scan does to a manuscript; every word stays, if in two pieces. */
const damages: readonly ((text: string, at: number) => string)[] = [
  (text) => text.replace(/“/gu, '"').replace(/”/gu, '"').replaceAll('’', "'"),
  (text) => text.replaceAll(' – ', ' - '),
  (text) =>
    text.replace(/\[\^(\d+)\]: /gu, '<sup>$1</sup>').replace(/\[\^(\d+)\]/gu, '<sup>$1</sup>'),
  (text) => text.replace(/^> (.*)$/gmu, '**"$1"**'),
  (text, at) =>
    text.replace(/(?<=^The.*) (?=w)/gmu, (d, i: number) => (i % 97 === at ? '\n\n' : d)),
  (text) => text.replace('---\ntitle: A\nlanguage: en-GB\n---', '# A'),
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replace(/^## /gmu, '#### ')
]

function words(text: string): string[] {
  return text.match(/w\d{6}/gu)?.toSorted() ?? []
}

test('a clean manuscript stays as it is', async () => {
  await fc.assert(
    fc.asyncProperty(manuscript, async (text) => {
      const once = await imported(text)
      expect(await imported(once ?? '')).toBe(once)
    }),
    { numRuns: 100 }
  )
})

test('no word of a damaged manuscript is lost or doubled', async () => {
  const damaged = fc.tuple(manuscript, fc.subarray([...damages]), fc.nat(96))
  await fc.assert(
    fc.asyncProperty(damaged, async ([text, chosen, at]) => {
      const rough = chosen.reduce((d, damage) => damage(d, at), text)
      const once = (await imported(rough)) ?? ''
      expect(words(once)).toEqual(words(rough))
      expect(await imported(once)).toBe(once)
    }),
    { numRuns: 200 }
  )
})

const ATOMS =
  `a|the|"|'|"x|'tis| |  |\n|\n\n|- |--|...|**|*|_|# |## |### 1.1. |> |<sup>1</sup>|<sup>2</sup>|[^1]|[^1]: |[1] |1. |1914-18|●|bal-|\`code\`|    |\\|&amp;|<b>|---|By Jane Doe|é|\t|](x)|[|(|)|\u00AD|ﬁ|~~|<!-- |-->|\`\`\`\n|⁷|: `.split(
    '|'
  )
const scraps = fc.array(fc.constantFrom(...ATOMS), { maxLength: 40 }).map((d) => d.join(''))

test('any string gives a manuscript or a message', async () => {
  const any = fc.oneof(scraps, fc.string({ unit: 'binary', maxLength: 80 }))
  await fc.assert(
    fc.asyncProperty(any, async (text) => {
      expect(typeof (await imported(text))).toMatch(/string|undefined/u)
    }),
    { numRuns: 600 }
  )
})

test('any bytes give a manuscript or a message', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      expect(typeof (await imported(bytes))).toMatch(/string|undefined/u)
    }),
    { numRuns: 300 }
  )
})
