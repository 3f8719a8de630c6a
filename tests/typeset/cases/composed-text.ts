// A composition as text that a person can read in a diff: the golden `pages.txt` of a case. A page is a line of facts, then
// its blocks with the elements around them, then their lines: left edge and top in whole points, the letters, and how the
// line ends, unless with a space or its paragraph. Letters that are not set as most of their line's are in brackets:
//
//     p
//        45  95  Read [em italic:this] and go on [a.call sups:1] to the next-soft
import type {
  ComposedPage,
  Line,
  Piece,
  Rule,
  SetBlock,
  Style,
  Wrap
} from '../../../src/composition.ts'

/** @param kinds the pages that are wanted */
export function composedText(pages: readonly ComposedPage[], kinds: RegExp): string {
  return `${pages
    .filter((d) => kinds.test(d.kind))
    .map(pageText)
    .join('\n\n')}\n`
}

function pageText(page: ComposedPage): string {
  const { number, side, kind, folio, label, head, blocks, notes, furniture, rules } = page
  const facts = [`${kind}, page ${number}`, side, folio ? `folio ${folio}` : `no folio (${label})`]
  return [
    [...facts, ...(head ? [`head “${head}”`] : [])].join(', '),
    ...furniture.flatMap((d) => blockRows(d)),
    ...blocks.flatMap((d) => blockRows(d)),
    ...notes.flatMap((d) => [
      `  note ${d.number}${d.continued ? ', continued' : ''}`,
      ...d.blocks.flatMap((block) => blockRows(block))
    ]),
    ...rules.map(ruleRow)
  ].join('\n')
}

function blockRows({ within, element, lines, left, picture, continued }: SetBlock): string[] {
  const path = [...within, element].map(nameOf).join(' > ')
  if (picture) {
    const { top, width, height, alt } = picture
    return [`  ${path}`, `${place(left, top)}  ${points(width)} × ${points(height)}, “${alt}”`]
  }
  return [
    `  ${path}${continued ? ', continued' : ''}`,
    ...lines.map((d) => `${place(left + d.line.left, d.top)}  ${lineText(d.line)}`)
  ]
}

function nameOf({ tagName, properties }: Wrap): string {
  const { className, lang, colSpan, rowSpan, scope } = properties
  const more = { lang, colSpan, rowSpan, scope }
  const given = Object.entries(more).filter(([, d]) => d !== undefined)
  const classes = Array.isArray(className) ? className.map((d) => `.${d}`).join('') : ''
  return tagName + classes + given.map(([name, d]) => `[${name}=${String(d)}]`).join('')
}

const SILENT = /^(?:space|end)$/u

function lineText({ pieces, end }: Line): string {
  const main = styleOfMost(pieces)
  const text = pieces.map((d) => pieceText(d, main)).join('')
  return SILENT.test(end) ? text : `${text} (${end})`
}

function pieceText({ text, run, missing }: Piece, main: string): string {
  const style = styleText(run.style)
  const about = [
    ...run.wraps.map(nameOf),
    ...(style === main ? [] : [style]),
    ...(missing ? ['missing'] : [])
  ]
  return about.length > 0 ? `[${about.join(' ')}: ${text}]` : text
}

function styleText({ face, size, features, raise }: Style): string {
  const up = raise === 0 ? [] : [`raised ${points(raise)}`]
  return [face, points(size), ...features, ...up].join(' ')
}

function styleOfMost(pieces: readonly Piece[]): string {
  const lengths = new Map<string, number>()
  for (const { text, run } of pieces) {
    const style = styleText(run.style)
    lengths.set(style, (lengths.get(style) ?? 0) + text.length)
  }
  return [...lengths].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}

function ruleRow({ left, top, width, height }: Rule): string {
  return `  rule\n${place(left, top)}  ${points(width)} × ${points(height)}`
}

function place(left: number, top: number): string {
  return [left, top].map((d) => String(Math.round(d / 10)).padStart(5)).join('')
}

/** Tenths of a point as points. */
function points(length: number): string {
  return String(Number((length / 10).toFixed(1)))
}
