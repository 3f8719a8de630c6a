// Lay a text out at 100 page heights from 150 to 230 mm, and count the heights at which a letter is lost or doubled, a
// line lies off its page, or a note stands away from its call.
//
//     npm run bench:heights -- manuscript/handbook
import { join } from 'node:path'
import { VFile } from 'vfile'
import { readManuscript } from '../src/assets.ts'
import { compose } from '../src/compose.ts'
import { print, withBrowser } from '../src/print.ts'
import { typeset } from '../src/typeset.ts'

const STEPS = 100
const LOWEST = 150
const HIGHEST = 230

const path = join(process.argv[2] ?? 'manuscript/handbook', 'manuscript.md')
const manuscript = await readManuscript(path)
const faults: string[] = []
const pages: number[] = []
await withBrowser(async (browser) => {
  for (let step = 0; step < STEPS; step += 1) {
    const height = LOWEST + (step * (HIGHEST - LOWEST)) / (STEPS - 1)
    const file = new VFile({ path, value: String(manuscript) })
    await compose(file)
    if (file.data.edition) file.data.edition.trim = { width: 148, height }
    try {
      const pdf = await print(await typeset(file), browser)
      pages.push(pdf.data.pages?.length ?? 0)
      const astray = notesAstray(pdf)
      if (astray.length > 0) faults.push(`${height.toFixed(1)} mm: notes ${astray.join(', ')}`)
    } catch (error) {
      faults.push(`${height.toFixed(1)} mm: ${String(error)}`)
    }
  }
})
const range = `${Math.min(...pages)}–${Math.max(...pages)} pages`
process.stdout.write(
  [`${STEPS} heights, ${range}, ${faults.length} with a fault`, ...faults, ''].join('\n')
)

/** Numbers of the notes that do not begin on the page of their first call. */
function notesAstray(pdf: VFile): number[] {
  const called = new Map<number, number>()
  const begun = new Map<number, number>()
  for (const page of pdf.data.pages ?? []) {
    for (const [, number] of page.blocks.join(' ').matchAll(/\[\^(\d+)\]/gu))
      if (!called.has(Number(number))) called.set(Number(number), page.number)
    for (const note of page.notes) if (!note.continued) begun.set(note.number, page.number)
  }
  return [...called.keys()].filter((d) => called.get(d) !== begun.get(d))
}
