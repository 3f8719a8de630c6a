// A composed manuscript in, its pages out: words to lines, lines to pages, all by arithmetic. Nothing is drawn here; print
// puts every line where this says.
import type { VFile } from 'vfile'
import type { Line } from './composition.ts'
import { faceBytes, faceFeatures, faceMetrics, faceName } from './faces.ts'
import type { FaceName } from './faces.ts'
import { failAt } from './failure.ts'
import { advancesOf } from './typeset/advances.ts'
import { arrange, setCopy, take } from './typeset/arrange.ts'
import type { Known } from './typeset/arrange.ts'
import { bestDepth } from './typeset/best-depth.ts'
import { newCanon } from './typeset/canonical.ts'
import { designOf } from './design.ts'
import type { Design } from './design.ts'
import type { Setter } from './typeset/text-block.ts'
import { hyphenationPatterns } from './typeset/hyphenation-patterns.ts'
import { openLines } from './typeset/lines.ts'
import type { Lines } from './typeset/lines.ts'
import { fenceEdition } from './typeset/fence/fence-edition.ts'
import type { Fenced, MadeUp } from './typeset/fence/fence-edition.ts'
import { tellMisfits } from './typeset/fence/misfit.ts'
import { findingsOf } from './typeset/findings-of.ts'
import { drawPages } from './typeset/draw-pages.ts'
import type { DrawnMemory } from './typeset/draw-pages.ts'
import { changedDesign, fitPages } from './typeset/fit-pages.ts'
import type { Change } from './typeset/fit-pages.ts'
import { foliosOf, pageSheets } from './typeset/make-up.ts'
import { setCover, setFrontCover, setSpine } from './typeset/set-cover.ts'
import { newPageMemory } from './typeset/pages.ts'
import { newSetMemory, setBefore } from './typeset/set-before.ts'
import type { SetMemory } from './typeset/set-before.ts'

export type { Fenced } from './typeset/fence/fence-edition.ts'
export type { Misfit } from './typeset/fence/misfit.ts'
export type { Remedy } from './typeset/fence/remedies.ts'

declare module 'vfile' {
  interface DataMap {
    madeUp: MadeUp
  }
}

/** What is kept from one typesetting to the next, so that an edit costs no more than what it changed. */
export interface Memory {
  key?: string
  lines?: Lines
  features: Map<FaceName, ReadonlySet<string>>
  metrics: Map<FaceName, Awaited<ReturnType<typeof faceMetrics>>>
  made: Made
}

/** What was made of a text: all of it could be made again. */
interface Made extends Known, DrawnMemory {
  set: SetMemory
  /** Of the headings, as they were last; pages of contents ask for them when they are drawn. */
  folios: ReadonlyMap<string, string>
}

/** A memory that knows nothing yet. */
export function newMemory(): Memory {
  return { features: new Map(), metrics: new Map(), made: nothingMade() }
}

/** Forget all that was made, but not the faces. */
export function forget(memory: Memory): void {
  memory.lines?.clear()
  memory.made = nothingMade()
}

function nothingMade(): Made {
  const [canon, pages, set] = [newCanon(), newPageMemory(), newSetMemory()]
  return { canon, pages, set, folios: new Map(), drawn: [] }
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
  const { made } = memory
  const arrangeWith = (change: Change) => {
    const changed = changedDesign(design, change)
    const before = setBefore(made.set, changed)
    const setWith = { ...setter, design: changed, before }
    return arrange(book, setWith, made, (id) => made.folios.get(id) ?? '')
  }
  const { arranged, choice, says } =
    fit === undefined
      ? { arranged: bestDepth(arrangeWith), choice: [], says: '' }
      : fitPages(fit, arrangeWith, file)
  const { frame } = arranged
  const stretches = take(arranged, choice)
  const madeUp = { asked: design, design: arranged.setter.design, frame, stretches }
  return makeUp(file, madeUp, arranged.setter, memory, says)
}

/**
 * Typeset a corrected manuscript on the pages of an approved one: each begins with the words it began with.
 *
 * @param file the corrected manuscript, composed
 * @param old the approved one, typeset with fences or without
 * @returns with `file.data.composition` unless there are misfits, which are warnings on the file too
 */
export async function typesetFenced(
  file: VFile,
  old: VFile,
  memory: Memory = newMemory()
): Promise<Fenced> {
  const { book, edition } = file.data
  const { madeUp: approved, composition } = old.data
  if (!book || !edition || !approved) throw new Error('Fences need two manuscripts')
  const asked = await designOf(edition)
  const opened = await openSetter(file, asked, memory)
  hyphenationPatterns(file, edition.language, opened.lines.hyphenated)
  const { made } = memory
  const before = setBefore(made.set, approved.design)
  const setter = { ...opened, design: approved.design, before }
  // Pages of contents say the same as before: headings stay on their pages.
  made.folios = foliosOf(pageSheets(approved.stretches, approved.design, edition.title))
  const setText = () => setCopy(book, setter, (id) => made.folios.get(id) ?? '')
  const { stretches, ...fenced } = fenceEdition({ approved, asked, setText, book, setter })
  tellMisfits(file, fenced.misfits)
  if (stretches) makeUp(file, { ...approved, stretches }, setter, memory, composition?.fitted ?? '')
  return fenced
}

/** Draw planned pages. */
function makeUp(
  file: VFile,
  madeUp: MadeUp,
  setter: Setter,
  memory: Memory,
  fitted: string
): VFile {
  const { made } = memory
  const { design } = setter
  const sheets = pageSheets(madeUp.stretches, design, file.data.edition?.title ?? '')
  made.folios = foliosOf(sheets)
  const { pages, findings: lineFaults } = drawPages(sheets, setter, made.folios, made)
  const { width, height, bleed } = design
  const faces = [...memory.features.keys()]
  const findings = [...findingsOf(sheets), ...lineFaults].toSorted((a, b) => a.page - b.page)
  const { shaper } = setter.lines
  const advances = (line: Line, language?: string) => advancesOf(line, shaper, language)
  const lines = Math.round(design.depth / design.parts.text.leading)
  const paper = { width, height, bleed, lines }
  const measures = { advances, heights: setter.metricsOf }
  file.data.composition = { ...paper, pages, faces, findings, fitted, ...measures }
  file.data.madeUp = madeUp
  return file
}

/** A spine that is thinner has no words, which would not stand on it: millimetres. */
const LETTERED_SPINE = 5

/**
 * Set the cover, where the edition brings no picture for it; and the spine.
 *
 * @param spine its thickness, in millimetres
 * @returns the file, with `data.coverSheet` for the e-book and `data.paperCover`
 */
export async function typesetCover(file: VFile, spine = 0): Promise<VFile> {
  const { book, edition, cover } = file.data
  if (!book || !edition || !cover) throw new Error('typesetting needs a composed manuscript')
  const design = await designOf(edition)
  const before = setBefore(newSetMemory(), design)
  const setter = { ...(await openSetter(file, design, newMemory())), before }
  const front = setFrontCover(book.titlePage, setter)
  const scale = front.width / edition.trim.width
  const size = [edition.trim.height * scale, spine * scale] as const
  const lettered = spine >= LETTERED_SPINE && setSpine(book.titlePage, size, setter)
  file.data.paperCover = { front, ...(lettered && { spine: lettered }) }
  if (!cover.picture) file.data.coverSheet = setCover(book.titlePage, setter)
  return file
}

async function openSetter(
  file: VFile,
  design: Design,
  memory: Memory
): Promise<Omit<Setter, 'before'>> {
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
    memory.made = nothingMade()
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
