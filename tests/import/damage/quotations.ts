// Block quotations as bold paragraphs (where quotation marks show what they are), or indented by four spaces or a tab.
import type { Damage } from './job.ts'
import { wound } from './job.ts'
import { pick } from './random.ts'

/** Set block quotations otherwise. */
export const roughQuotations: Damage = (job, random) => {
  const quoted = job.rough.pieces.filter((d) => d.kind === 'quotation')
  if (quoted.length === 0) return
  const form = pick(random, ['bold', 'bold', '    ', '\t'])
  for (const piece of quoted) {
    piece.kind = 'apart'
    piece.text = form === 'bold' ? `**${piece.text}**` : form + piece.text
  }
  wound(job, 'quotations', form === 'bold' ? 'bold' : JSON.stringify(form))
}
