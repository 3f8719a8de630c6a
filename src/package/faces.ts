// The type that goes into the EPUB: EB Garamond cut down to the letters each face sets. A reader that ignores it shows
// the text in its own type, and nothing is lost.
import type { Nodes } from 'hast'
import subsetFont from 'subset-font'
import type { DataMap } from 'vfile'
import { readOwn } from '../assets.ts'

type Chapter = NonNullable<DataMap['chapters']>[number]

/** A cut of the type, ready for the EPUB. */
export interface Face {
  filename: string
  weight: 'normal' | 'bold'
  style: 'normal' | 'italic'
  bytes: Uint8Array
}

const FAMILY = 'node_modules/@expo-google-fonts/eb-garamond'
/** Kerning, ligatures and accents; old-style figures for the text. Small capitals and swashes would double its size. */
const FEATURES = ['kern', 'liga', 'ccmp', 'locl', 'mark', 'mkmk', 'calt', 'onum']
/** Copyright and licence, which the SIL Open Font License wants to stay with the letters. */
const NAMES = [0, 13, 14]
/** What styles/epub.css sets in italic and in bold. */
const ITALIC = /^(?:i|em|cite|dfn|var|caption|figcaption|th|h[3-6])$/u
const BOLD = /^(?:b|strong|dt)$/u
/** What the press itself sets: numbers of notes, contents. */
const ALWAYS = '0123456789.,;:()–—‘’“” '

/** Faces in a fixed order, each only if the text uses it. */
export async function subsetFaces(chapters: readonly Chapter[]): Promise<Face[]> {
  const used = new Map<string, Set<string>>([['400Regular', new Set(ALWAYS)]])
  for (const { title, tree } of chapters) {
    gather({ type: 'text', value: title }, false, false, used)
    gather(tree, false, false, used)
  }
  const names = [...used.keys()].toSorted()
  return Promise.all(
    names.map((name) => subset(name, [...(used.get(name) ?? [])].toSorted().join('')))
  )
}

/** Note each letter for the face that sets it, and for the regular one, which a nested `<em>` falls back to. */
function gather(node: Nodes, bold: boolean, italic: boolean, used: Map<string, Set<string>>): void {
  if (node.type === 'text') {
    for (const name of ['400Regular', faceName(bold, italic)]) {
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

function faceName(bold: boolean, italic: boolean): string {
  return `${bold ? '700Bold' : '400Regular'}${italic ? '_Italic' : ''}`
}

async function subset(name: string, letters: string): Promise<Face> {
  const whole = await readOwn(`${FAMILY}/${name}/EBGaramond_${name}.ttf`)
  const bytes = await subsetFont(Buffer.from(whole), letters, {
    targetFormat: 'sfnt',
    keepFeatures: FEATURES,
    preserveNameIds: NAMES,
    noHinting: true
  })
  return {
    filename: `eb-garamond-${name.toLowerCase().replace('_', '-')}.ttf`,
    weight: name.startsWith('700') ? 'bold' : 'normal',
    style: name.endsWith('Italic') ? 'italic' : 'normal',
    bytes
  }
}
