// The language of a text, told by its commonest words; between British and American English its spelling decides. English
// repairs are made only in English.
import type { Draft } from './draft.ts'
import { everyBlock } from './draft.ts'

const COMMON: Readonly<Record<string, string>> = {
  en: 'the and of to in that is was for it with as his on be at by this had not are but from or have an they which',
  de: 'der die und das den nicht ist von zu mit sich des auf für im dem ein eine auch als an nach wie wir es ich',
  fr: 'le la les des et est dans que une qui pour pas au sur ne plus par avec ce il sont du aux cette ou nous',
  es: 'el la los las de que en y por un una con no para se del al lo como más su pero sus es este ha',
  it: 'il di che la le per un una del non con si da della dei nel sono più come ma gli anche alla ed questo è',
  pt: 'o a os as de que e do da em um uma para com não por mais dos das no na se ao como foi é',
  nl: 'de het een en van is dat op te in niet zijn met voor die er aan ook als bij maar om uit wordt naar dan',
  sv: 'och att det som en på är av för med till den har inte om ett men var jag sig från vi så kan'
}
const AMERICAN =
  /\b(?:colou?r|labou?r|honou?r|favou?r|behavio?u?r|neighbou?r|harbou?r|centers?|centres?|theaters?|theatres?|defen[cs]e|organi[sz]\w+|reali[sz]\w+|recogni[sz]\w+|traveled|travelled)\b/giu
const AMERICAN_FORM = /(?:olor|bor|onor|avor|vior|ter|ters|ense|traveled)$|iz\w+$/iu
const FEWEST = 20
const SAMPLE = 200_000

/** Whether a tag is one of English. */
export function isEnglish(tag: string): boolean {
  return /^en\b/iu.test(tag)
}

/** Say which repairs and queries a text in another language does without. */
export function sayWhatIsLeft(draft: Draft): void {
  const reason = `Unexpected language \`${draft.language}\`: quotation marks and spelling are left alone, which are judged in English only`
  const message = draft.file.info(reason, { ruleId: 'language', source: 'press' })
  message.actual = draft.language
  message.expected = ['quotation marks and spelling left alone; no queries about English words']
}

/** The BCP 47 tag of the text: what the front matter says, else what its words say. */
export function detectLanguage(draft: Draft): string {
  const given = draft.given.get('language')
  if (typeof given === 'string') return given
  const text = sample(draft)
  const counts = new Map<string, number>()
  for (const [word] of text.matchAll(/\p{L}+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const scores = Object.entries(COMMON).map(([tag, words]) => ({
    tag,
    score: words.split(' ').reduce((sum, d) => sum + (counts.get(d) ?? 0), 0)
  }))
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a))
  if (best.tag !== 'en' && best.score >= FEWEST) return best.tag
  return american(text) ? 'en-US' : 'en-GB'
}

function sample(draft: Draft): string {
  let text = ''
  for (const { content } of everyBlock(draft)) {
    if (text.length > SAMPLE) break
    text += ` ${content.text.slice(0, SAMPLE).toLowerCase()}`
  }
  return text
}

function american(text: string): boolean {
  const forms = [...text.matchAll(AMERICAN)].map((d) => AMERICAN_FORM.test(d[0]))
  const yes = forms.filter(Boolean).length
  return yes >= 3 && yes > (forms.length * 2) / 3
}
