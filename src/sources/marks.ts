// The words of a note that stand for a source which another note names: *ibid.*, *op. cit.*, *idem* in every language, and
// what else a language has for them.
//
//     *Ebd.*, S. 5      Marx, a. a. O., S. 6      See note 5 above.

/** Words that stand for a source. */
export interface Mark {
  /**
   * `same`: the work cited last. `work`: the work of the author who is named before it, or the last one. `idem`: the author
   * named last, and where no title follows the work. `note`: what the note of that number cites. `author`: a name and a
   * page alone.
   */
  kind: 'same' | 'work' | 'idem' | 'note' | 'author'
  /** Where the words begin and end in the passage. */
  from: number
  to: number
  /** The number of the note, for `note`. */
  number?: number
}

/** Words of a language beside the Latin ones, as parts of a regular expression. */
interface Words {
  same?: string
  work?: string
  idem?: string
  note: string
}

const ENGLISH: Words = { note: String.raw`(?:foot)?note|n\.` }
const WORDS: Readonly<Record<string, Words>> = {
  en: ENGLISH,
  de: {
    same: String.raw`ebd\.?|ebenda(?:selbst)?`,
    work: String.raw`a\.\s?a\.\s?O\.?`,
    idem: String.raw`ders\.|dies\.`,
    note: String.raw`Anm\.|Anmerkung|Fußnote|Fn\.`
  },
  fr: { note: String.raw`note|n\.` },
  es: { note: String.raw`nota|n\.` }
}
const SAME = String.raw`ib[ií]d(?:em)?\.?`
const WORK = String.raw`(?:op|loc|art|ob|[oó]p)\.?\s?cit\.?`
const IDEM = String.raw`[ií]d(?:em|\.)`
/** Words that may lead to a source and say nothing of it. */
const LEAD = String.raw`see|also|cf\.?|compare|quoted in|cited in|vgl\.?|siehe|auch|voir|aussi|v[ée]ase|above,?|supra,?|oben,?`
const ABOVE = String.raw`above|supra|oben|ci-dessus|arriba`
const PAGES = String.raw`(?:pp?\.?|S\.|Seiten?|p[áa]gs?\.?)\s?\d[\d\s,–-]*(?:ff?\b\.?)?`
/** *Idem* stands for an author only where a source begins; *id* elsewhere is a word. */
const BEGINS = new RegExp(String.raw`(?:^|[.;:(]\s*|\b(?:${LEAD}|in)\s+)\W*$`, 'iu')
const OPENS = new RegExp(String.raw`^\W*(?:(?:${LEAD})\s+)*\W*$`, 'iu')
const NAMED = new RegExp(
  String.raw`^(?<lead>\W*(?:(?:${LEAD})\s+)*)(?<name>[^.;(]{2,80}?),?\s+${PAGES}\.?\s*$`,
  'iu'
)

/** Finds the marks of a text, in order, in the words of a language. */
export function marksIn(text: string, language: string): Mark[] {
  const own = WORDS[language.split('-')[0]?.toLowerCase() ?? ''] ?? ENGLISH
  const find = (kind: Mark['kind'], ...parts: readonly (string | undefined)[]): Mark[] => {
    const words = parts.filter(Boolean).join('|')
    const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words})(?![\p{L}\p{N}])`, 'giu')
    return [...text.matchAll(pattern)].map((d) => ({
      kind,
      from: d.index,
      to: d.index + d[0].length
    }))
  }
  const idems = find('idem', IDEM, own.idem).filter((d) =>
    BEGINS.test(text.slice(Math.max(0, d.from - 20), d.from))
  )
  const marks = [...find('same', SAME, own.same), ...find('work', WORK, own.work), ...idems]
  if (marks.length === 0) return noteMark(text, own.note)
  return marks.toSorted((a, b) => a.from - b.from)
}

/** `See note 5 above, p. 7.`: the whole of a note, for within others it leads to what is said there. */
function noteMark(text: string, words: string): Mark[] {
  const pattern = String.raw`^(?<lead>\W*(?:(?:${LEAD})\s+)*)(?<mark>(?:${words})\s?(?<number>\d{1,4})(?:,?\s+(?:${ABOVE}))?)(?:,?\s*${PAGES})?\.?\s*$`
  const { lead = '', mark, number } = new RegExp(pattern, 'iu').exec(text)?.groups ?? {}
  if (mark === undefined) return []
  return [
    { kind: 'note', from: lead.length, to: lead.length + mark.length, number: Number(number) }
  ]
}

/** `Smith, p. 4.`: the whole of a note; whether it is a name someone else must say. */
export function namedAlone(text: string): Mark | undefined {
  const { lead = '', name } = NAMED.exec(text)?.groups ?? {}
  if (name === undefined) return undefined
  return { kind: 'author', from: lead.length, to: lead.length + name.length }
}

/** Whether a note opens with the words at an offset. */
export function opensAt(text: string, at: number): boolean {
  return at < 80 && OPENS.test(text.slice(0, at))
}
