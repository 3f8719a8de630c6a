// The cover on paper: back, spine and front on one sheet, as wide as the pages and their paper make it, with bleed and the
// record of a print shop's file. Up to so many pages a pamphlet is stapled through its fold, and has no spine.
import { VFile } from 'vfile'
import type { Picture } from '../assets.ts'
import type { CoverSheet } from '../cover.ts'
import { PDFDocument, PDFHexString, PDFName, PDFString } from '../pdf.ts'
import { writeNumber } from './content/write-number.ts'
import { drawShapes } from './cover/draw-shapes.ts'
import { keepTo, LEAST_BLEED } from './for-press/keep-to.ts'
import type { Standard } from './xmp.ts'

const POINTS_PER_MM = 72 / 25.4

/** A box on the sheet, in points from its lower left corner. */
interface Panel {
  left: number
  bottom: number
  width: number
  height: number
}

/**
 * The cover of an edition, for the number of pages that it has.
 *
 * @param file with the edition, its `paperCover` and its cover
 * @param spine in millimetres
 * @throws {VFileMessage} exit 2 where its picture has what the standard does not hold
 */
export async function finishCover(
  file: VFile,
  spine: number,
  moment: Date,
  standard: Standard = 'PDF/X-4'
): Promise<VFile> {
  const { edition, paperCover, cover } = file.data
  if (!edition || !paperCover) throw new Error('typesetCover draws the cover')
  const [width, height] = [edition.trim.width, edition.trim.height].map((d) => d * POINTS_PER_MM)
  if (width === undefined || height === undefined) throw new Error('A trim has two sides')
  const bleed = Math.max(LEAST_BLEED, edition.bleed * POINTS_PER_MM)
  const back = width + spine * POINTS_PER_MM
  const whole = { left: bleed, bottom: bleed, width: back + width, height }
  const document = await PDFDocument.create({ updateMetadata: false })
  const page = document.addPage([whole.width + 2 * bleed, height + 2 * bleed])
  const front = { ...whole, left: bleed + back, width }
  const drawn = cover?.picture
    ? await drawPicture(document, cover.picture, front, bleed)
    : {
        content: drawShapes(paperCover.front, matrixOf(paperCover.front, front), bleed),
        xobjects: {}
      }
  const side = { ...whole, left: bleed + width, width: back - width }
  const lettered = paperCover.spine ? drawSpine(paperCover.spine, side) : ''
  const { context } = document
  page.node.set(PDFName.of('Resources'), context.obj({ XObject: drawn.xobjects }))
  const stream = context.flateStream(`${drawn.content}${lettered}`)
  page.node.set(PDFName.of('Contents'), context.register(stream))
  setBoxes(document, whole, bleed)
  if (spine > 0) saySpine(document, side, moment)
  // Pictures are not in the file before it is written.
  await document.flush()
  const made = new VFile({ path: 'cover.pdf', data: { edition } })
  made.value = await keepTo(standard, document, made, [], moment)
  return made
}

/** In the middle of its panel, as wide as that or as high. */
function matrixOf(sheet: CoverSheet, { left, bottom, width, height }: Panel) {
  const scale = Math.min(width / sheet.width, height / sheet.height)
  const [right, up] = [width - scale * sheet.width, height - scale * sheet.height]
  return { scale, x: left + right / 2, y: bottom + height - up / 2 }
}

/** Turned, so that its letters run from head to foot; they are outlines, and the words for which they stand are with them. */
function drawSpine(sheet: CoverSheet, { left, bottom, width, height }: Panel): string {
  const words = PDFHexString.fromText(sheet.lines.map((d) => d.text).join(' '))
  const turned = [0, -1, 1, 0, left, bottom + height].map((d) => writeNumber(d, 4)).join(' ')
  const scale = width / sheet.height
  const drawn = `q ${turned} cm ${drawShapes(sheet, { scale, x: 0, y: width }, 0)}Q\n`
  return `/Span <</ActualText ${words}>> BDC\n${drawn}EMC\n`
}

/** Nothing in PDF says where a spine is, so it is kept with the page as what our own check reads (ISO 32000-1, 14.5). */
function saySpine(document: PDFDocument, { left, width }: Panel, moment: Date): void {
  const { context } = document
  const date = PDFString.of(`D:${moment.toISOString().replace(/\D/gu, '').slice(0, 14)}Z`)
  const edges = [left, left + width].map((d) => Number(d.toFixed(5)))
  const kept = context.obj({ LastModified: date, Private: { Spine: edges } })
  const { node } = document.getPage(0)
  node.set(PDFName.of('LastModified'), date)
  node.set(PDFName.of('PieceInfo'), context.obj({ PamphletPress: kept }))
}

/** The edition's own picture fills the front and its bleed; what stands over is cut away. */
async function drawPicture(
  document: PDFDocument,
  { bytes, type }: Picture,
  { left, bottom, width, height }: Panel,
  bleed: number
) {
  const image = await (type === 'image/png' ? document.embedPng(bytes) : document.embedJpg(bytes))
  const room = { width: width + bleed, height: height + 2 * bleed }
  const scale = Math.max(room.width / image.width, room.height / image.height)
  const [wide, high] = [scale * image.width, scale * image.height]
  const at = [left - (wide - room.width) / 2, bottom - bleed - (high - room.height) / 2]
  const box = [left, bottom - bleed, room.width, room.height]
    .map((d) => writeNumber(d, 4))
    .join(' ')
  const matrix = [wide, 0, 0, high, ...at].map((d) => writeNumber(d, 4)).join(' ')
  return { content: `q ${box} re W n ${matrix} cm /X0 Do Q\n`, xobjects: { X0: image.ref } }
}

function setBoxes(document: PDFDocument, trim: Panel, bleed: number): void {
  const number = (d: number) => Number(d.toFixed(5))
  const all = [0, 0, trim.width + 2 * bleed, trim.height + 2 * bleed]
  const inner = [bleed, bleed, bleed + trim.width, bleed + trim.height]
  const boxes = { MediaBox: all, CropBox: all, BleedBox: all, TrimBox: inner }
  const { node } = document.getPage(0)
  for (const [name, box] of Object.entries(boxes))
    node.set(PDFName.of(name), document.context.obj(box.map(number)))
}
