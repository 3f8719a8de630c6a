// Whatever the front matter says arrives in the metadata as it was said, and breaks out of nothing (promise P5).
import { expect, test } from 'vitest'
import { epubcheck, makeEpub, SLOW } from './make-epub.ts'
import type { Made } from './make-epub.ts'

const EVIL = [
  `a & b < c > d "e" 'f'`,
  ']]> <![CDATA[x]]> <!-- y -->',
  '</dc:title></metadata></package><x>',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '<%= process.exit(70) %> <% throw 1 %> <%- 7 * 191 %>',
  '${7 * 191} {{7 * 191}} #{7 * 191} $& $1 $$',
  '&amp; &lt; &#x41; &#65; &nbsp; &bogus;',
  '\u202Eright to left\u202C \u200Fשלום\u200E \u2066isolated\u2069',
  '"><meta property="x">y</meta> \' onload=\'z',
  'ticket-0" about="ticket-0 <span about="ticket-0"></span>',
  'e\u0301\u00A0\u2028\u{1F4D6}\uFEFF中文 \u00AD end',
  'A very long title, '.repeat(16).slice(0, 299) + '!'
]
/** Where each field of the front matter arrives in the package document. */
const FIELDS: Readonly<Record<string, RegExp>> = {
  title: /<dc:title id="title">(.*?)<\/dc:title>/su,
  subtitle: /<dc:title id="subtitle">(.*?)<\/dc:title>/su,
  author: /<dc:creator id="author-1">(.*?)<\/dc:creator>/su,
  publisher: /<dc:publisher>(.*?)<\/dc:publisher>/su,
  rights: /<dc:rights>(.*?)<\/dc:rights>/su,
  identifier: /<dc:identifier id="identifier">(.*?)<\/dc:identifier>/su,
  'source-publication': /<dc:source>(.*?)<\/dc:source>/su
}
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&'
}

function plain(xml: string): string {
  return xml.replace(/&\w+;/gu, (d) => ENTITIES[d] ?? d)
}

function folded(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

async function makeWith(keys: readonly string[], words: string): Promise<Made> {
  const said = keys.map((key) => `${key}: ${JSON.stringify(words)}`)
  const title = keys.includes('title') ? [] : ['title: Plain']
  return makeEpub(['---', ...title, ...said, '---', '', '## Words', '', 'Text.', ''].join('\n'))
}

test.each(EVIL)('%s', async (words) => {
  const { files } = await makeWith([...Object.keys(FIELDS), 'part', 'place'], words)
  const opf = files.get('OEBPS/content.opf') ?? ''
  for (const [key, pattern] of Object.entries(FIELDS))
    expect([key, plain(pattern.exec(opf)?.[1] ?? '')]).toEqual([key, folded(words)])
  expect(
    plain(/<docTitle><text>(.*?)<\/text>/su.exec(files.get('OEBPS/toc.ncx') ?? '')?.[1] ?? '')
  ).toBe(folded(words))
  const titlePage = files.get('OEBPS/titlepage.xhtml') ?? ''
  const heading = /<h1 id="title">(.*?)<\/h1>/su.exec(titlePage)?.[1] ?? ''
  expect(plain(heading)).toBe(folded(words).replaceAll('\u00AD', ''))
  for (const text of files.values()) expect(text).not.toContain('1337')
})

test('evil words in a heading and a note', async () => {
  const words = EVIL.slice(0, 10)
    .join(' ')
    .replace(/[<&*_[\]`$\\]/gu, '\\$&')
  const text = `---\ntitle: x\n---\n\n## ${words}\n\nText.[^a]\n\n[^a]: ${words}\n`
  const { files } = await makeEpub(text)
  const chapter = files.get('OEBPS/section-1.xhtml') ?? ''
  expect(plain(/<h1 [^>]*>(.*?)<\/h1>/su.exec(chapter)?.[1] ?? '')).toBe(
    EVIL.slice(0, 10).join(' ')
  )
})

test('EPUBCheck agrees', { timeout: SLOW }, async ({ skip }) => {
  const keys = [...Object.keys(FIELDS), 'part', 'place']
  const { bytes } = await makeWith(keys, EVIL.slice(0, 10).join(' '))
  expect(await epubcheck(bytes, (note) => skip(note))).toEqual([])
})

test('a character that XML cannot hold is refused', async () => {
  await expect(makeWith(['rights'], 'a\uFFFEb')).rejects.toMatchObject({
    ruleId: 'front-matter',
    exit: 3
  })
})
