// Marks that were set well, made straight as a typewriter has them, must come back; nothing but marks may change, a second
// run finds nothing to do, and a language other than English is left alone.
import fc from 'fast-check'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { importText } from '../../src/import.ts'
import { curlQuotes } from '../../src/import/curl-quotes.ts'
import { decode } from '../../src/import/decode.ts'
import { everyBlock } from '../../src/import/draft.ts'
import { englishWords } from '../../src/import/english-words.ts'
import { readDraft } from '../../src/import/read-draft.ts'

const HEAD = '---\ntitle: Marks\nlanguage: en-GB\n---\n\n'

async function imported(text: string, head = HEAD): Promise<VFile> {
  return importText(new VFile({ path: 'source.txt', value: `${head}${text}\n` }))
}

async function curled(text: string): Promise<string> {
  return String(await imported(text))
    .slice(HEAD.length)
    .trimEnd()
}

function straight(text: string): string {
  return text.replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'")
}

const WELL_SET = [
  '‘I’m goin’ to th’ market wi’ ’im,’ she said, ‘an’ ’e’ll come ’ome ’ungry.’',
  '“I’m goin’ to th’ market wi’ ’im,” she said, “an’ ’e’ll come ’ome ’ungry.”',
  '‘’E never!’ said the girl. ‘’E never went an’ ’it ’er, did ’e?’',
  '“’Old ’ard!” he cried. “Who left ’is ’at i’ the ’all?”',
  '“’Tis true,” she said; “’twas so in ’48, and in the ’60s, and ’e knows it.”',
  '‘“Go!” he said, and I went,’ she told them.',
  'He said, “no,” and went. “He said, ‘no.’”',
  '“‘Both,’ he said, ‘are short.’”',
  'The workers’ rights, the bosses’ fears, and James’s p’s and q’s of the 1970’s.',
  'The ‘dry’ plate and the ‘wet’ one: ‘official’, as they say, or ‘un-official’.',
  'O’Connor met d’Encausse at six o’clock to hear rock ’n’ roll.',
  '*‘Yes,’* he said. ‘*No*,’ she said. “**Well**,” said I.',
  '“I was—” he began. “… in the end,” it said (or “so they say”).',
  '‘I say’—here he rose—‘that it is so.’ [‘It is,’ he added.]',
  'The ‘pre’-war years, and the “second” edition of “The Stone”, “The Forme” and “Ink”.',
  '“Why?” “Because.” ‘Why?’ ‘Because.’',
  '“‘Word’ is ‘word’,” he said, “and workers’ ‘control’ is ‘control’.”',
  '“The first of two paragraphs opens.\n\n“The second opens too, and closes.”'
]

describe('marks that were made straight come back', () => {
  test.for(WELL_SET)('%s', async (text) => {
    expect(await curled(straight(text))).toBe(text)
    expect(await curled(text)).toBe(text)
  })

  test('in any order and all in one text', async () => {
    const one = fc.constantFrom(...WELL_SET.slice(1, -1).filter((d) => d.startsWith('“')))
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 6 }), async (texts) => {
        const text = texts.join('\n\n')
        expect(await curled(straight(text))).toBe(text)
      }),
      { numRuns: 40 }
    )
  })
})

test('marks that are curly already stay as they are, even wrong ones', async () => {
  expect(await curled("She saw ‘em, 'e said. ‘Yes,' said I, 'no.’")).toBe(
    'She saw ‘em, ’e said. ‘Yes,’ said I, ‘no.’'
  )
})

test('feet and inches, minutes and a lone mark are left, and asked about once a paragraph', async () => {
  const text = `A board of 6' 2" by 5" at 30° 15'.\n\nA stray " here.`
  const file = await imported(text)
  expect(String(file)).toBe(`${HEAD}${text}\n`)
  const asked = file.messages.filter((d) => d.ruleId === 'curl-quotes')
  expect(asked.map((d) => [d.fatal, d.line])).toEqual([
    [false, 6],
    [false, 8]
  ])
})

test('of any text only marks change, and a second run changes nothing', async () => {
  const atoms = `'|"|‘|’|“|”| | |a|The|goin|ome|em|, |. |—|-|…|(|)|5|\n\n|[^1]|*`.split('|')
  const scraps = fc.array(fc.constantFrom(...atoms), { maxLength: 40 }).map((d) => d.join(''))
  const lexicon = await englishWords()
  const run = (text: string): string => {
    const file = new VFile({ path: 'source.txt', value: text })
    const draft = { ...readDraft(file, decode(file)), language: 'en', lexicon }
    curlQuotes(draft)
    return everyBlock(draft)
      .map((d) => d.content.text)
      .join('\n\n')
  }
  fc.assert(
    fc.property(scraps, (scrap) => {
      const text = `A ${scrap} z`
      const once = run(text)
      expect(straight(once).replace(/\s/gu, '')).toBe(straight(text).replace(/\s/gu, ''))
      expect(run(once)).toBe(once)
    }),
    { numRuns: 1000 }
  )
})

test('other languages keep their marks', async () => {
  for (const language of ['de', 'fr']) {
    const head = HEAD.replace('en-GB', language)
    const text = `Er sagte: "Ja", und 's war gut. L'eau.`
    expect(String(await imported(text, head))).toBe(`${head}${text}\n`)
  }
})
