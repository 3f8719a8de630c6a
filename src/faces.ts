// The faces that an edition may be set in: static TrueType, the only form that Chromium embeds as it is. Comes in: the
// name of a face. Goes out: its file, and which letters and features it has drawings for, read off the font itself.
import { readOwn } from './assets.ts'
import { fontFeatures } from './faces/font-features.ts'
import { fontLetters } from './faces/font-letters.ts'
import { fontMetrics } from './faces/font-metrics.ts'
import type { FontMetrics } from './faces/font-metrics.ts'

const FONTS = 'node_modules/@expo-google-fonts'
/** Families, each with the folder and the file name of its cuts. */
const FAMILIES = {
  'EB Garamond': cuts('eb-garamond', 'EBGaramond'),
  'Source Serif 4': cuts('source-serif-4', 'SourceSerif4'),
  'Source Sans 3': cuts('source-sans-3', 'SourceSans3'),
  Alegreya: cuts('alegreya', 'Alegreya'),
  'Courier Prime': cuts('courier-prime', 'CourierPrime')
} as const

/** A family of faces. */
export type Family = keyof typeof FAMILIES
/** One of the four cuts that every family has. */
export type Cut = 'roman' | 'italic' | 'bold' | 'bold italic'
/** A family and its cut: `EB Garamond italic`. */
export type FaceName = `${Family} ${Cut}`

/** A face. */
export interface Face {
  family: Family
  weight: 400 | 700
  style: 'normal' | 'italic'
  /** From the project's folder. */
  path: string
}

/** The code points that each face has. */
export type FaceLetters = Readonly<Record<'roman' | 'italic' | 'code', ReadonlySet<number>>>

/** The letters of faces. */
export type LettersOf = ReadonlyMap<FaceName, ReadonlySet<number>>
/** The faces that an edition's design sets each kind of text in: code, all that is emphasised, paragraphs and notes, tables,
 * headings with the contents and running heads that repeat them, and what stands before and after the text. */
export type UsedFaces = Readonly<
  Record<'text' | 'italic' | 'table' | 'headings' | 'front' | 'code', LettersOf>
>

const letters = new Map<FaceName, Promise<ReadonlySet<number>>>()
const features = new Map<FaceName, Promise<ReadonlySet<string>>>()

/** Every family that a design may name. */
export const families = Object.keys(FAMILIES) as readonly Family[]

/** The face of a family for letters that are, or are not, bold and italic. */
export function faceName(family: Family, bold: boolean, italic: boolean): FaceName {
  const cut: Cut = bold ? (italic ? 'bold italic' : 'bold') : italic ? 'italic' : 'roman'
  return `${family} ${cut}`
}

/** What is known of a face. */
export function faceOf(name: FaceName): Face {
  const family = families.find((d) => name.startsWith(`${d} `))
  if (!family) throw new Error(`No face is called ${name}`)
  const cut = name.slice(family.length + 1) as Cut // a name is a family and its cut
  return {
    family,
    weight: cut.startsWith('bold') ? 700 : 400,
    style: cut.endsWith('italic') ? 'italic' : 'normal',
    path: FAMILIES[family][cut]
  }
}

/** The whole font file of a face. */
export async function faceBytes(name: FaceName): Promise<Uint8Array> {
  return readOwn(faceOf(name).path)
}

/** The code points of one face; a font is read once. */
export async function lettersOfFace(name: FaceName): Promise<ReadonlySet<number>> {
  const known = letters.get(name) ?? faceBytes(name).then(fontLetters)
  letters.set(name, known)
  return known
}

/** The letters of several faces. */
export async function lettersOf(names: readonly FaceName[]): Promise<LettersOf> {
  const pairs = names.map(async (d) => [d, await lettersOfFace(d)] as const)
  return new Map(await Promise.all(pairs))
}

/** The OpenType features that a face has, such as `smcp` and `onum`; what it has not must be imitated. */
export async function faceFeatures(name: FaceName): Promise<ReadonlySet<string>> {
  const known = features.get(name) ?? faceBytes(name).then(fontFeatures)
  features.set(name, known)
  return known
}

/** How high the letters of a face stand. */
export async function faceMetrics(name: FaceName): Promise<FontMetrics> {
  return fontMetrics(await faceBytes(name))
}

/** The letters of a family's roman and italic, and of the face for code; bold has those of roman. */
export async function faceLetters(
  text: Family = 'EB Garamond',
  code: Family = 'Courier Prime'
): Promise<FaceLetters> {
  return {
    roman: await lettersOfFace(`${text} roman`),
    italic: await lettersOfFace(`${text} italic`),
    code: await lettersOfFace(`${code} roman`)
  }
}

function cuts(folder: string, name: string): Readonly<Record<Cut, string>> {
  const file = (cut: string) => `${FONTS}/${folder}/${cut}/${name}_${cut}.ttf`
  return {
    roman: file('400Regular'),
    italic: file('400Regular_Italic'),
    bold: file('700Bold'),
    'bold italic': file('700Bold_Italic')
  }
}
