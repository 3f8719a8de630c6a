// The last damages: spaces, line ends, encodings. What an encoding cannot say, it is not used for.
import type { Job } from './job.ts'
import { wound } from './job.ts'
import type { Random } from './random.ts'
import { pick } from './random.ts'

const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'
const MOST_STRAYS = 6
const PROSE = /^(?:> |\s*)[\p{L}“‘"'*<]/u
/** What is indented after a list belongs to it. */
const LISTED = /^(?:\d+\.|[-*+]) /mu
const INDENTABLE = /(?<=\n\n)(?=\p{Lu})/gu
const SENTENCE = /(?<=\p{L}[.?!]) (?=\p{Lu})/gu
const WORDS = /(?<=\p{L}) (?=\p{L})/gu

/** Spaces doubled, left at line ends, set as tabs or as no-break spaces. */
export function spoilSpaces(job: Job, text: string, random: Random): string {
  const filled = job.wounds.some((d) => d.kind === 'wrap-lines') // no line grows afterwards
  const chosen = pick(random, ['  ', '  ', ' \n', '\t', '\u00A0', '\n\n\n', '   '])
  const form = filled && chosen === '  ' ? ' \n' : chosen
  wound(job, 'spaces', JSON.stringify(form))
  if (form === '\n\n\n') return text.replaceAll('\n\n', () => '\n'.repeat(random() < 0.5 ? 3 : 4))
  if (form === ' \n') return text.replaceAll('\n', () => (random() < 0.3 ? ' \n' : '\n'))
  if (form === '   ') return LISTED.test(text) ? text : text.replace(INDENTABLE, form)
  const [where, often] = form === '  ' ? [SENTENCE, 1] : [WORDS, 0.05]
  return text
    .split('\n')
    .map((line) =>
      PROSE.test(line) ? line.replace(where, () => (random() < often ? form : ' ')) : line
    )
    .join('\n')
}

/** `\r\n` or `\r` instead of `\n`. */
export function spoilLineEnds(job: Job, text: string, random: Random): string {
  const end = pick(random, ['\r\n', '\r\n', '\r'])
  wound(job, 'line-ends', JSON.stringify(end))
  return text.replaceAll('\n', end)
}

/** Bytes in another encoding than plain UTF-8. */
export function encode(job: Job, text: string, random: Random): Uint8Array {
  const name = pick(random, [
    'bom',
    'UTF-16LE',
    'UTF-16BE',
    'Windows-1252',
    'Windows-1252',
    'mixed',
    'mixed'
  ])
  const plain = Buffer.from(text)
  if (name === 'mixed') return mixed(job, text, random)
  const encoded = name === 'Windows-1252' ? windows1252(text) : unicode(name, text)
  if (encoded) wound(job, 'encoding', name)
  return new Uint8Array(encoded ?? plain)
}

function unicode(name: string, text: string): Buffer {
  if (name === 'bom') return Buffer.from(`\uFEFF${text}`)
  const little = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return name === 'UTF-16LE' ? little : little.swap16()
}

/** The bytes, or undefined when a sign has none. */
function windows1252(text: string): Buffer | undefined {
  const bytes: number[] = []
  for (const sign of text) {
    const byte = byteOf(sign)
    if (byte === undefined) return undefined
    bytes.push(byte)
  }
  return Buffer.from(bytes)
}

function byteOf(sign: string): number | undefined {
  const code = sign.codePointAt(0) ?? 0
  if (code < 0x80 || (code > 0x9f && code < 0x100)) return code
  const at = WINDOWS_1252.indexOf(sign)
  return at < 0 ? undefined : 0x80 + at
}

/** UTF-8 with a few single bytes of Windows-1252 among it. */
function mixed(job: Job, text: string, random: Random): Uint8Array {
  let strays = 0
  const parts = [...text].map((sign) => {
    const byte = (sign.codePointAt(0) ?? 0) < 0x80 ? undefined : byteOf(sign)
    if (byte === undefined || strays >= MOST_STRAYS || random() < 0.7) return Buffer.from(sign)
    strays++
    return Buffer.from([byte])
  })
  if (strays > 0) wound(job, 'encoding', `${strays} stray bytes`)
  return new Uint8Array(Buffer.concat(parts))
}
