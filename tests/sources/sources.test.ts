// Every folder beside this file is a manuscript with notes that lean on others: `sources.txt` is what is found, or why not,
// and `out.html` the notes of the EPUB.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Element, Nodes } from 'hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { compose } from '../../src/compose.ts'
import { setSources } from '../../src/compose/set-sources.ts'
import type { Note } from '../../src/compose/book.ts'
import { parseManuscript } from '../../src/manuscript.ts'
import { notesInOrder, sourcesOf, wordsOf } from '../../src/sources.ts'
import type { Source } from '../../src/sources.ts'
import { casesOf } from '../cases.ts'

test.each(casesOf('sources'))('$name', async ({ folder }) => {
  const text = readFileSync(join(folder, 'in.md'), 'utf8')
  const file = new VFile({ path: 'in.md', value: text })
  const tree = parseManuscript(file)
  const { language = 'en', titleNote } = file.data.edition ?? {}
  const sources = sourcesOf(text, notesInOrder(tree, titleNote), language)
  await expect(sources.map((d) => row(d, text)).join('')).toMatchFileSnapshot(
    join(folder, 'sources.txt')
  )
  const notes = await notesOf(text)
  const html = notes.map(setSources).map((d) => `${d.number} ${htmlOf(d).trim()}\n`)
  await expect(html.join('')).toMatchFileSnapshot(join(folder, 'out.html'))
  expect(notes.flatMap((d) => d.sources ?? [])).toEqual(sources)
  for (const note of notes) expect(printed(setSources(note))).toBe(printed(note))
})

/** `2 before [Ibid.] A. Marlow, Tides (from 1)` */
function row({ note, words, nth, opens, from, to, ...source }: Source, text: string): string {
  const { content, origin, reason } = source
  const place = words === '' ? 'at the end' : opens ? 'before' : 'behind'
  expect(words === '' || text.slice(from, to).includes(words.slice(-1))).toBe(true)
  const again = nth > 0 ? ` ${nth + 1}.` : ''
  const means = reason === undefined ? wordsOf(content) || '–' : `unknown: ${reason}`
  const by = origin === undefined ? (reason === undefined ? ' (the editor)' : '') : ` (${origin})`
  return `${note} ${place} [${words}]${again} ${means}${by}\n`
}

async function notesOf(value: string): Promise<readonly Note[]> {
  const file = await compose(new VFile({ path: 'in.md', value }))
  return file.data.book?.notes ?? []
}

function htmlOf({ children }: Note): string {
  return unified()
    .use(rehypeStringify)
    .stringify({ type: 'root', children: [...children] })
}

/** What a note prints: all but the sources. */
function printed({ children }: Note): string {
  return children.map(lettersOf).join('')
}

function lettersOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && isSource(node)) return ''
  return 'children' in node ? node.children.map(lettersOf).join('') : ''
}

function isSource({ properties }: Element): boolean {
  return String(properties.className) === 'source'
}

const piece = fc.constantFrom(
  ...'*Ibid.*|ibid|*ibid.,*|op. cit.|*op. cit.*, p. 5|Idem,|Id.|loc. cit.|Vol 2|See|note 1|n. 2|Marlow,|A. Marlow|and|de|(|)|[|]|“|”|‘Foam’|in'.split(
    '|'
  ),
  ...'*Tides*|*CW*|**bold**|`ibid`|<b>ibid</b>|<!-- source: *A* b -->|<!-- source: -->|<!-- source: [^1] -->|(London, 1901)|London 1901|;|,|.|p. 5|pp. 5–7|1901|\\\n|ebd.|a. a. O.|&amp;|![x](y.svg)|[link](https://example.org)|<br>|*|~~no~~|\n\n   '.split(
    '|'
  )
)
const note = fc.oneof(
  { weight: 4, arbitrary: fc.array(piece, { maxLength: 12 }).map((d) => d.join(' ')) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) }
)

test('any notes give sources, and no word of print changes', async () => {
  const language = fc.constantFrom('en', 'de', 'fr', 'es', 'la')
  await fc.assert(
    fc.asyncProperty(fc.array(note, { minLength: 1, maxLength: 6 }), language, async (all, tag) => {
      const calls = all.map((_, index) => `[^${index + 1}]`)
      const text = all.map((d, index) => `[^${index + 1}]: ${d.replace(/[\r\0]/gu, '')}`)
      const value = `---\ntitle: A\nlanguage: ${tag}\n---\n\nA${calls.join(' b')}\n\n${text.join('\n\n')}\n`
      const tree = parseManuscript(new VFile({ path: 'in.md', value }))
      const sources = sourcesOf(value, notesInOrder(tree, undefined), tag)
      for (const { from, to } of sources) expect(from <= to && to <= value.length).toBe(true)
      const notes = await notesOf(value).catch(() => [])
      for (const d of notes) {
        const before = structuredClone(d)
        const set = setSources(d)
        expect(d).toEqual(before)
        expect(printed(set)).toBe(printed(d))
      }
    }),
    { numRuns: 150 }
  )
})
