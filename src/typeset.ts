// A composed manuscript in, its pages out: words to lines, lines to pages, all by arithmetic. Nothing is drawn here; print
// puts every line where this says.
import type { VFile } from 'vfile'
import { faceBytes, faceFeatures, faceMetrics, faceName } from './faces.ts'
import type { FaceName } from './faces.ts'
import { failAt } from './failure.ts'
import { arrange, take } from './typeset/arrange.ts'
import { bestDepth } from './typeset/best-depth.ts'
import { newCanon } from './typeset/canonical.ts'
import type { Canon } from './typeset/canonical.ts'
import { designOf } from './design.ts'
import type { Design } from './design.ts'
import type { Setter } from './typeset/text-block.ts'
import { lineFindings } from './typeset/line-findings.ts'
import { hyphenationPatterns } from './typeset/hyphenation-patterns.ts'
import { openLines } from './typeset/lines.ts'
import type { Lines } from './typeset/lines.ts'
import { findingsOf } from './typeset/findings-of.ts'
import { changedDesign, fitPages } from './typeset/fit-pages.ts'
import type { Change } from './typeset/fit-pages.ts'
import { composePage, foliosOf, pageSheets } from './typeset/make-up.ts'
import { newPageMemory } from './typeset/pages.ts'
import type { PageMemory } from './typeset/pages.ts'

/** What is kept from one typesetting to the next, so that an edit costs no more than what it changed. */
export interface Memory {
  key?: string
  lines?: Lines
  features: Map<FaceName, ReadonlySet<string>>
  metrics: Map<FaceName, Awaited<ReturnType<typeof faceMetrics>>>
  canon: Canon
  pages: PageMemory
}

/** A memory that knows nothing yet. */
export function newMemory(): Memory {
  return { features: new Map(), metrics: new Map(), canon: newCanon(), pages: newPageMemory() }
}

/**
 * Typeset a composed manuscript.
 *
 * @param memory of earlier typesettings of this edition
 * @param fit number of pages, or what it is to be a multiple of; what the front matter says when missing
 * @returns the file, with `data.composition`
 * @throws {VFileMessage} exit 3 where the design is none
 */
export async function typeset(
  file: VFile,
  memory: Memory = newMemory(),
  fit = file.data.edition?.fit
): Promise<VFile> {
  const { book, edition } = file.data
  if (!book || !edition) throw new Error('typeset needs a composed manuscript')
  const design = await designOf(edition)
  const setter = await openSetter(file, design, memory)
  hyphenationPatterns(file, edition.language, setter.lines.hyphenated)
  let folios: ReadonlyMap<string, string> = new Map()
  const arrangeWith = (change: Change) =>
    arrange(
      book,
      { ...setter, design: changedDesign(design, change) },
      memory,
      (id) => folios.get(id) ?? ''
    )
  const { arranged, choice, says } =
    fit === undefined
      ? { arranged: bestDepth(arrangeWith), choice: [], says: '' }
      : fitPages(fit, arrangeWith, file)
  const planned = take(arranged, choice)
  const sheets = pageSheets(planned, design, edition.title)
  folios = foliosOf(sheets)
  const pages = sheets.map((d) => composePage(d, arranged.setter))
  const { width, height, bleed } = design
  const faces = [...memory.features.keys()]
  const lineFaults = pages.flatMap((d) => lineFindings(d, arranged.setter))
  const findings = [...findingsOf(sheets), ...lineFaults].toSorted((a, b) => a.page - b.page)
  file.data.composition = { width, height, bleed, pages, faces, findings, fitted: says }
  return file
}

async function openSetter(file: VFile, design: Design, memory: Memory): Promise<Setter> {
  const { edition } = file.data
  if (!edition) throw new Error('typeset needs a composed manuscript')
  const { language, hyphenation, purist } = edition
  const names = facesOf(design)
  const key = JSON.stringify([language, hyphenation, purist, names])
  if (memory.key !== key || !memory.lines) {
    const faces = new Map<FaceName, Uint8Array>()
    for (const name of names) {
      faces.set(name, await faceBytes(name))
      memory.features.set(name, await faceFeatures(name))
      memory.metrics.set(name, await faceMetrics(name))
    }
    memory.lines = await openLines({ language, faces, exceptions: hyphenation, purist })
    memory.key = key
  }
  const featuresOf = (face: FaceName) => memory.features.get(face) ?? new Set<string>()
  const metricsOf: Setter['metricsOf'] = (face) => {
    const known = memory.metrics.get(face)
    if (!known) throw new Error(`The face ${face} was not opened`)
    return known
  }
  const stop: Setter['stop'] = (line, ruleId, reason) =>
    failAt(file, { line: Math.max(1, line), column: 1 }, ruleId, reason, 5)
  return { design, lines: memory.lines, featuresOf, metricsOf, stop }
}

/** Every cut of every family that the design names. */
function facesOf(design: Design): FaceName[] {
  const families = new Set(Object.values(design.parts).map((d) => d.family))
  const cuts = [false, true].flatMap((bold) => [false, true].map((italic) => ({ bold, italic })))
  return [...families].flatMap((d) => cuts.map(({ bold, italic }) => faceName(d, bold, italic)))
}
