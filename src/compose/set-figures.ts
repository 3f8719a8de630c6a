// Bring the pictures in through the one door, and make a figure of a picture that stands alone in its paragraph: its
// title is the caption. The tree names each picture by its content, so print and EPUB find it in `file.data.pictures`.
//
//     ![A folded sheet](figures/fold.svg "Fold the long edge first")
import type { Element, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { readPicture } from '../assets.ts'
import type { Picture } from '../assets.ts'
import { queryAt } from '../failure.ts'
import { element } from './element.ts'

/** The pictures of an edition, by name. */
type Pictures = Map<string, Picture>

declare module 'vfile' {
  interface DataMap {
    pictures: Pictures
    /** Names of pictures, by line and column at which the manuscript has them: `12:1`. */
    drawn: ReadonlyMap<string, string>
  }
}

/** @throws {VFileMessage} exit 2 when a picture cannot be used */
export async function setFigures(tree: Root, file: VFile): Promise<void> {
  const images: Element[] = []
  visit(tree, 'element', (node) => {
    if (node.tagName === 'img') images.push(node)
  })
  for (const image of images) await setPicture(image, file)
  visit(tree, 'element', (node, index, parent) => {
    const image = onlyImage(node)
    if (!image || !parent || index === undefined) return undefined
    parent.children[index] = figure(image, node)
    return SKIP
  })
}

async function setPicture(image: Element, file: VFile): Promise<void> {
  const place = image.position ?? { line: 1, column: 1 }
  const picture = await readPicture(file, String(image.properties.src ?? ''), place)
  file.data.pictures = (file.data.pictures ?? new Map()).set(picture.name, picture)
  const { line, column } = image.position?.start ?? {}
  file.data.drawn = new Map(file.data.drawn).set(`${line}:${column}`, picture.name)
  const { alt, title } = image.properties
  if (alt === undefined)
    queryAt(file, place, 'pictures-have-alt', 'Unexpected picture without `alt`')
  image.properties = {
    src: picture.name,
    alt: alt ?? '',
    ...(title !== undefined && { title }),
    ...(picture.width && { width: Math.round(picture.width) }),
    ...(picture.height && { height: Math.round(picture.height) })
  }
}

function onlyImage(node: Element): Element | undefined {
  const [image, ...rest] = node.children
  const alone = node.tagName === 'p' && rest.length === 0 && image?.type === 'element'
  return alone && image.tagName === 'img' ? image : undefined
}

function figure(image: Element, paragraph: Element): Element {
  const { title, ...properties } = image.properties
  const caption = title ? element('figcaption', {}, String(title)) : undefined
  const made = element('figure', paragraph.properties, { ...image, properties }, caption)
  return { ...made, ...(paragraph.position && { position: paragraph.position }) }
}
