// A language whose words nobody has told us how to divide: said once, since lines are uneven without it.
//
//     language: vi
import type { VFile } from 'vfile'
import { queryAt } from '../failure.ts'

/** Add a query where the language of an edition has no patterns; it stands at the line that names it. */
export function hyphenationPatterns(file: VFile, language: string, hyphenated: boolean): void {
  if (hyphenated) return
  const rows = String(file.value).split(/\r?\n/u)
  const line =
    Math.max(
      0,
      rows.findIndex((d) => /^language\s*:/u.test(d))
    ) + 1
  const reason = `Unexpected language \`${language}\` without hyphenation patterns, expected one that has them: words are divided only where \`hyphenation\` in the front matter or a soft hyphen says so`
  queryAt(file, { line, column: 1 }, 'hyphenation-patterns', reason)
}
