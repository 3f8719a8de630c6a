// How a section begins: its first letter as a capital that goes down over some lines, its first words in small capitals.
import type { Line, Run, Style } from '../composition.ts'
import type { Place, Setter } from './text-block.ts'
import { faceOfPart } from './baseline.ts'
import type { Drawn, Matter, Slot } from './matter.ts'
import { lookOf, styleOf } from './styles.ts'
import { DROP_CAP } from './taste.ts'

/** The beginning of a section. */
export interface Opening {
  runs: readonly Run[]
  /** Room for the capital beside the first lines; missing where there is none. */
  beside?: { lines: number; width: number }
  /** Draws the capital. */
  around: (matter: Matter) => Matter
}

/** A quotation mark before the first letter goes with it. */
const FIRST = /^(?<cap>[“‘«„]?\p{L}\p{M}*)/u
/** Letters to which a paragraph must go on, so that the lines beside a capital are filled. */
const SHORTEST = 200

/** The opening of a section as the design wants it; the runs as they are where it wants nothing. */
export function openSection(runs: readonly Run[], place: Place, setter: Setter): Opening {
  const { dropCap, openingSmallCaps } = setter.design
  const small = openingSmallCaps > 0 ? inSmallCaps(runs, openingSmallCaps, setter) : runs
  const length = runs.reduce((sum, d) => sum + d.text.length, 0)
  const [first] = small
  const cap = first?.call === undefined ? FIRST.exec(first?.text ?? '')?.groups?.cap : undefined
  if (dropCap < 2 || length < SHORTEST || !first || !cap) return { runs: small, around: (d) => d }
  const rest = { ...first, text: first.text.slice(cap.length) }
  const capital = dropCapital(cap, first, place, setter)
  const width = capital.line.width + DROP_CAP.gap * place.part.size
  return {
    runs: [...(rest.text === '' ? [] : [rest]), ...small.slice(1)],
    beside: { lines: dropCap, width },
    around: (matter) => aroundCapital(matter, capital)
  }
}

function aroundCapital({ settings, draw, again }: Matter, capital: Capital): Matter {
  return {
    settings,
    draw: (slot) => withCapital(draw(slot), capital, slot),
    ...(again && { again: (set) => aroundCapital(again(set), capital) })
  }
}

interface Capital {
  line: Line
  /** Top and height of its line box, from the top of the first line's. */
  down: number
  leading: number
}

/** As high as from the top of the first line's capitals to the baseline of the last line beside it. */
function dropCapital(text: string, run: Run, place: Place, setter: Setter): Capital {
  const { part } = place
  const lines = setter.design.dropCap
  const { ascent, descent, capitals } = setter.metricsOf(faceOfPart(part))
  const size = Math.round(part.size + ((lines - 1) * part.leading) / capitals)
  const look = { ...lookOf(part), size, small: false, tracking: 0 }
  const style: Style = styleOf(look, setter.featuresOf)
  const leading = lines * part.leading
  const middle = (d: number) => ((ascent - descent) / 2) * d
  const baseline = (lines - 1) * part.leading + part.leading / 2 + middle(part.size)
  const line: Line = {
    pieces: [{ text, run: { ...run, style } }],
    end: 'inside',
    left: 0,
    width: setter.lines.width(text, style),
    wordSpace: 0,
    tracking: 0,
    stretch: 1
  }
  return { line, down: baseline - leading / 2 - middle(size), leading }
}

function withCapital(drawn: Drawn, { line, down, leading }: Capital, slot: Slot): Drawn {
  const [block, ...blocks] = drawn.blocks
  const top = block?.lines[0]?.top
  if (slot.from > 0 || !block || top === undefined) return drawn
  const capital = { line, top: top + down, leading }
  return { ...drawn, blocks: [{ ...block, lines: [capital, ...block.lines] }, ...blocks] }
}

/** The first words, as a count, in the small capitals of the face; unchanged where it has none. */
function inSmallCaps(runs: readonly Run[], count: number, { featuresOf }: Setter): Run[] {
  let left = count
  return runs.flatMap((run): Run[] => {
    if (left <= 0 || run.call !== undefined || run.width !== undefined) return [run]
    if (!featuresOf(run.style.face).has('smcp')) return [run]
    const words = run.text.split(/(?<= )/u)
    const taken = words.slice(0, left).join('')
    left -= taken.split(' ').length - 1
    const rest = run.text.slice(taken.length)
    const style = { ...run.style, features: [...run.style.features, 'smcp'] }
    return [{ ...run, style, text: taken }, ...(rest === '' ? [] : [{ ...run, text: rest }])]
  })
}
