// The bytes of a content stream in, its operators with their operands out (ISO 32000-1, 7.8.2). Names and dictionaries
// keep their spelling; strings become bytes, one character each. A page has some ten thousand operators, so it is read
// letter by letter, and nothing is kept.

/** A text string, as bytes. */
export interface Bytes {
  bytes: string
}

/** A number; a name with its slash, a dictionary or a keyword as written; a string; a list. */
export type Operand = number | string | Bytes | readonly Operand[]

const [SLASH, LESS, MORE, OPEN, CLOSE] = [...'/<>()'].map((d) => d.charCodeAt(0))
const [LIST, LIST_END, PERCENT, ESCAPE_SIGN] = [...'[]%\\'].map((d) => d.charCodeAt(0))
const REGULAR = /[^\s\0/<>()[\]{}%]/u
/** By code: whether a character may stand in a word. */
const IS_REGULAR: readonly boolean[] = Array.from({ length: 256 }, (_, code) =>
  REGULAR.test(String.fromCharCode(code))
)
const WHITE = /[\s\0]/u
const IS_WHITE: readonly boolean[] = Array.from({ length: 256 }, (_, code) =>
  WHITE.test(String.fromCharCode(code))
)
const KEYWORDS: ReadonlySet<string> = new Set(['true', 'false', 'null'])
const ESCAPE = /\\(?:([0-7]{1,3})|(\r\n|[^]))/gu
const ESCAPED: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['\n', ''],
  ['\r', ''],
  ['\r\n', '']
])

/**
 * Read a content stream.
 *
 * @param content one character a byte
 * @param act told each operator with its operands, in order
 * @throws {Error} where it cannot be read, or has a picture within itself (`BI`)
 */
export function readOperations(
  content: string,
  act: (operator: string, operands: readonly Operand[]) => void
): void {
  const outer: Operand[][] = []
  let operands: Operand[] = []
  let at = 0
  while (at < content.length) {
    const code = content.charCodeAt(at)
    const start = at
    if (IS_WHITE[code]) at++
    else if (IS_REGULAR[code]) {
      at = skipRegular(content, at)
      const word = content.slice(start, at)
      const number = Number(word)
      if (!Number.isNaN(number)) operands.push(number)
      else if (KEYWORDS.has(word)) operands.push(word)
      else if (word === 'BI' || outer.length > 0) throw new Error(`Unexpected \`${word}\``)
      else {
        act(word, operands)
        operands = []
      }
    } else if (code === SLASH) {
      at = skipRegular(content, at + 1)
      operands.push(content.slice(start, at))
    } else if (code === OPEN) {
      at = endOfLiteral(content, at)
      operands.push({ bytes: readLiteral(content.slice(start + 1, at - 1)) })
    } else if (code === LESS && content.charCodeAt(at + 1) === LESS) {
      at = endOfDictionary(content, at)
      operands.push(content.slice(start, at))
    } else if (code === LESS) {
      at = content.indexOf('>', at) + 1
      if (at === 0) throw new Error('Unexpected string without an end')
      operands.push({ bytes: readHex(content.slice(start + 1, at - 1)) })
    } else if (code === LIST) {
      outer.push(operands)
      operands = []
      at++
    } else if (code === LIST_END) {
      const list = operands
      operands = outer.pop() ?? []
      operands.push(list)
      at++
    } else if (code === PERCENT) at = endOfLine(content, at)
    else throw new Error(`Unexpected byte ${code} in a content stream`)
  }
}

function skipRegular(content: string, start: number): number {
  let at = start
  while (IS_REGULAR[content.charCodeAt(at)]) at++
  return at
}

function endOfLine(content: string, start: number): number {
  let at = start
  while (at < content.length && content[at] !== '\n' && content[at] !== '\r') at++
  return at
}

/** The place behind the string that begins at `start`. */
function endOfLiteral(content: string, start: number): number {
  let depth = 0
  for (let at = start; at < content.length; at++) {
    const code = content.charCodeAt(at)
    if (code === ESCAPE_SIGN) at++
    else if (code === OPEN) depth++
    else if (code === CLOSE && --depth === 0) return at + 1
  }
  throw new Error('Unexpected string without an end')
}

/** The place behind the dictionary that begins at `start`. */
function endOfDictionary(content: string, start: number): number {
  let depth = 0
  for (let at = start; at < content.length;) {
    const [code, next] = [content.charCodeAt(at), content.charCodeAt(at + 1)]
    if (code === LESS && next === LESS) {
      depth++
      at += 2
    } else if (code === MORE && next === MORE) {
      at += 2
      if (--depth === 0) return at
    } else at = code === OPEN ? endOfLiteral(content, at) : at + 1
  }
  throw new Error('Unexpected dictionary without an end')
}

/** What stands between the brackets of a string (7.3.4.2). */
function readLiteral(inner: string): string {
  const text = inner.includes('\r') ? inner.replace(/(?<!\\)\r\n?/gu, '\n') : inner
  if (!text.includes('\\')) return text
  return text.replace(ESCAPE, (_, octal: string | undefined, letter = '') =>
    octal === undefined
      ? (ESCAPED.get(letter) ?? letter)
      : String.fromCharCode(Number.parseInt(octal, 8) & 255)
  )
}

function readHex(hex: string): string {
  const digits = hex.replace(/\s/gu, '')
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1')
}
