// The content of a page in, its operators with what stands before each out (ISO 32000-1, 7.8.2). Bytes are read as Latin 1;
// what is broken gives tokens that no operator wants, and nothing is thrown.

/** What can stand before an operator. */
export type Operand =
  | number
  | { name: string }
  | { text: string }
  | readonly Operand[]
  | { entries: ReadonlyMap<string, Operand> }

/** An operator and its operands. */
export interface Operation {
  operator: string
  operands: readonly Operand[]
}

/** White space and comments, a number, a name, a string of hexadecimal digits, a delimiter, a word. */
const TOKEN =
  /(?:[\0\t\n\f\r ]+|%[^\r\n]*)*(?:([+-]?(?:\d+\.?\d*|\.\d+)(?![^\0\t\n\f\r ()<>[\]{}/%]))|\/([^\0\t\n\f\r ()<>[\]{}/%]*)|<([\da-fA-F\0\t\n\f\r ]*)>|(\(|<<|>>|\[|\]|\{|\})|([^\0\t\n\f\r ()<>[\]{}/%]+))/gy
/** Operands that one operator may have; more are an attack on the memory. */
const MOST = 50_000
const DEEPEST = 20

/** The operations in order. */
export function* operationsIn(content: string): Generator<Operation> {
  const stack: Operand[][] = [[]]
  TOKEN.lastIndex = 0
  for (let found = TOKEN.exec(content); found; found = TOKEN.exec(content)) {
    const [, number, name, hex, delimiter, word] = found
    const top = stack.at(-1) ?? []
    if (top.length > MOST) top.length = 0
    if (number !== undefined) top.push(Number(number))
    else if (name !== undefined) top.push({ name })
    else if (hex !== undefined) top.push({ text: fromHex(hex) })
    else if (delimiter === '(') {
      const { text, end } = literal(content, TOKEN.lastIndex)
      top.push({ text })
      TOKEN.lastIndex = end
    } else if (delimiter === '[' || delimiter === '<<') {
      if (stack.length < DEEPEST) stack.push([])
    } else if (delimiter === ']' || delimiter === '>>') {
      if (stack.length === 1) continue
      stack.pop()
      stack.at(-1)?.push(delimiter === ']' ? top : { entries: entriesOf(top) })
    } else if (word !== undefined) {
      const at = TOKEN.lastIndex
      yield { operator: word, operands: stack[0] ?? [] }
      // The caller may have read another content meanwhile.
      TOKEN.lastIndex = word === 'ID' ? imageEnd(content, at) : at
      stack.length = 1
      stack[0] = []
    }
  }
}

function fromHex(digits: string): string {
  const even = digits.replace(/[^\da-fA-F]/gu, '')
  return Buffer.from(even.length % 2 === 0 ? even : `${even}0`, 'hex').toString('latin1')
}

/** A string in parentheses, which may be nested; `\n` and `\101` are read. */
function literal(content: string, start: number): { text: string; end: number } {
  let [depth, at] = [1, start]
  while (at < content.length && depth > 0) {
    const letter = content[at]
    if (letter === '\\') at += 1
    else if (letter === '(') depth += 1
    else if (letter === ')') depth -= 1
    at += 1
  }
  return { text: unescaped(content.slice(start, at - 1)), end: at }
}

const NAMED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function unescaped(raw: string): string {
  return raw.replace(/\\([0-7]{1,3}|\r\n|[^])/gu, (_, d: string) =>
    /^[0-7]/u.test(d) ? String.fromCharCode(parseInt(d, 8) & 0xff) : (NAMED[d] ?? d.trim())
  )
}

function entriesOf(operands: readonly Operand[]): ReadonlyMap<string, Operand> {
  const entries = new Map<string, Operand>()
  for (let i = 0; i + 1 < operands.length; i += 2) {
    const [key, value] = [operands[i], operands[i + 1]]
    if (typeof key === 'object' && 'name' in key && value !== undefined)
      entries.set(key.name, value)
  }
  return entries
}

/** Behind the bytes of an inline image. */
function imageEnd(content: string, start: number): number {
  const end = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/u.exec(content.slice(start))
  return end ? start + end.index + end[0].length : content.length
}
