// The words of a title page in, a cover of 1600 by 2400 pixels out, in the type and the manner of the edition's design.
import type { Element, ElementContent } from 'hast'
import type { CoverSheet } from '../cover.ts'
import { coverField } from './cover-field.ts'
import { coverFrame } from './cover-frame.ts'
import { coverHandbill } from './cover-handbill.ts'
import type { Drawing } from './cover-drawing.ts'
import type { Setter } from './text-block.ts'

/** What a cover says. */
export interface CoverWords {
  title: string
  subtitle?: string
  author?: string
  publisher?: string
}

/** Pixels: what shops and shelves ask for, two by three. */
const WIDTH = 1600
const HEIGHT = 2400
const KINDS = { frame: coverFrame, field: coverField, handbill: coverHandbill }

/** @param titlePage whose lines are known by their classes; a part goes before the subtitle */
export function setCover(titlePage: Element, setter: Setter): CoverSheet {
  const line = (name: string) => textOf(titlePage, name)
  const subtitle = [line('part'), line('subtitle')].filter(Boolean).join(' · ')
  const [author, publisher] = [line('author'), line('publisher')]
  const words = {
    title: line('h1'),
    ...(subtitle && { subtitle }),
    ...(author && { author }),
    // Who publishes their own words is said once.
    ...(publisher && publisher !== author && { publisher })
  }
  const drawing: Drawing = { width: WIDTH, height: HEIGHT, lines: [], shapes: [] }
  KINDS[setter.design.cover](drawing, words, setter)
  return drawing
}

/** The words of a line, without the call of a note. */
function textOf({ children }: Element, name: string): string {
  const line = children.find(
    (d) =>
      d.type === 'element' &&
      (d.tagName === name ||
        (Array.isArray(d.properties.className) && d.properties.className.includes(name)))
  )
  return line ? wordsIn(line).replace(/\s+/gu, ' ').trim() : ''
}

function wordsIn(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element' || node.tagName === 'note-call') return ''
  return node.children.map(wordsIn).join('')
}
