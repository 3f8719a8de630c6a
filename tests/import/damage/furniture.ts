// What stands at the head or the foot of a page: a number, a running title, both.
import type { Job } from './job.ts'
import type { Random } from './random.ts'
import { between, pick } from './random.ts'

const ROMANS =
  'vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii xxiv xxv'.split(' ')
const FORMS = [
  '58',
  '- 59 -',
  '60 TITLE',
  'TITLE',
  '[60]',
  'Page 61',
  'roman',
  '– 61 –',
  '61 | TITLE',
  'Page 61 of 212'
] as const

/** How the lines of a book look. */
type Form = (typeof FORMS)[number] | 'none'

/** The lines of one book, one a page; empty where it has none. */
export function furnitureOf({ clean, rough }: Job, random: Random): () => string {
  const capitals = random() < 0.8
  const [title = '', author = ''] = [clean.front['title'], rough.front['author']].map((d) =>
    capitals ? String(d).toUpperCase() : String(d)
  )
  const form = pick<Form | 'mixed'>(random, ['none', 'mixed', 'mixed', 'mixed', ...FORMS])
  const other = pick(random, [title, author])
  const feed = random() < 0.15 ? '\f' : ''
  let page = pick(random, [between(random, 7, 20), between(random, 30, 180)])
  return () => {
    page++
    const now = form === 'mixed' ? pick<Form>(random, ['58', '- 59 -', '60 TITLE']) : form
    const line = lineOf(now, page, page % 2 === 0 || now === 'TITLE' ? title : other)
    return line === '' ? '' : feed + line
  }
}

function lineOf(form: Form, page: number, running: string): string {
  if (form === 'none') return ''
  if (form === '- 59 -') return `- ${page} -`
  if (form === '– 61 –') return `– ${page} –`
  if (form === '61 | TITLE') return `${page} | ${running}`
  if (form === 'Page 61 of 212') return `Page ${page} of 212`
  if (form === '[60]') return `[${page}]`
  if (form === 'Page 61') return `Page ${page}`
  if (form === 'roman') return ROMANS[page % ROMANS.length] ?? 'vi'
  if (form === 'TITLE') return running
  if (form === '60 TITLE') return page % 2 === 0 ? `${page} ${running}` : `${running} ${page}`
  return `${page}`
}
