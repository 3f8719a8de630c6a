// Character references: `&amp;` and `&#233;` in, the letter that each stands for out. Markdown and HTML know the same.
import { parseMarkdown } from '../manuscript.ts'

/** A reference as it is read. */
export interface Reference {
  text: string
  /** Code units that it takes. */
  units: number
}

const REFERENCE = /&(?:#[xX][\da-fA-F]{1,6}|#\d{1,7}|[a-zA-Z][\da-zA-Z]{1,31});/uy
const known = new Map<string, string>()
/** More names than any text has, and few enough to keep. */
const MOST = 4000

/** The reference that stands at a place; undefined where it is none, or says nothing but itself. */
export function referenceAt(source: string, at: number): Reference | undefined {
  REFERENCE.lastIndex = at
  const [name] = REFERENCE.exec(source) ?? []
  if (name === undefined) return undefined
  const text = known.get(name) ?? decode(name)
  if (known.size < MOST) known.set(name, text)
  return text === name ? undefined : { text, units: name.length }
}

/** A space or a tab. */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 9
}

function decode(name: string): string {
  // Alone in its paragraph, white space would be cut off.
  const [paragraph] = parseMarkdown(`x${name}x`).children
  const [node] = paragraph?.type === 'paragraph' ? paragraph.children : []
  return node?.type === 'text' ? node.value.slice(1, -1) : name
}
