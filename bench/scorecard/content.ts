// A content stream of a PDF in, its operators with what they are given out: enough to see in which colour space letters
// are painted, which pdf.js does not tell.

/** An operator and its operands; a string is given as the number of its bytes, a name with its slash. */
export interface Operation {
  name: string
  given: readonly (number | string)[]
}

const BLANK = /[\s\0]/u
const ENDS = /[\s\0()<>[\]{}/%]/u

/** Read a stream, one byte a character (latin1). */
export function* operations(content: string): Generator<Operation> {
  let given: (number | string)[] = []
  let at = 0
  while (at < content.length) {
    const sign = content[at] ?? ''
    if (BLANK.test(sign) || '[]{}'.includes(sign) || sign === '>') at += 1
    else if (sign === '%') at = endOfLine(content, at)
    else if (sign === '(') {
      const end = endOfString(content, at)
      given.push(end - at - 2)
      at = end
    } else if (sign === '<' && content[at + 1] === '<') at += 2
    else if (sign === '<') {
      const end = content.indexOf('>', at) + 1 || content.length
      given.push(Math.ceil((end - at - 2) / 2))
      at = end
    } else {
      let end = at + 1
      while (end < content.length && !ENDS.test(content[end] ?? ' ')) end += 1
      const word = content.slice(at, end)
      at = end
      if (word === 'ID') at = endOfImage(content, at)
      else if (/^[-+.\d]/u.test(word)) given.push(Number(word))
      else if (word.startsWith('/')) given.push(word)
      else {
        yield { name: word, given }
        given = []
      }
    }
  }
}

function endOfLine(content: string, at: number): number {
  const length = content.slice(at).search(/[\r\n]/u)
  return length < 0 ? content.length : at + length
}

function endOfString(content: string, at: number): number {
  let depth = 0
  for (let i = at; i < content.length; i += 1) {
    if (content[i] === '\\') i += 1
    else if (content[i] === '(') depth += 1
    else if (content[i] === ')') depth -= 1
    if (depth === 0) return i + 1
  }
  return content.length
}

function endOfImage(content: string, at: number): number {
  const end = content.slice(at).search(/\sEI\s/u)
  return end < 0 ? content.length : at + end + 3
}
