// The faces that a document needs, as rules of a style sheet that carries them: static TrueType, the only form that
// Chromium embeds as it is, cut down to the letters in use so that the document stays small.
import subsetFont from 'subset-font'
import { readOwn } from '../assets.ts'

interface Face {
  family: string
  weight: number
  style: 'normal' | 'italic'
  path: string
}

const GARAMOND = 'node_modules/@expo-google-fonts/eb-garamond'
const COURIER = 'node_modules/@expo-google-fonts/courier-prime'
const FACES: readonly (Face & { needed: RegExp })[] = [
  cut('EB Garamond', 400, 'normal', `${GARAMOND}/400Regular/EBGaramond_400Regular.ttf`, /./u),
  cut(
    'EB Garamond',
    400,
    'italic',
    `${GARAMOND}/400Regular_Italic/EBGaramond_400Regular_Italic.ttf`,
    /./u
  ),
  cut(
    'EB Garamond',
    700,
    'normal',
    `${GARAMOND}/700Bold/EBGaramond_700Bold.ttf`,
    /<(strong|b|th)\b/u
  ),
  cut(
    'EB Garamond',
    700,
    'italic',
    `${GARAMOND}/700Bold_Italic/EBGaramond_700Bold_Italic.ttf`,
    /<(strong|b)\b/u
  ),
  cut(
    'Courier Prime',
    400,
    'normal',
    `${COURIER}/400Regular/CourierPrime_400Regular.ttf`,
    /<(code|kbd|samp|pre)\b/u
  )
]
/** What the style sheets ask of a face, and what letters need to be right: swashes and the like stay behind. */
const FEATURES =
  'ccmp locl mark mkmk kern liga clig calt rlig onum lnum pnum tnum smcp c2sc sups case'.split(' ')
/** Letters that the style sheets and the page furniture add. */
const ALWAYS = '0123456789–—-*…· \u2002\u2003'

function cut(family: string, weight: number, style: Face['style'], path: string, needed: RegExp) {
  return { family, weight, style, path, needed }
}

/**
 * `@font-face` rules for a document, with the fonts in them.
 *
 * @param html the body, from which the letters and faces in use are read
 */
export async function fontRules(html: string): Promise<string> {
  const letters = [...new Set(html + ALWAYS)].join('')
  const faces = FACES.filter((d) => d.needed.test(html))
  return (await Promise.all(faces.map((d) => fontRule(d, letters)))).join('\n')
}

async function fontRule(face: Face, letters: string): Promise<string> {
  const whole = Buffer.from(await readOwn(face.path))
  const small = await subsetFont(whole, letters, {
    targetFormat: 'sfnt',
    keepFeatures: FEATURES,
    noHinting: true
  })
  const source = `url(data:font/ttf;base64,${small.toString('base64')})`
  return `@font-face{font-family:'${face.family}';font-weight:${face.weight};font-style:${face.style};src:${source}}`
}
