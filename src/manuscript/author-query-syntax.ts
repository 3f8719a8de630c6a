// What the parser has to know of author queries: `[[q: Is this date right?]]` stands in a line as one thing, like code, so
// that nothing in it is a note call or the end of emphasis. It ends at the first `]]` at which no bracket and no code of its
// own is open, or, where there is none such in the paragraph, at the very first. `\[[q:` is none, nor is one in code.
import type { Data } from 'unified'

export type Syntax = NonNullable<Data['micromarkExtensions']>[number]
type Constructs = NonNullable<NonNullable<Syntax['text']>[string]>
type Tokenize = Exclude<Constructs, readonly unknown[]>['tokenize']
type Effects = Parameters<Tokenize>[0]
type State = Parameters<Tokenize>[1]
type Token = Parameters<Effects['enter']>[0]

/** Tokens of our own, which the parser's list of them cannot know: a query, what one line holds of it, a lone opening. */
export const QUERY = 'authorQuery' as string as Token
export const PART = 'authorQueryPart' as string as Token
export const UNCLOSED = 'authorQueryUnclosed' as string as Token

const OPENING = '[[q:'
const [BANG, OPEN, BACKSLASH, CLOSE, TICK] = [33, 91, 92, 93, 96] as const

/** Before `[[q:`, `!` is no picture. */
const bang: Tokenize = (effects, ok, nok) => {
  const peep: Tokenize = (looks, found, not) => (code) => {
    looks.enter('data')
    looks.consume(code)
    looks.exit('data')
    return opening(looks, 'data', found, not)
  }
  const take: State = (code) => {
    effects.enter('data')
    effects.consume(code)
    effects.exit('data')
    return ok
  }
  return effects.check({ tokenize: peep }, take, nok)
}

const query: Tokenize = (effects, ok, nok) => {
  const isOpening: Tokenize = (looks, found, not) => opening(looks, UNCLOSED, found, not)
  const first = effects.attempt({ tokenize: whole(false) }, ok, opening(effects, UNCLOSED, ok, nok))
  const balanced = effects.attempt({ tokenize: whole(true) }, ok, first)
  return effects.check({ tokenize: isOpening }, balanced, nok)
}

/** What is added to the parser. */
export const authorQuerySyntax: Syntax = {
  text: { [OPEN]: { tokenize: query }, [BANG]: { tokenize: bang } }
}

/** A capital `Q` opens a query too. */
function letterOf(code: number | null): string {
  return code === null || code < 0 ? ' ' : String.fromCharCode(code).toLowerCase()
}

/** The four letters that open a query, as one token. */
function opening(effects: Effects, token: Token, ok: State, nok: State): State {
  let index = 0
  const letter: State = (code) => {
    if (letterOf(code) !== OPENING.charAt(index)) return nok(code)
    if (index === 0) effects.enter(token)
    effects.consume(code)
    index += 1
    if (index < OPENING.length) return letter
    effects.exit(token)
    return ok
  }
  return (code) => {
    index = 0
    return letter(code)
  }
}

/** A query to its end; another that opens before it says that this one has none. */
function whole(balanced: boolean): Tokenize {
  return (effects, ok, nok) => {
    let [depth, length] = [0, 0]
    let [coded, closing] = [false, false]
    let recent = ''
    const begin: State = (code) => {
      effects.enter(QUERY)
      effects.enter(PART)
      return inside(code)
    }
    const inside: State = (code) => {
      if (code === null) return nok(code)
      if (code < -2) return lineEnd(code)
      recent = (recent + letterOf(code)).slice(-OPENING.length)
      length += 1
      if (length > OPENING.length && recent === OPENING) return nok(code)
      const ends = closing && code === CLOSE
      if (length > OPENING.length) weigh(code)
      effects.consume(code)
      if (!ends) return code === BACKSLASH ? escaped : inside
      effects.exit(PART)
      effects.exit(QUERY)
      return ok
    }
    const weigh = (code: number): void => {
      closing = code === CLOSE && depth === 0 && !coded
      if (!balanced) return
      if (code === TICK) coded = !coded
      else if (code === OPEN && !coded) depth += 1
      else if (code === CLOSE && !coded && depth > 0) depth -= 1
    }
    /** Behind a backslash a bracket is a letter. */
    const escaped: State = (code) => {
      if (code !== BACKSLASH && code !== OPEN && code !== CLOSE && code !== TICK) return inside(code)
      recent = ''
      effects.consume(code)
      return inside
    }
    const lineEnd: State = (code) => {
      effects.exit(PART)
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      closing = false
      return nextLine
    }
    const nextLine: State = (code) => {
      if (code === null || code < -2) return nok(code)
      effects.enter(PART)
      return inside(code)
    }
    return begin
  }
}
