// Letters into widths. Comes in: a text of one style. Goes out: how far each letter carries the pen, as HarfBuzz has it,
// which is what Chromium has within 0.007 pt a line, kerning and ligatures included. The one file that names HarfBuzz.
// Faces are opened when they are first asked for, and stay open for whatever else this process sets in them.
import type { Style } from '../composition.ts'
import type { Stroke } from '../cover.ts'
import type { FaceName } from '../faces.ts'
import { keepRecent } from './keep-recent.ts'
import type { Recent } from './keep-recent.ts'
import { scriptParts } from './script-parts.ts'

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

/** The drawing of a letter; lengths are ems, upwards from the baseline. */
export interface Outline {
  /** Where its letter begins in the text, and the pen there, without any letterspace. */
  at: number
  x: number
  y: number
  strokes: readonly Stroke[]
}

/** The faces of a book, ready to shape. */
export interface Shaper {
  /** @param language BCP 47, where it is not that of the book */
  shape: (text: string, style: Style, language?: string) => Shaped
  outlines: (text: string, style: Style) => readonly Outline[]
  has: (face: FaceName, codePoint: number) => boolean
}

type HarfBuzz = typeof import('harfbuzzjs')

/** A face that is open. */
interface OpenFace {
  font: InstanceType<HarfBuzz['Font']>
  upem: number
}

/** A face with its features and language, and what it has shaped. */
interface Voice extends OpenFace {
  features: InstanceType<HarfBuzz['Feature']>[]
  language: string
  known: Recent<string, Shaped>
}

/** On in every text, besides the features of its style. */
const ALWAYS = ['kern', 'liga', 'clig', 'calt']
/** Code units of shaped text that are remembered for one voice, and voices. */
const ROOM = 400_000
const VOICES = 24
const LEFT_TO_RIGHT = 4
const UNDRAWN = /\p{Default_Ignorable_Code_Point}|\uFFFC/u

/** By name and length of the file, which no two faces share. */
const openFaces = new Map<string, OpenFace>()
const voices = keepRecent<string, Voice>(VOICES)

/** @param language BCP 47; some faces have forms of their own for one */
export async function openShaper(
  faces: ReadonlyMap<FaceName, Uint8Array>,
  language: string
): Promise<Shaper> {
  const hb = await import('harfbuzzjs')
  const buffer = new hb.Buffer()
  const voiceOf = new WeakMap<Style, Voice>()
  return {
    shape,
    outlines,
    has: (face, codePoint) => open(face).font.nominalGlyph(codePoint) !== undefined
  }

  function open(name: FaceName): OpenFace {
    const bytes = faces.get(name)
    if (!bytes) throw new Error(`The face ${name} was not given`)
    const key = `${name}|${bytes.length}`
    const known = openFaces.get(key)
    if (known) return known
    const face = new hb.Face(new hb.Blob(bytes))
    const made = { font: new hb.Font(face), upem: face.upem }
    openFaces.set(key, made)
    return made
  }
  function shape(text: string, style: Style, foreign?: string): Shaped {
    const voice = foreign === undefined ? ownVoice(style) : findVoice(style, foreign)
    const known = voice.known.get(text)
    if (known) return known
    const shaped = join(
      text,
      scriptParts(text).map((part) => glyphs(part, voice))
    )
    voice.known.set(text, shaped, text.length + 20)
    return shaped
  }
  function outlines(text: string, style: Style): readonly Outline[] {
    const voice = ownVoice(style)
    const drawn: Outline[] = []
    let [from, pen] = [0, 0]
    for (const part of scriptParts(text)) {
      for (const { cluster, advance, codepoint, offset } of glyphs(part, voice)) {
        const strokes = voice.font.glyphToJson(codepoint).map(({ type, values }) => ({
          type,
          values: values.map((d) => d / voice.upem)
        }))
        drawn.push({ at: from + cluster, x: pen + offset.x, y: offset.y, strokes })
        pen += advance
      }
      from += part.length
    }
    return drawn
  }
  function ownVoice(style: Style): Voice {
    const known = voiceOf.get(style)
    if (known) return known
    const voice = findVoice(style, language)
    voiceOf.set(style, voice)
    return voice
  }
  function findVoice({ face, features }: Style, spoken: string): Voice {
    const key = `${face}|${faces.get(face)?.length}|${features.join()}|${spoken}`
    const before = voices.get(key)
    if (before) return before
    const tags = [...ALWAYS, ...features].map((tag) => new hb.Feature(tag, 1))
    const known = keepRecent<string, Shaped>(ROOM)
    const made = { ...open(face), features: tags, language: spoken, known }
    voices.set(key, made)
    return made
  }
  function glyphs(part: string, voice: Voice): readonly Glyph[] {
    buffer.clearContents()
    buffer.addText(part)
    buffer.guessSegmentProperties()
    buffer.setLanguage(voice.language)
    buffer.setDirection(LEFT_TO_RIGHT)
    hb.shape(voice.font, buffer, voice.features)
    // Asked for together, the two cost several times as much.
    const positions = buffer.getGlyphPositions()
    return buffer.getGlyphInfos().map(({ cluster, codepoint }, index) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {}
      const offset = { x: xOffset / voice.upem, y: yOffset / voice.upem }
      return { cluster, codepoint, advance: xAdvance / voice.upem, offset }
    })
  }
}

/** What HarfBuzz says of one glyph. */
interface Glyph {
  cluster: number
  /** Its number in the face; 0 is no letter's. */
  codepoint: number
  advance: number
  offset: { x: number; y: number }
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
    for (const { cluster, advance, codepoint } of part) {
      const at = from + cluster
      advances[at] = (advances[at] ?? 0) + advance
      starts[at] = 1
      spaced[at] = takesLetterspace(text.codePointAt(at) ?? 0) ? 1 : 0
      width += advance
      if (codepoint === 0) lacking.push(at)
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
