// The sheet of a design and a trim in, the `Design` for that trim out. What is a matter of taste stands in the sheet; here
// is only arithmetic: margins follow the page, the type keeps its measure (design/fit-page.ts), the frame is a whole number
// of lines, and what is left over below goes to the foot.
import { VFile } from 'vfile'
import type { Trim } from '../edition.ts'
import { failAt } from '../failure.ts'
import type { Design } from './design.ts'
import { fitPage, PER_MM, share } from './fit-page.ts'
import { readValues } from './read-values.ts'
import { setParts, tenths } from './set-part.ts'
import type { Length } from './values.ts'

/** With fewer a page cannot hold a heading, two lines and a note. */
const FEWEST_LINES = 6
/** Room that only the rounding of a floating point takes. */
const TINY = 1e-6

/**
 * Read a design for one trim.
 *
 * @param css the text of `styles/designs/<name>.css`
 * @param trim in millimetres
 * @param bleed in millimetres
 * @throws {VFileMessage} exit 3, with line and column, where the sheet is no such design or leaves no room on the page
 */
export function readDesign(css: string, name: string, trim: Trim, bleed = 0): Design {
  const file = new VFile({ path: `styles/designs/${name}.css`, value: css })
  const sheet = readValues(file)
  const { page } = sheet
  const stop = (property: string, reason: string): never => {
    const place = sheet.places.get(`--${property}`) ?? { line: 1, column: 1 }
    const leaf = `${trim.width} x ${trim.height} mm`
    return failAt(file, place, 'read-design', `Unexpected ${reason} on a page of ${leaf}`, 3)
  }
  const { size } = setParts(sheet, 1).text
  const { scale, ...fitted } = fitPage(page, size, trim)
  if (fitted.measure < size) stop('inner', 'margins `--inner` and `--outer`: no room is left')
  const { measure } = fitted
  const parts = setParts(sheet, scale)
  const { leading: lead } = parts.text
  const height = trim.height * PER_MM
  const top = Math.round(share(page.head, height))
  const lines = Math.floor((height - top - share(page.foot, height)) / lead + TINY)
  if (lines < FEWEST_LINES)
    stop('head', `margins \`--head\` and \`--foot\`: there is no room for ${FEWEST_LINES} lines`)
  const depth = lines * lead
  const points = (d: Length, whole = 0) => tenths(d, { scale, lead, whole, em: parts.text.size })
  const [ruleLength, ruleThickness] = page['note-rule']
  const headGap = page['head-gap'] && points(page['head-gap'], height)
  const folioGap = page['folio-gap'] && points(page['folio-gap'], height)
  const above = (gap: number, part: 'head' | 'folio') => top - gap - parts[part].leading
  const headTop = headGap === undefined ? undefined : above(headGap, 'head')
  const folioTop =
    folioGap === undefined
      ? undefined
      : page['folio-at'] === 'head'
        ? above(folioGap, 'folio')
        : top + depth + folioGap
  if ((headTop ?? 0) < 0) stop('head-gap', '`--head-gap`: the running head stands off the paper')
  if ((folioTop ?? 0) < 0 || (folioTop ?? 0) + parts.folio.leading > height)
    stop('folio-gap', '`--folio-gap`: the folio stands off the paper')
  return {
    name,
    ...fitted,
    height,
    bleed: bleed * PER_MM,
    top,
    depth,
    columnRule: fitted.columns > 1 ? points(page['column-rule']) : 0,
    ...(headTop !== undefined && { headTop }),
    ...(folioTop !== undefined && { folioTop }),
    headAlign: sheet.edges.head,
    folioAlign: sheet.edges.folio,
    sections: page.sections,
    dropCap: page['drop-cap'],
    openingSmallCaps: page['opening-small-caps'],
    noteGap: points(page['note-gap']),
    noteGapStretch: points(page['note-gap-stretch']),
    noteSpace: points(page['note-space']),
    noteLeadingStretch: points(page['note-leading-stretch']),
    noteRule: [points(ruleLength, measure), points(ruleThickness)],
    breakMark: page['break-mark'],
    cover: page.cover,
    parts
  }
}
