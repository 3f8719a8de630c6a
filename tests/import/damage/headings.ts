// Damages to headings, where the level can still be told: from a number, or because all are of one level.
import type { Piece } from './copy.ts'
import type { Damage } from './job.ts'
import { wound } from './job.ts'
import { between, pick } from './random.ts'

const NUMBERED = /^\d+(?:\.\d+)*\.? /u

/** How a heading may be written. */
type Form = 'deeper' | 'uneven' | 'bold' | 'bold-deeper' | 'capitals' | 'underlined'

/** Headings of uneven or too deep levels, in bold, in capitals, underlined. */
export const roughHeadings: Damage = (job, random) => {
  const headings = job.rough.pieces.filter((d) => d.kind === 'heading')
  if (headings.length === 0) return
  const numbered = headings.every((d) => NUMBERED.test(d.text))
  const level = headings.every((d) => d.depth === headings[0]?.depth)
  const forms: [Form, ...Form[]] = ['deeper', 'underlined']
  if (level) forms.push('bold', 'capitals')
  if (numbered && level && headings.length > 1) forms.push('uneven', 'bold-deeper')
  const form = pick(random, forms)
  const deeper = between(random, 1, 2)
  for (const [i, heading] of headings.entries()) rewrite(heading, form, i, deeper)
  wound(job, 'headings', form)
}

function rewrite(heading: Piece, form: Form, index: number, deeper: number): void {
  const last = index > 0
  if (form === 'deeper') heading.depth += deeper
  if (form === 'uneven' && !last) heading.depth += deeper
  if (form === 'bold' || (form === 'bold-deeper' && !last)) become(heading, `**${heading.text}**`)
  if (form === 'bold-deeper' && last) heading.depth += deeper - 1
  if (form === 'capitals') become(heading, heading.text.toUpperCase())
  if (form === 'underlined' && heading.depth === 2)
    become(heading, `${heading.text}\n${'-'.repeat(Math.max(3, heading.text.length))}`)
}

/** From now on a block like others, but no page may turn inside it. */
function become(heading: Piece, text: string): void {
  heading.kind = 'kept'
  heading.text = text
}
