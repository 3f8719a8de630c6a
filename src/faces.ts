// The faces that an edition is set in, and which letters each has a drawing for. Comes in: the name of a face. Goes out:
// code points, read off the font itself.
import { readOwn } from './assets.ts'
import { fontLetters } from './faces/font-letters.ts'

const GARAMOND = 'node_modules/@expo-google-fonts/eb-garamond'
const COURIER = 'node_modules/@expo-google-fonts/courier-prime'
/** Bold has the letters of roman, and bold italic those of italic. */
const FACES = {
  roman: `${GARAMOND}/400Regular/EBGaramond_400Regular.ttf`,
  italic: `${GARAMOND}/400Regular_Italic/EBGaramond_400Regular_Italic.ttf`,
  code: `${COURIER}/400Regular/CourierPrime_400Regular.ttf`
} as const

/** The code points that each face has. */
export type FaceLetters = Readonly<Record<keyof typeof FACES, ReadonlySet<number>>>

let read: Promise<FaceLetters> | undefined

/** The letters of all faces; the fonts are read once. */
export function faceLetters(): Promise<FaceLetters> {
  return (read ??= readAll())
}

async function readAll(): Promise<FaceLetters> {
  const of = async (face: keyof typeof FACES) => fontLetters(await readOwn(FACES[face]))
  return { roman: await of('roman'), italic: await of('italic'), code: await of('code') }
}
