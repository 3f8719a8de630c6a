// Letters into widths. Comes in: a text of one style. Goes out: how far each letter carries the pen, as HarfBuzz has it,
// which is what Chromium has within 0.007 pt a line, kerning and ligatures included. The one file that names HarfBuzz.
import type { Style } from '../composition.ts'
import type { FaceName } from '../faces.ts'
import { keepRecent } from './keep-recent.ts'
import type { Recent } from './keep-recent.ts'

/** A text as its face sets it; lengths are ems. */
export interface Shaped {
  /** Advance of the cluster (a letter, or letters in one ligature) that begins at each UTF-16 index; 0 elsewhere. */
  advances: Float64Array
  /** 1 where a cluster begins. */
  starts: Uint8Array
  /** 1 where a cluster begins that takes letterspace: all but the invisible ones. */
  spaced: Uint8Array
  /** 1 on each letter of a cluster that the face has no drawing for; missing when it has all. */
  absent?: Uint8Array
  width: number
  /** Clusters that take letterspace. */
  letters: number
}

/** The faces of a book, ready to shape. */
export interface Shaper {
  shape: (text: string, style: Style) => Shaped
  has: (face: FaceName, codePoint: number) => boolean
}

/** On in every text, besides the features of its style. */
const ALWAYS = ['kern', 'liga', 'clig', 'calt']
/** Code units of shaped text that are remembered for one face and its features. */
const ROOM = 600_000
const LEFT_TO_RIGHT = 4
const UNDRAWN = /\p{Default_Ignorable_Code_Point}|\uFFFC/u
const FOREIGN = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u
const SHARED = /^[\p{Script=Common}\p{Script=Inherited}]/u
const SCRIPTS = [
  /^\p{Script=Latin}/u,
  /^\p{Script=Greek}/u,
  /^\p{Script=Cyrillic}/u,
  /^\p{Script=Armenian}/u,
  /^\p{Script=Georgian}/u
]

/** @param language BCP 47; some faces have forms of their own for one */
export async function openShaper(
  faces: ReadonlyMap<FaceName, Uint8Array>,
  language: string
): Promise<Shaper> {
  const hb = await import('harfbuzzjs')
  const buffer = new hb.Buffer()
  const fonts = new Map([...faces].map(([name, bytes]) => [name, open(bytes)]))
  const voices = new Map<string, Voice>()
  const voiceOf = new WeakMap<Style, Voice>()

  return { shape, has: (face, codePoint) => font(face).font.nominalGlyph(codePoint) !== undefined }

  function open(bytes: Uint8Array): { font: InstanceType<typeof hb.Font>; upem: number } {
    const face = new hb.Face(new hb.Blob(bytes))
    return { font: new hb.Font(face), upem: face.upem }
  }
  function font(name: FaceName): { font: InstanceType<typeof hb.Font>; upem: number } {
    const found = fonts.get(name)
    if (!found) throw new Error(`The face ${name} was not given`)
    return found
  }
  function shape(text: string, style: Style): Shaped {
    const voice = voiceOf.get(style) ?? findVoice(style)
    const known = voice.known.get(text)
    if (known) return known
    const shaped = join(
      text,
      scriptParts(text).map((part) => glyphs(part, voice))
    )
    voice.known.set(text, shaped, text.length + 20)
    return shaped
  }
  function findVoice(style: Style): Voice {
    const key = `${style.face}|${style.features.join()}`
    const tags = [...ALWAYS, ...style.features]
    const voice = voices.get(key) ?? {
      ...font(style.face),
      features: tags.map((tag) => new hb.Feature(tag, 1)),
      known: keepRecent(ROOM)
    }
    voices.set(key, voice)
    voiceOf.set(style, voice)
    return voice
  }
  function glyphs(part: string, voice: Voice): readonly Glyph[] {
    buffer.clearContents()
    buffer.addText(part)
    buffer.guessSegmentProperties()
    buffer.setLanguage(language)
    buffer.setDirection(LEFT_TO_RIGHT)
    hb.shape(voice.font, buffer, voice.features)
    return buffer.getGlyphInfosAndPositions().map(({ cluster, codepoint, xAdvance = 0 }) => {
      return { cluster, advance: xAdvance / voice.upem, drawn: codepoint !== 0 }
    })
  }

  /** A face with its features, and what it has shaped. */
  interface Voice {
    font: InstanceType<typeof hb.Font>
    upem: number
    features: InstanceType<typeof hb.Feature>[]
    known: Recent<string, Shaped>
  }
}

/** What HarfBuzz says of one glyph. */
interface Glyph {
  cluster: number
  advance: number
  drawn: boolean
}

/** Stretches of one script, as Chromium divides a text: what is common to all goes with what stands before it. */
function scriptParts(text: string): string[] {
  if (!FOREIGN.test(text)) return [text]
  const parts: string[] = []
  let current = -1
  for (const letter of text) {
    const script = SHARED.test(letter) ? current : SCRIPTS.findIndex((d) => d.test(letter)) + 1
    if (parts.length === 0 || (script !== current && current >= 0)) parts.push(letter)
    else parts[parts.length - 1] += letter
    current = script
  }
  return parts
}

function join(text: string, parts: readonly (readonly Glyph[])[]): Shaped {
  const { length } = text
  const advances = new Float64Array(length)
  const starts = new Uint8Array(length)
  const spaced = new Uint8Array(length)
  const lacking: number[] = []
  let [width, from] = [0, 0]
  const lengths = parts.length > 1 ? scriptParts(text).map((d) => d.length) : [length]
  parts.forEach((part, index) => {
    for (const { cluster, advance, drawn } of part) {
      const at = from + cluster
      advances[at] = (advances[at] ?? 0) + advance
      starts[at] = 1
      spaced[at] = takesLetterspace(text.codePointAt(at) ?? 0) ? 1 : 0
      width += advance
      if (!drawn) lacking.push(at)
    }
    from += lengths[index] ?? 0
  })
  const letters = spaced.reduce((sum, d) => sum + d, 0)
  const shaped = { advances, starts, spaced, width, letters }
  return lacking.length === 0 ? shaped : { ...shaped, absent: wholeClusters(lacking, starts) }
}

function wholeClusters(lacking: readonly number[], starts: Uint8Array): Uint8Array {
  const absent = new Uint8Array(starts.length)
  for (const first of lacking) {
    absent[first] = 1
    for (let at = first + 1; at < starts.length && starts[at] === 0; at++) absent[at] = 1
  }
  return absent
}

/** Chromium adds no letterspace behind a letter that is never drawn (measured; U+2060, U+FEFF and their like). */
function takesLetterspace(code: number): boolean {
  if (code < 0x34f) return code !== 0xad
  return !UNDRAWN.test(String.fromCodePoint(code))
}
