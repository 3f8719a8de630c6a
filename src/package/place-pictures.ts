// Each picture that the text shows goes into the EPUB once, under its own name in the folder `images/`.
import { visit } from 'unist-util-visit'
import type { DataMap, VFile } from 'vfile'
import type { Picture } from '../assets.ts'
import { failAt, queryAt } from '../failure.ts'

type Chapters = NonNullable<DataMap['chapters']>

/**
 * Point every `<img>` at its place in the EPUB.
 *
 * @param cover which no line of the manuscript shows
 * @returns the pictures shown, by name
 * @throws {VFileMessage} exit 2 for a picture that did not come in through assets.ts
 */
export function placePictures(chapters: Chapters, file: VFile, cover?: Picture): Picture[] {
  const shown = new Map<string, Picture>()
  for (const { tree } of chapters) {
    let line = 1
    visit(tree, 'element', (node) => {
      line = node.data?.line ?? node.position?.start.line ?? line
      if (node.tagName !== 'img') return
      const name = String(node.properties.src ?? '')
      const picture = name === cover?.name ? cover : file.data.pictures?.get(name)
      const place = { line, column: 1 }
      if (!picture)
        return failAt(file, place, 'place-pictures', `Unexpected picture \`${name}\`, not read in`)
      if (picture.type === 'image/webp' && !shown.has(name))
        queryAt(
          file,
          place,
          'place-pictures',
          'Unexpected WebP picture, expected PNG or JPEG: many e-readers cannot show it'
        )
      shown.set(name, picture)
      node.properties.src = `images/${name}`
    })
  }
  return [...shown.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}
