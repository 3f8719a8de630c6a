// The content of a page in, whether it leaves all as it was out: then it may become part of a larger content, between `q` and
// `Q`. What is not known for sure, such as an image within the content, is told as not so (ISO 32000-1, 7.8.2).

const [OPEN, CLOSE, LESS, GREATER, SLASH, PERCENT, BACKSLASH] = [40, 41, 60, 62, 47, 37, 92]
/** White space, and what ends a word: ()<>[]{}/% */
const ENDS: ReadonlySet<number> = new Set([
  0, 9, 10, 12, 13, 32, 37, 40, 41, 47, 60, 62, 91, 93, 123, 125
])
const PAIRS: ReadonlyMap<string, readonly [pair: number, step: number]> = new Map([
  ['q', [0, 1]],
  ['Q', [0, -1]],
  ['BT', [1, 1]],
  ['ET', [1, -1]],
  ['BMC', [2, 1]],
  ['BDC', [2, 1]],
  ['EMC', [2, -1]]
])
/** Longer words are no operators of a pair, nor `ID`. */
const LONGEST = 3

/** Whether every state, text object and piece of marked content that is begun is ended, in this order. */
export function standsAlone(content: Uint8Array): boolean {
  const open = [0, 0, 0]
  for (let at = 0; at < content.length;) {
    const letter = content[at] ?? 0
    if (letter === OPEN) at = behindText(content, at)
    else if (letter === PERCENT) at = behind(content, at, (d) => d === 10 || d === 13)
    else if (letter === LESS && content[at + 1] !== LESS)
      at = behind(content, at, (d) => d === GREATER)
    else if (letter === SLASH) at = wordEnd(content, at + 1)
    else if (ENDS.has(letter)) at += 1
    else {
      const end = wordEnd(content, at)
      const word = end - at <= LONGEST ? String.fromCharCode(...content.subarray(at, end)) : ''
      const [pair, step] = PAIRS.get(word) ?? []
      if (word === 'ID') return false
      if (pair !== undefined && step !== undefined) {
        open[pair] = (open[pair] ?? 0) + step
        if ((open[pair] ?? 0) < 0) return false
      }
      at = end
    }
  }
  return open.every((d) => d === 0)
}

function wordEnd(content: Uint8Array, start: number): number {
  let at = start
  while (at < content.length && !ENDS.has(content[at] ?? 0)) at += 1
  return at
}

function behind(content: Uint8Array, start: number, isEnd: (letter: number) => boolean): number {
  let at = start
  while (at < content.length && !isEnd(content[at] ?? 0)) at += 1
  return at + 1
}

/** Behind a string in parentheses, which may be nested. */
function behindText(content: Uint8Array, start: number): number {
  let [at, depth] = [start, 0]
  do {
    const letter = content[at]
    if (letter === BACKSLASH) at += 1
    else if (letter === OPEN) depth += 1
    else if (letter === CLOSE) depth -= 1
    at += 1
  } while (depth > 0 && at < content.length)
  return at
}
