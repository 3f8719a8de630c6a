// The words of a title page in, a cover of 1600 by 2400 pixels out, in the type and the manner of the edition's design.
import type { Element, ElementContent } from 'hast'
import type { CoverSheet } from '../cover.ts'
import { coverField } from './cover-field.ts'
import { coverFrame } from './cover-frame.ts'
import { coverHandbill } from './cover-handbill.ts'
import type { Drawing } from './cover-drawing.ts'
import { drawWords, setWords } from './cover-text.ts'
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
/** Of a cover on paper, whatever its trim; on a low sheet the words would have no room. */
const LOWEST = 1900
/** Letters on a spine, as a share of its width, and the room at its ends. */
const SPINE = { size: 0.5, ends: 0.06 }
const KINDS = { frame: coverFrame, field: coverField, handbill: coverHandbill }

/** @param titlePage whose lines are known by their classes; a part goes before the subtitle */
export function setCover(titlePage: Element, setter: Setter, height = HEIGHT): CoverSheet {
  const drawing: Drawing = { width: WIDTH, height, lines: [], shapes: [] }
  KINDS[setter.design.cover](drawing, coverWords(titlePage), setter)
  return drawing
}

/** The front of a cover on paper of a trim, in pixels of which its width has 1600. */
export function setFrontCover(titlePage: Element, setter: Setter): CoverSheet {
  const { width, height } = setter.design
  const high = Math.max(LOWEST, Math.round((WIDTH * height) / width))
  return setCover(titlePage, setter, high)
}

/**
 * The spine, lying: author and title in a line that reads from head to foot when the book stands.
 *
 * @param length and width of the spine, in pixels
 */
export function setSpine(
  titlePage: Element,
  [length, width]: readonly [number, number],
  setter: Setter
): CoverSheet {
  const drawing: Drawing = { width: length, height: width, lines: [], shapes: [] }
  const { title, author } = coverWords(titlePage)
  const room = length * (1 - 2 * SPINE.ends)
  const type = { part: setter.design.parts.title, align: 'center', leading: 1 } as const
  const largest = SPINE.size * width
  const size = { largest, smallest: 1, width: room, height: largest }
  const text = setWords([author, title].filter(Boolean).join(' · '), { ...type, ...size }, setter)
  drawWords(drawing, text, length * SPINE.ends, (width - text.capitals) / 2, setter)
  return drawing
}

function coverWords(titlePage: Element): CoverWords {
  const line = (name: string) => textOf(titlePage, name)
  const subtitle = [line('part'), line('subtitle')].filter(Boolean).join(' · ')
  const [author, publisher] = [line('author'), line('publisher')]
  return {
    title: line('h1'),
    ...(subtitle && { subtitle }),
    ...(author && { author }),
    // Who publishes their own words is said once.
    ...(publisher && publisher !== author && { publisher })
  }
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
