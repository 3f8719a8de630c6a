// A fake drop cap at the head of the text or of its sections: `**T**he`, `**T** he`, `T he`.
import type { Damage } from './job.ts'
import { wound } from './job.ts'
import { pick } from './random.ts'

const FIRST = /^([“‘"']?)(\p{Lu})(\p{Ll}+)/u

/** Set the first letter apart. */
export const dropCaps: Damage = (job, random) => {
  const form = pick(random, ['bold', 'bold', 'bold-space', 'space'])
  const everywhere = random() < 0.4
  let begins = true
  for (const piece of job.rough.pieces) {
    if (begins && piece.kind === 'paragraph' && FIRST.test(piece.text)) {
      piece.text = piece.text.replace(FIRST, (_, mark: string, letter: string, rest: string) =>
        form === 'space'
          ? `${mark}${letter} ${rest}`
          : `**${mark}${letter}**${form === 'bold' ? '' : ' '}${rest}`
      )
      wound(job, 'drop-caps', piece.text.slice(0, 12))
    }
    begins = everywhere && piece.kind === 'heading'
  }
}
