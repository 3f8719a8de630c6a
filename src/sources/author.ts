// Who is named at the end of a stretch of text, where a title or *op. cit.* follows: names of persons and nothing else.
//
//     … much else, AW Johnson |   →   AW Johnson      (See VI Lenin |   →   VI Lenin      a drawing in |   →   nobody
import { BEFORE_AUTHOR } from '../queries/citations.ts'

/** Authors as they are named. */
export interface Author {
  /** Where the names begin and end in the text. */
  from: number
  to: number
  /** Their surnames and given names in lower case, without initials. */
  names: ReadonlySet<string>
}

const WINDOW = 160
const MOST_WORDS = 14
const WORD = /\S+/gu
const OPENING = /^[(["“„«]+/u
const INITIALS = /^(?:\p{Lu}\.?-?){1,4}$/u
/** No quotation mark may end it. */
const NAME = /^(?:[dlo][’'])?\p{Lu}(?:[\p{L}\p{M}’'-]*[\p{L}\p{M}])?$/u
const PARTICLE = /^(?:de|del|della|der|den|di|da|du|van|von|zu|ter|ten|la|ibn|bin)$/u
const AND = /^(?:and|&|und|et|y|e|with|al\.?)$/u
const EDITOR = /^\(?(?:eds?|hg|hrsg|dir|comp|trans)\.?\)?$/iu
/** Words with a capital that begin a sentence and are no name. */
const NO_NAME =
  /^(?:(?:[ií]dem|[ií]d|ders|dies|ib[ií]d(?:em)?|ebd|ebenda)[.,]*|the|as|but|for|this|that|thus|so|on|at|by|with|while|when|der|die|das|le|la|les|el|los|las)\s+/iu

/** The authors whose names end at an offset, a comma or colon between. */
export function authorBefore(text: string, at: number): Author | undefined {
  const floor = Math.max(0, at - WINDOW)
  const words = [...text.slice(floor, at).matchAll(WORD)].slice(-MOST_WORDS)
  let from: number | undefined
  let part: string[] = []
  for (const { 0: whole, index } of words.toReversed()) {
    const bare = whole.replace(/[,:]$/u, '')
    const opening = EDITOR.test(bare) ? '' : (OPENING.exec(bare)?.[0] ?? '')
    const word = bare.slice(opening.length)
    const last = from === undefined && part.length === 0
    if (!last && whole.endsWith(':')) break
    if (!last && whole.endsWith(',')) {
      if (!isName(part)) break
      part = []
    }
    const name = INITIALS.test(word) || NAME.test(word)
    if (!name && !PARTICLE.test(word) && !AND.test(word) && !EDITOR.test(word)) break
    part.unshift(word)
    if (name || (PARTICLE.test(word) && from !== undefined)) from = floor + index + opening.length
    if (opening) break
  }
  return from === undefined ? undefined : withoutLead(text, from, at)
}

/** Whether what follows a comma is a person of the list, `F Engels`, or the initials of the one before, `Marx, K.` */
function isName(part: readonly string[]): boolean {
  const names = part.filter((d) => INITIALS.test(d) || NAME.test(d))
  return names.length > 1 || names.some((d) => INITIALS.test(d)) || AND.test(part[0] ?? '')
}

function withoutLead(text: string, begin: number, at: number): Author | undefined {
  let from = begin
  for (;;) {
    const rest = text.slice(from, at)
    const lead = BEFORE_AUTHOR.exec(rest)?.[0] || NO_NAME.exec(rest)?.[0]
    if (!lead) break
    from += lead.length
  }
  const said = text.slice(from, at).replace(/[\s,:]+$/u, '')
  const names = namesIn(said)
  return names.size === 0 ? undefined : { from, to: from + said.length, names }
}

/** The names of a text in lower case. */
export function namesIn(text: string): ReadonlySet<string> {
  const words = text.split(/[\s,()]+/u).map((d) => d.replace(/[’']s$/u, ''))
  const names = words.filter((d) => NAME.test(d) && !INITIALS.test(d))
  return new Set(names.map((d) => d.toLowerCase()))
}
