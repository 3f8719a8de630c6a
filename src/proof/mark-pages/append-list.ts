// Paragraphs in; they stand on pages of the same size behind the others, in the order that they have.
import { PDFArray, PDFDict, PDFName, PDFString } from '../../pdf.ts'
import type { PDFDocument } from '../../pdf.ts'
import { TYPE } from '../../pdf/small-type.ts'
import type { SmallType } from '../../pdf/small-type.ts'
import { breakLines } from '../../pdf/write-lines.ts'
import { sayUnseen } from '../say-unseen.ts'
import type { ListLine } from './list-lines.ts'

/** In points. */
const [SIZE, LEADING, HEADING] = [8.5, 11, 11]
/** Space above a paragraph, and above a heading, as shares of the leading. */
const [ABOVE, ABOVE_HEADING] = [0.3, 1]
/** Margins, as a share of the width; room for the number of an edit, in points. */
const [MARGIN, NUMBERS] = [0.09, 22]

/** A line at its place, from the top of its page. */
interface Written {
  name: string
  text: string
  /** From the margin. */
  left: number
  down: number
  size: number
}

export function appendList(
  document: PDFDocument,
  list: readonly ListLine[],
  type: SmallType
): void {
  const first = document.getPage(0).getTrimBox()
  const count = document.getPageCount()
  const { width, height } = first
  const margin = MARGIN * width
  const room = { width: width - 2 * margin, height: height - 2 * margin }
  for (const lines of divide(list, room, type)) {
    const page = document.addPage([width, height])
    const operators = lines.map(({ name, text, left, down, size }) => {
      const y = height - margin - down
      const before = name === '' ? '' : type.show(name, margin, y, size)
      return before + type.show(text, margin + left, y, size)
    })
    const { context } = document
    const stream = context.flateStream(`/Artifact BMC 0 g\n${operators.join('')}EMC\n`)
    page.node.set(PDFName.of('Contents'), context.register(stream))
    page.node.set(PDFName.of('Resources'), context.obj({ Font: { [TYPE]: type.ref } }))
  }
  labelPages(document, count)
}

/** The lines of each page. */
function divide(
  list: readonly ListLine[],
  room: { width: number; height: number },
  type: SmallType
): Written[][] {
  const pages: Written[][] = [[]]
  let down = 0
  for (const { name, text, heading } of list) {
    const size = heading ? HEADING : SIZE
    // What the type has no letter for, and what is not seen, is named.
    const left = name === '' ? 0 : NUMBERS
    const lines = breakLines(type, sayUnseen(text), room.width - left, size)
    down += down === 0 ? 0 : LEADING * (heading ? ABOVE_HEADING : ABOVE)
    // A heading stays with the first line of what it heads.
    const needed = (heading ? 3 : Math.min(2, lines.length)) * LEADING
    if (down + needed > room.height && down > 0) {
      pages.push([])
      down = 0
    }
    for (const [index, line] of lines.entries()) {
      if (down + LEADING > room.height) {
        pages.push([])
        down = 0
      }
      down += LEADING
      pages.at(-1)?.push({ name: index === 0 ? name : '', text: line, left, down, size })
    }
  }
  return pages
}

/** So that the list has no folios of the text. */
function labelPages(document: PDFDocument, from: number): void {
  const labels = document.catalog.lookup(PDFName.of('PageLabels'))
  const ranges = labels instanceof PDFDict ? labels.lookup(PDFName.of('Nums')) : undefined
  if (!(ranges instanceof PDFArray)) return
  const { context } = document
  ranges.push(context.obj(from))
  ranges.push(context.obj({ P: PDFString.of('Proof '), S: 'D' }))
}
