// Two paragraphs with the same key are set alike, piece for piece. Comes in: a paragraph. Goes out: its key, which holds all
// of its content, and of its elements which letters share one.
import type { Run, Style, Wrap } from '../composition.ts'
import type { Paragraph } from './paragraph.ts'

const styles = new WeakMap<Style, string>()
const wraps = new WeakMap<Wrap, string>()

export function paragraphKey(paragraph: Paragraph): string {
  const { runs, measure, indent, align, hyphenate, variants, preformatted, beside } = paragraph
  const { leading, inNote = false, language = '' } = paragraph
  const around = beside ? `${beside.lines},${beside.width}` : ''
  const flags = `${Number(hyphenate)}${Number(variants)}${Number(preformatted ?? false)}${Number(inNote)}`
  const seen = new Map<Wrap, number>()
  let key = `${measure}|${indent}|${align}|${flags}|${around}|${leading}|${language}`
  for (const { text, style, wraps: elements, call, width } of runs) {
    key += `\u0001${styleKey(style)}\u0002${call ?? ''},${width ?? ''}`
    for (const wrap of elements) {
      const number = seen.get(wrap) ?? seen.size
      seen.set(wrap, number)
      key += `\u0002${number}${wrapKey(wrap)}`
    }
    key += `\u0003${text}`
  }
  return key
}

/** How the letters of a run look, and which elements are around them. */
export function runKey({ style, wraps: elements, call, width }: Run): string {
  return [styleKey(style), call ?? '', width ?? '', ...elements.map(wrapKey)].join('\u0002')
}

function styleKey(style: Style): string {
  const known = styles.get(style)
  if (known !== undefined) return known
  const { face, size, features, tracking, raise } = style
  const key = `${face}|${size}|${features.join()}|${tracking}|${raise}`
  styles.set(style, key)
  return key
}

function wrapKey(wrap: Wrap): string {
  const known = wraps.get(wrap)
  if (known !== undefined) return known
  const key = JSON.stringify([wrap.tagName, wrap.properties])
  wraps.set(wrap, key)
  return key
}
