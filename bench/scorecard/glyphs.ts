// Where each glyph of a PDF stands: bytes in, pages with glyphs and links out. Nothing is taken from what the press knows
// of its own pages. The only file of the benches that names pdf.js, whose list of drawing operators is run here as its
// canvas would, without drawing.
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api.d.ts'
import { change, copyOf, matrixFrom, setText, stateAt, times } from './paint-state.ts'
import type { LoadedFont, State } from './paint-state.ts'

/** A glyph as painted. Lengths are points, from the top left corner of the page. */
export interface Glyph {
  /** Its letters: a ligature has two or three, an unknown glyph none. */
  text: string
  /** Font and code: digits that are true superiors have other codes than those of the text. */
  code: string
  font: string
  /** A digit that is written as a superior one, such as ². */
  superior: boolean
  x: number
  /** Baseline. */
  y: number
  /** Where it ends by the advance of its font, without what is added between letters. */
  end: number
  size: number
  /** Horizontal scale, 1 when natural. */
  stretch: number
}

/** A place that can be clicked. */
export interface Link {
  left: number
  top: number
  right: number
  bottom: number
  /** Page that it leads to; undefined for an address, 0 for a target that is missing. */
  to: number | undefined
}

/** A page as painted. */
export interface PaintedPage {
  /** From 1. */
  number: number
  glyphs: readonly Glyph[]
  links: readonly Link[]
}

/** A glyph of pdf.js, or a move between two of them in thousandths. */
type Shown = number | { unicode: string; width: number; originalCharCode: number; isSpace: boolean }

const SUPERIORS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

let library: ReturnType<typeof load> | undefined

/** pdf.js looks for a canvas and for a worker file beside it; neither is wanted. */
async function load() {
  const room: Record<string, unknown> = globalThis
  for (const name of ['DOMMatrix', 'Path2D', 'ImageData']) room[name] ??= Object
  // @ts-expect-error the package brings no types for its worker, which is only handed on
  room.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}

/** The pages of a PDF, in order. */
export async function readGlyphs(bytes: Uint8Array): Promise<PaintedPage[]> {
  const { getDocument, OPS } = await (library ??= load())
  const loading = getDocument({
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0
  })
  try {
    const document = await loading.promise
    const pages: PaintedPage[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const links = await linksOf(document, page)
      pages.push({ number, glyphs: await glyphsOf(page, OPS), links })
      page.cleanup()
    }
    return pages
  } finally {
    await loading.destroy()
  }
}

async function glyphsOf(page: PDFPageProxy, codes: Record<string, number>): Promise<Glyph[]> {
  const names = new Map(Object.entries(codes).map(([name, code]) => [code, name]))
  const { fnArray, argsArray } = await page.getOperatorList()
  const [left = 0, , , top = 0] = page.view
  const glyphs: Glyph[] = []
  const kept: State[] = []
  let now = stateAt([1, 0, 0, 1, -left, -top])
  for (const [i, code] of fnArray.entries()) {
    const name = names.get(code) ?? ''
    // The arguments are typed as any; what each operator has is in the PDF standard, table 50 and those behind it.
    const given = (argsArray[i] ?? []) as never[]
    if (name === 'save' || name === 'paintFormXObjectBegin') kept.push(copyOf(now))
    if (name === 'restore' || name === 'paintFormXObjectEnd') now = kept.pop() ?? now
    else if (name === 'showText') show(now, given[0] as unknown as Shown[], glyphs)
    else if (name === 'setFont') {
      const [font, size] = given as unknown as [string, number]
      now.font = (page.commonObjs.has(font) ? page.commonObjs.get(font) : {}) as LoadedFont
      now.size = size
    } else if (name === 'setTextMatrix') setText(now, matrixFrom(given[0] ?? []))
    else if (name === 'paintFormXObjectBegin' && given[0])
      now.at = times(now.at, matrixFrom(given[0]))
    else change(now, name, given)
  }
  return glyphs
}

function show(now: State, shown: readonly Shown[], glyphs: Glyph[]): void {
  const em = now.font.fontMatrix?.[0] ?? 0.001
  const name = now.font.name ?? ''
  for (const glyph of shown) {
    if (typeof glyph === 'number') {
      now.point[0] -= (glyph / 1000) * now.size * now.scale
      continue
    }
    const [x, y] = now.point
    const m = times(times(now.at, now.text), [now.scale, 0, 0, 1, x, y + now.rise])
    const wide = Math.hypot(m[0], m[1])
    const size = Math.hypot(m[2], m[3]) * Math.abs(now.size)
    const advance = glyph.width * em * now.size
    const text = [...glyph.unicode].map((d) => (SUPERIORS.includes(d) ? SUPERIORS.indexOf(d) : d))
    const upright = Math.abs(m[1]) <= 1e-3 * wide && size > 0
    if (upright)
      glyphs.push({
        text: text.join(''),
        code: `${name} ${glyph.originalCharCode}`,
        font: name,
        superior: SUPERIORS.includes(glyph.unicode),
        x: m[4],
        y: -m[5],
        end: m[4] + wide * advance,
        size,
        stretch: (wide * Math.abs(now.size)) / size
      })
    const added = now.letterSpace + (glyph.isSpace ? now.wordSpace : 0)
    now.point[0] += (advance + added) * now.scale
  }
}

async function linksOf(document: PDFDocumentProxy, page: PDFPageProxy): Promise<Link[]> {
  const [left = 0, , , top = 0] = page.view
  const links: Link[] = []
  for (const note of await page.getAnnotations()) {
    if (note.subtype !== 'Link') continue
    const [a = 0, b = 0, c = 0, d = 0] = note.rect as readonly number[]
    const place = { left: a - left, top: top - d, right: c - left, bottom: top - b }
    links.push({ ...place, to: note.url ? undefined : await pageOf(document, note.dest) })
  }
  return links
}

async function pageOf(document: PDFDocumentProxy, target: unknown): Promise<number> {
  try {
    const found = typeof target === 'string' ? await document.getDestination(target) : target
    const first: unknown = Array.isArray(found) ? found[0] : undefined
    if (typeof first === 'number') return first + 1
    return first ? (await document.getPageIndex(first as never)) + 1 : 0
  } catch {
    return 0
  }
}
