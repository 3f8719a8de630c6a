// A small edition for the tests: its manuscript, its pages, a PDF and an e-book that say the same, made from plain lists
// of words, so that a test can damage one of the three and see what the comparison says.
import JSZip from 'jszip'
import { VFile } from 'vfile'
import type { Page } from '../../src/pages.ts'

/** What an edition says: paragraphs of words and notes of words; `[^1]` in a paragraph calls note 1. */
export interface Said {
  paragraphs: readonly (readonly string[])[]
  notes: readonly (readonly string[])[]
}

const HEAD = '---\ntitle: Fine Print\nauthor: A Hand\n---\n'

/** The manuscript; paragraph n stands on line 6 + 2n. */
export function manuscriptOf({ paragraphs, notes }: Said): VFile {
  const text = paragraphs.map((d) => d.join(' '))
  const defined = notes.map((d, index) => `[^${index + 1}]: ${d.join(' ')}`)
  return new VFile({
    path: 'manuscript.md',
    value: `${HEAD}\n${[...text, ...defined].join('\n\n')}\n`
  })
}

/** A title page, then one paragraph a page with the notes that it calls. */
export function pagesOf({ paragraphs, notes }: Said): Page[] {
  const title: Page = {
    number: 1,
    folio: '',
    side: 'recto',
    head: '',
    blocks: ['Fine Print', 'A Hand'],
    notes: []
  }
  const called = new Set<string>()
  const rest = paragraphs.map((words, index): Page => {
    const calls = words.filter((d) => /^\[\^\d+\]$/u.test(d) && !called.has(d))
    calls.forEach((d) => called.add(d))
    const numbers = calls.map((d) => Number(d.slice(2, -1)))
    return {
      number: index + 2,
      folio: `${index + 2}`,
      side: index % 2 === 0 ? 'verso' : 'recto',
      head: 'Running Head',
      lines: [6 + index * 2, 6 + index * 2],
      blocks: [words.join(' ')],
      notes: numbers.map((number) => ({
        number,
        text: notes[number - 1]?.join(' ') ?? '',
        continued: false
      }))
    }
  })
  return [title, ...rest]
}

/** The lines that a page prints: head, text, notes, folio. */
export function linesOf(page: Page): string[] {
  const print = (text: string) => text.replace(/\[\^(\d+)\]/gu, '$1')
  const notes = page.notes.map((d) => `${d.continued ? '' : `${d.number} `}${print(d.text)}`)
  return [page.head, ...page.blocks.map(print), ...notes, page.folio].filter(Boolean)
}

/** A PDF in one plain font, one line of text a line; ASCII only. */
export function pdfOf(pages: readonly (readonly string[])[]): Uint8Array {
  const objects = ['', '<</Type/Catalog/Pages 2 0 R>>', '', FONT]
  const kids: string[] = []
  for (const lines of pages) {
    const rows = lines.map((d) => `(${d.replace(/[\\()]/gu, '\\$&')}) Tj T*`)
    const stream = `BT /F 10 Tf 20 500 Td 12 TL ${rows.join(' ')} ET`
    const number = objects.length
    kids.push(`${number} 0 R`)
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 595]/Resources<</Font<</F 3 0 R>>>>/Contents ${number + 1} 0 R>>`,
      `<</Length ${stream.length}>>stream\n${stream}\nendstream`
    )
  }
  objects[2] = `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${kids.length}>>`
  return new TextEncoder().encode(written(objects))
}

const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>'

function written(objects: readonly string[]): string {
  let file = '%PDF-1.7\n'
  const rows = ['0000000000 65535 f ']
  for (const [number, object] of objects.entries()) {
    if (number === 0) continue
    rows.push(`${String(file.length).padStart(10, '0')} 00000 n `)
    file += `${number} 0 obj${object}endobj\n`
  }
  const table = `xref\n0 ${objects.length}\n${rows.join('\n')}\n`
  return `${file}${table}trailer<</Size ${objects.length}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`
}

/** An e-book of one chapter. */
export async function epubOf({ paragraphs, notes }: Said): Promise<Uint8Array> {
  const body = paragraphs.map((d) => `<p>${d.map(xhtml).join(' ')}</p>`)
  const area = notes.map((d, index) => {
    const back = `<a role="doc-backlink" href="#call-${index + 1}">${index + 1}.</a>`
    return `<div epub:type="footnote" id="note-${index + 1}"><p>${back} ${d.map(xhtml).join(' ')}</p></div>`
  })
  return zipOf({
    'title.xhtml': chapter('titlepage', '<h1>Fine Print</h1><p>A Hand</p>'),
    'text.xhtml': chapter(
      'chapter',
      `${body.join('')}<section epub:type="footnotes"><h2>Notes</h2>${area.join('')}</section>`
    )
  })
}

/** A word as the e-book has it; one that is markup goes in as it is. */
function xhtml(word: string): string {
  if (/^<(?:span|em) class=/u.test(word)) return word
  const number = /^\[\^(\d+)\]$/u.exec(word)?.[1]
  if (number) return `<a epub:type="noteref" href="text.xhtml#note-${number}">${number}</a>`
  return word.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function chapter(type: string, body: string): string {
  return `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>Not text</title></head><body><section epub:type="${type}">${body}</section></body></html>`
}

/** @param chapters XHTML by name, in reading order */
export async function zipOf(chapters: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const zip = new JSZip()
  const names = Object.keys(chapters)
  const items = names.map((d) => `<item id="${d}" href="${d}" media-type="application/xhtml+xml"/>`)
  const spine = names.map((d) => `<itemref idref="${d}"/>`)
  zip.file('mimetype', 'application/epub+zip')
  zip.file(
    'META-INF/container.xml',
    '<container><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>'
  )
  zip.file(
    'OEBPS/content.opf',
    `<package><manifest>${items.join('')}</manifest><spine>${spine.join('')}</spine></package>`
  )
  for (const [name, text] of Object.entries(chapters)) zip.file(`OEBPS/${name}`, text)
  return zip.generateAsync({ type: 'uint8array' })
}
