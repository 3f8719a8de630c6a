// The card of a PDF: bytes in, figures out, read off the glyphs as they are painted. Whoever typeset it is not asked.
import { VFile } from 'vfile'
import { openPdf } from '../../src/pdf.ts'
import { bottoms } from './bottoms.ts'
import type { Bottoms } from './bottoms.ts'
import { textColours } from './colours.ts'
import { fileFacts } from './file-facts.ts'
import type { FileFacts } from './file-facts.ts'
import { readGlyphs } from './glyphs.ts'
import { grid } from './grid.ts'
import type { Grid } from './grid.ts'
import { hyphens, rivers } from './line-ends.ts'
import type { Hyphens } from './line-ends.ts'
import { readSheet } from './margins.ts'
import { findNotes, notePlaces } from './note-places.ts'
import type { NotePlaces } from './note-places.ts'
import { pageFaults } from './page-faults.ts'
import type { PageFaults } from './page-faults.ts'
import { notesOf, paragraphsOf } from './paragraphs.ts'
import { naturalSpace, wordSpaces } from './word-spaces.ts'
import type { WordSpaces } from './word-spaces.ts'

/** What is measured of a PDF; lengths in points, parts from 0 to 1. */
export interface Card {
  pages: number
  /** Pages with running text. */
  textPages: number
  columns: number
  body: number
  leading: number
  measure: number
  paragraphs: number
  lines: { text: number; quote: number; heading: number; note: number }
  spaces: { text: WordSpaces; quote: WordSpaces; note: WordSpaces }
  hyphens: { text: Hyphens; note: Hyphens }
  rivers: number
  faults: PageFaults
  bottoms: Bottoms
  grid: Grid
  notes: NotePlaces
  file: FileFacts
  colours: Readonly<Record<string, number>>
}

/** A natural space where a text has no last line to read it off, in ems. */
const SPACE = 0.25

export async function makeCard(bytes: Uint8Array): Promise<Card> {
  const document = await openPdf(new VFile({ path: 'read.pdf', value: bytes }))
  const sheet = readSheet(await readGlyphs(bytes))
  const calls = findNotes(sheet)
  const [paragraphs, notes] = [paragraphsOf(sheet), notesOf(sheet)]
  const quotes = paragraphs.filter((d) => d[0].role === 'quote')
  const texts = paragraphs.filter((d) => d[0].role !== 'quote')
  const natural = naturalSpace(sheet, texts) ?? SPACE
  const flow = sheet.frames.flatMap((d) => d.flow)
  const edges = flow[0] && sheet.edges(flow.find((d) => d.role === 'text') ?? flow[0])
  return {
    pages: sheet.pages.length,
    textPages: new Set(sheet.frames.map((d) => d.page)).size,
    columns: sheet.columns,
    body: sheet.body,
    leading: sheet.leading,
    measure: edges ? edges.right - edges.left : 0,
    paragraphs: paragraphs.length,
    lines: {
      text: flow.filter((d) => d.role === 'text').length,
      quote: flow.filter((d) => d.role === 'quote').length,
      heading: flow.filter((d) => d.role === 'heading').length,
      note: sheet.frames.flatMap((d) => d.notes).length
    },
    spaces: {
      text: wordSpaces(texts, natural),
      quote: wordSpaces(quotes, natural),
      note: wordSpaces(notes, naturalSpace(sheet, notes) ?? natural)
    },
    hyphens: { text: hyphens(paragraphs), note: hyphens(notes) },
    rivers: rivers(paragraphs, sheet.body),
    faults: pageFaults(sheet, paragraphs),
    bottoms: bottoms(sheet),
    grid: grid(sheet),
    notes: notePlaces(sheet, calls),
    file: fileFacts(document, bytes.length),
    colours: Object.fromEntries(textColours(document))
  }
}
