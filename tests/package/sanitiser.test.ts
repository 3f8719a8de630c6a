// What the sanitiser of epub-gen-memory would take out comes through, or stops the build with the manuscript's line.
import type { Element, ElementContent, Properties } from 'hast'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import type { Chapter } from '../../src/compose/epub-chapters.ts'
import { bindEpub, epubcheck, SLOW } from './make-epub.ts'

function h(
  tagName: string,
  properties: Properties,
  ...children: (ElementContent | string)[]
): Element {
  const content = children.map((d) =>
    typeof d === 'string' ? { type: 'text' as const, value: d } : d
  )
  return { type: 'element', tagName, properties, children: content, data: { line: 12 } }
}

function bound(...children: ElementContent[]) {
  const tree = h('section', { 'epub:type': 'chapter', ariaLabel: 'Words' }, ...children)
  const chapter: Chapter = { filename: 'section-1.xhtml', title: 'Words', kind: 'chapter', tree }
  const file = new VFile({ path: 'manuscript.md' })
  const trim = { width: 148, height: 210 }
  file.data.edition = {
    title: 'Words',
    authors: [],
    language: 'en-GB',
    pullQuotes: [],
    trim,
    bleed: 0,
    design: 'classic',
    hyphenation: [],
    purist: false
  }
  file.data.chapters = [chapter]
  const measures = { advances: () => [], heights: () => ({ ascent: 0, descent: 0 }) }
  const nothing = { pages: [], faces: [], findings: [], fitted: '', ...measures }
  file.data.composition = { width: 4195, height: 5953, bleed: 0, lines: 0, ...nothing }
  return bindEpub(file)
}

async function text(...children: ElementContent[]): Promise<string> {
  const { files } = await bound(...children)
  return files.get('OEBPS/section-1.xhtml') ?? ''
}

const DRAWING = h(
  'svg',
  { viewBox: '0 0 9 9', role: 'img', ariaLabel: 'a < b & "c"' },
  h('linearGradient', { id: 'shade' }, h('stop', { offset: 0, stopColor: 'currentColor' })),
  h('path', { d: 'M0 0h9', strokeWidth: 2, fill: 'url(#shade)' }),
  h('text', {}, '1 < 2 & "3"')
)

test('a drawing in the text comes through whole, and the manifest says so', async () => {
  const { files } = await bound(h('p', {}, DRAWING))
  expect(files.get('OEBPS/section-1.xhtml')).toContain(
    '<svg viewBox="0 0 9 9" role="img" aria-label="a &lt; b &amp; &quot;c&quot;" xmlns="http://www.w3.org/2000/svg">' +
      '<linearGradient id="shade"><stop offset="0" stop-color="currentColor"/></linearGradient>' +
      '<path d="M0 0h9" stroke-width="2" fill="url(#shade)"/><text>1 &lt; 2 &amp; "3"</text></svg>'
  )
  expect(files.get('OEBPS/content.opf')).toContain('properties="svg"')
})

test('attributes it does not know come through', async () => {
  const list = h('ol', { start: 3, reversed: true }, h('li', { value: 7 }, 'x'))
  const cell = h('td', { colSpan: 2 }, 'x')
  const table = h(
    'table',
    {},
    h('tr', {}, h('th', { scope: 'row', id: 'a' }, 'x'), h('th', {}, 'y'), cell)
  )
  const found = await text(list, table, h('p', {}, h('time', { dateTime: '2026' }, 'now')))
  expect(found).toContain('<ol start="3" reversed="reversed"><li value="7">x</li></ol>')
  expect(found).toContain('<th id="a" scope="row">x</th>')
  expect(found).toContain('<td colspan="2">x</td>')
  expect(found).toContain('<time datetime="2026">now</time>')
})

test('empty elements and breaks are good XHTML and good HTML', async () => {
  const found = await text(
    h('p', {}),
    h('p', {}, 'a', h('br', {}), 'b', h('wbr', {}), h('span', {}), 'c')
  )
  expect(found).toContain('<p></p><p>a<br/>b<wbr/><span></span>c</p>')
})

test('words that look like a ticket stay words', async () => {
  const words = '<span about="ticket-0"/> about="ticket-0" &#x41; \u00A0é'
  const found = await text(h('ol', { start: 2 }, h('li', { title: words }, words)))
  const xml =
    '&lt;span about=&quot;ticket-0&quot;/&gt; about=&quot;ticket-0&quot; &amp;#x41; \u00A0é'
  expect(found).toContain(`<li title="${xml}">${xml}</li>`)
})

test.each([
  ['an attribute that it does not know', h('p', { sizes: '1' }, 'x'), 'sizes'],
  ['an attribute that runs', h('p', { onClick: 'x()' }, 'x'), 'onClick'],
  ['an attribute that styles', h('p', { style: 'x' }, 'x'), 'style'],
  ['an element that runs', h('script', {}, 'x()'), '<script>'],
  ['an element that loads', h('iframe', { src: 'http://127.0.0.1:9/' }), '<iframe>'],
  ['a call that became no link', h('note-call', { number: 1 }), '<note-call>'],
  ['a picture from the network', h('img', { src: 'http://127.0.0.1:9/x.png', alt: '' }), 'x.png'],
  ['a picture from the disk', h('img', { src: 'file:///etc/hostname', alt: '' }), 'hostname'],
  ['a script in a drawing', h('svg', {}, h('script', {}, 'x()')), '<script>'],
  ['a link in a drawing', h('svg', {}, h('rect', { xLinkHref: 'http://x/' })), 'link in a drawing'],
  ['a paragraph in a paragraph', h('p', {}, 'a', h('p', {}, 'b'), 'c'), 'nested'],
  ['a character that XML cannot hold', h('p', {}, 'a\uFFFFb'), 'U+FFFF']
])('%s is refused with its line', async (_, child, reason) => {
  await expect(text(child)).rejects.toMatchObject({
    reason: expect.stringContaining(reason),
    exit: 2,
    line: 12
  })
})

test('EPUBCheck agrees', { timeout: SLOW }, async ({ skip }) => {
  const { bytes } = await bound(h('p', {}, DRAWING), h('ol', { start: 3 }, h('li', {}, 'x')))
  expect(await epubcheck(bytes, (note) => skip(note))).toEqual([])
})
