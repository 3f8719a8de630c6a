// The type that goes into the EPUB: the text face of the edition's design, cut down to the letters that each cut sets. A
// reader that ignores it shows the text in its own type, and nothing is lost.
import type { Nodes } from 'hast'
import subsetFont from 'subset-font'
import type { DataMap } from 'vfile'
import { faceBytes, faceName } from '../faces.ts'
import type { FaceName, Family } from '../faces.ts'

type Chapter = NonNullable<DataMap['chapters']>[number]

/** A cut of the type, ready for the EPUB. */
export interface Face {
  filename: string
  weight: 'normal' | 'bold'
  style: 'normal' | 'italic'
  bytes: Uint8Array
}

/** Kerning, ligatures and accents; old-style figures for the text. Small capitals and swashes would double its size. */
const FEATURES = ['kern', 'liga', 'ccmp', 'locl', 'mark', 'mkmk', 'calt', 'onum']
/** Copyright and licence, which the SIL Open Font License wants to stay with the letters. */
const NAMES = [0, 13, 14]
/** What styles/epub.css sets in italic and in bold. */
const ITALIC = /^(?:i|em|cite|dfn|var|caption|figcaption|th|h[3-6])$/u
const BOLD = /^(?:b|strong|dt)$/u
/** What the press itself sets: numbers of notes, contents. */
const ALWAYS = '0123456789.,;:()–—‘’“” '

/** Cuts of the family in a fixed order, each only if the text uses it. */
export async function subsetFaces(chapters: readonly Chapter[], family: Family): Promise<Face[]> {
  const used = new Map<string, Set<string>>([['400regular', new Set(ALWAYS)]])
  for (const { title, tree } of chapters) {
    gather({ type: 'text', value: title }, false, false, used)
    gather(tree, false, false, used)
  }
  const names = [...used.keys()].toSorted()
  return Promise.all(
    names.map((name) => subset(family, name, [...(used.get(name) ?? [])].toSorted().join('')))
  )
}

/** Note each letter for the face that sets it, and for the regular one, which a nested `<em>` falls back to. */
function gather(node: Nodes, bold: boolean, italic: boolean, used: Map<string, Set<string>>): void {
  if (node.type === 'text') {
    for (const name of ['400regular', cutOf(bold, italic)]) {
      const letters = used.get(name) ?? new Set()
      for (const letter of node.value) letters.add(letter)
      used.set(name, letters)
    }
  }
  if (node.type !== 'element') return
  const heavy = bold || BOLD.test(node.tagName)
  const slanted = italic || ITALIC.test(node.tagName)
  for (const child of node.children) gather(child, heavy, slanted, used)
}

/** As it stands in the name of the file. */
function cutOf(bold: boolean, italic: boolean): string {
  return `${bold ? '700bold' : '400regular'}${italic ? '-italic' : ''}`
}

async function subset(family: Family, cut: string, letters: string): Promise<Face> {
  const [bold, italic] = [cut.startsWith('700'), cut.endsWith('italic')]
  const name: FaceName = faceName(family, bold, italic)
  const bytes = await subsetFont(Buffer.from(await faceBytes(name)), letters, {
    targetFormat: 'sfnt',
    keepFeatures: FEATURES,
    preserveNameIds: NAMES,
    noHinting: true
  })
  return {
    filename: `${family.toLowerCase().replaceAll(' ', '-')}-${cut}.ttf`,
    weight: bold ? 'bold' : 'normal',
    style: italic ? 'italic' : 'normal',
    bytes
  }
}
