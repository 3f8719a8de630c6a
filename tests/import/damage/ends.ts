// What stands at the head and the foot of an article: title, byline, end mark. The front matter of the manuscript is taken
// away, and what of it is said nowhere cannot come back.
import type { Piece } from './copy.ts'
import type { Damage } from './job.ts'
import { inProse, wound } from './job.ts'
import { pick } from './random.ts'

/** The end mark instead of the last stop; without this damage nobody can know of one. */
export const endMark: Damage = (job, random) => {
  const last = job.rough.pieces.at(-1)
  const mark = pick(random, ['●', '■', '◆'])
  if (last?.kind !== 'paragraph' || !last.text.endsWith('.')) return
  last.text = `${last.text.slice(0, -1)} ${mark}`
  job.clean.front['end-mark'] = mark
  wound(job, 'end-mark', mark)
}

/** The name of the author under the title or after the last word. */
export const byline: Damage = (job, random) => {
  const author = String(job.rough.front['author'])
  const form = pick(random, ['Jane Doe', 'Jane Doe', 'By Jane Doe', '*Jane Doe*', 'by Jane Doe'])
  const line: Piece = { kind: 'kept', depth: 0, text: form.replace('Jane Doe', author) }
  job.clean.front['author'] = author
  if (/by/iu.test(form)) job.rough.pieces.unshift(line)
  else job.rough.pieces.push(line)
  wound(job, 'byline', line.text)
}

/** The title as a heading in capitals, a line in capitals, underlined or in bold. */
export const titleForm: Damage = (job, random) => {
  const { rough } = job
  const title = String(rough.front['title'])
  const form = pick(random, ['capitals', 'heading in capitals', 'underlined', 'bold'])
  const capitals = inProse(title, (d) => d.toUpperCase())
  if (form === 'underlined') rough.front['head'] = `${title}\n${'='.repeat(title.length)}`
  else if (form === 'bold') rough.front['head'] = `**${title}**`
  else rough.front['head'] = form === 'capitals' ? capitals : `# ${capitals}`
  wound(job, 'title', form)
}
