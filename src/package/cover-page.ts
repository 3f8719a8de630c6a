// The cover as the first page of an EPUB: the edition's picture, or one made of what the typesetting has drawn.
// https://www.w3.org/TR/epub-33/#sec-cover-image
import type { Element } from 'hast'
import type { DataMap, VFile } from 'vfile'
import { pictureName } from '../assets.ts'
import type { Picture } from '../assets.ts'
import type { CoverSheet } from '../cover.ts'
import { fillShapes } from './fill-shapes.ts'
import { greyPng } from './png.ts'

type Chapter = NonNullable<DataMap['chapters']>[number]

/** A page and the picture on it. */
export interface CoverPage {
  chapter: Chapter
  picture: Picture
}

/** @returns undefined where there is neither a picture nor a drawing */
export function coverPage({ data }: VFile): CoverPage | undefined {
  const { cover, coverSheet } = data
  const picture = cover?.picture ?? (coverSheet && drawnPicture(coverSheet))
  if (!cover || !picture) return undefined
  const { name, width, height } = picture
  const image = element('img', { src: name, alt: cover.alt, width, height })
  const tree = element('section', { 'epub:type': 'cover', className: ['cover'] }, image)
  return { chapter: { filename: 'cover.xhtml', title: cover.title, kind: 'cover', tree }, picture }
}

function drawnPicture(sheet: CoverSheet): Picture {
  const { width, height } = sheet
  const bytes = greyPng(fillShapes(sheet), width, height)
  return { name: pictureName(bytes, 'png'), bytes, type: 'image/png', width, height }
}

function element(tagName: string, properties: Element['properties'], ...children: Element[]) {
  return { type: 'element' as const, tagName, properties, children }
}
