// The faces that a document needs, as rules of a style sheet that carries them, cut down to the letters in use so that
// the document stays small.
import { faceBytes, faceOf } from '../faces.ts'
import type { FaceName } from '../faces.ts'
import { cutFace } from './cut-face.ts'

/** What a composition asks of a face, and what letters need to be right: swashes and the like stay behind. */
const FEATURES =
  'ccmp locl mark mkmk kern liga clig calt rlig onum lnum pnum tnum smcp c2sc sups case'.split(' ')
/** The hyphen and the space that a line may end with. */
const ALWAYS = '- ‐'

/**
 * `@font-face` rules for a document, with the fonts in them.
 *
 * @param html the body, from which the letters in use are read
 */
export async function fontRules(faces: readonly FaceName[], html: string): Promise<string> {
  const letters = [...new Set(html + ALWAYS)].join('')
  return (await Promise.all(faces.map((d) => fontRule(d, letters)))).join('\n')
}

async function fontRule(name: FaceName, letters: string): Promise<string> {
  const { family, weight, style } = faceOf(name)
  const small = await cutFace(await faceBytes(name), letters, FEATURES)
  const source = `url(data:font/ttf;base64,${small.toString('base64')})`
  return `@font-face{font-family:'${family}';font-weight:${weight};font-style:${style};src:${source}}`
}
