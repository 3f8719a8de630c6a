// The table of the typesetting: each text set by the press in each design and trim, beside plain pagedjs-cli and beside any
// PDF that is named, with the bars and whether they are met.
//
//     npm run bench:typeset -- [TEXT.md or EDITION ...] [--design classic] [--trim a5] [--all] [--purist] [--no-plain]
//                              [--beside NAME=FILE.pdf]
//
// `--all` is classic and modern, A5 and half letter. TEXTs are the handbook and those beside the project when none is named.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { withBrowser } from '../src/print.ts'
import { mean } from './scorecard/statistics.ts'
import { openDesk } from './typeset/desk.ts'
import { manuscriptIn, readSet, setByPlain, setByPress } from './typeset/set-text.ts'
import type { SetText } from './typeset/set-text.ts'
import { missed, rowsFor, tableOf } from './typeset/table.ts'
import type { Column, TableRow } from './typeset/table.ts'
import { makeEdition, nameOf, ownTexts } from './typeset/texts.ts'
import type { Look } from './typeset/texts.ts'
import { timeTypeset } from './typeset/time-typeset.ts'
import type { Times } from './typeset/time-typeset.ts'

const HALF_LETTER = '139.7 x 215.9'
/** The weight of `read.pdf` that was agreed on for the source text, in kB. */
const HEAVY = 250
/** Milliseconds for lines and pages, and for a correction, agreed on for the source text. */
const [FULL, EDIT] = [250, 50]
/** Word-space deviation: of all texts together, and without stretch and tracking. */
const [TOGETHER, PURIST] = [0.08, 0.249]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    design: { type: 'string', multiple: true },
    trim: { type: 'string', multiple: true },
    all: { type: 'boolean' },
    purist: { type: 'boolean' },
    'no-plain': { type: 'boolean' },
    beside: { type: 'string', multiple: true }
  }
})
const designs = values.design ?? (values.all ? ['classic', 'modern'] : ['classic'])
const trims = values.trim ?? (values.all ? ['a5', HALF_LETTER] : ['a5'])
const texts = positionals.length > 0 ? positionals : ownTexts()
const scratch = mkdtempSync(join(tmpdir(), 'press-typeset-'))
const misses = new Map<string, string[]>()
const deviations: number[] = []

try {
  await withBrowser(async (browser) => {
    for (const text of texts)
      for (const design of designs)
        for (const trim of trims)
          await measure(text, { design, trim, purist: values.purist ?? false })

    async function measure(text: string, look: Look): Promise<void> {
      const into = mkdtempSync(join(scratch, 'case-'))
      const folder = makeEdition(text, join(into, 'edition'), look)
      mkdirSync(join(into, 'build'))
      const press = await column('press', () => setByPress(folder, join(into, 'build'), browser))
      const manuscript = manuscriptIn(folder)
      const columns = [press]
      if (!values['no-plain'])
        columns.push(await column('plain pagedjs-cli', () => setByPlain(folder, into)))
      for (const [name, pdf] of (values.beside ?? []).map((d) => d.split('=')))
        columns.push(await column(name ?? '', () => readSet(pdf ?? '', manuscript)))
      const desk = await openDesk(join(folder, 'manuscript.md'), browser)
      const times = typeof press.made === 'string' ? undefined : await timeTypeset(manuscript, desk)
      await desk.close()
      const rows = rowsFor(moreRows(nameOf(text) === 'gold', times)).map(forLook(look))
      const title = [nameOf(text), look.design, look.trim, look.purist && 'purist']
      say(tableOf(title.filter(Boolean).join(' · '), rows, columns))
      note(title.filter(Boolean).join(' '), missed(rows, press), press)
    }
  })
} finally {
  rmSync(scratch, { recursive: true })
}
summarise()

async function column(name: string, set: () => Promise<SetText>): Promise<Column> {
  try {
    return { name, made: await set() }
  } catch (error) {
    return { name, made: error instanceof Error ? error.message : String(error) }
  }
}

/** Without stretch and tracking another bar holds. */
function forLook(look: Look): (row: TableRow) => TableRow {
  return (row) => {
    if (!look.purist || row.name !== 'word space: deviation') return row
    const holds = ({ card }: SetText) => (card.spaces.text.deviation ?? 0) <= PURIST
    return { ...row, bar: `≤ ${PURIST}`, holds }
  }
}

/** @param agreed whether bars of weight and time were agreed on for this text */
function moreRows(agreed: boolean, times: Times | undefined): TableRow[] {
  const timed = (name: string, key: 'full' | 'edit', most: number): TableRow => ({
    name,
    bar: agreed ? `≤ ${most}` : '',
    show: (d) => (!d.collated ? '' : (times?.[key].toFixed(1) ?? '')),
    holds: (d) => (agreed && times && d.collated ? times[key] <= most : undefined)
  })
  return [
    {
      name: 'words and notes that differ from the manuscript',
      bar: '0',
      show: (d) => (d.collated ? '0' : ''), // `build` compares them, and fails at the first
      holds: (d) => d.collated
    },
    {
      name: 'words that poppler finds whole',
      bar: 'all',
      show: ({ searched }) =>
        searched
          ? `${searched.words - searched.missing.length} of ${searched.words}`
          : 'no poppler',
      holds: ({ searched }) => searched && searched.missing.length === 0,
      places: ({ searched }) => searched?.missing ?? []
    },
    {
      name: 'kB',
      bar: agreed ? `≤ ${HEAVY}` : '',
      show: ({ card }) => ((card.file.kilobytes * 1024) / 1000).toFixed(0),
      holds: ({ card }) => (agreed ? card.file.kilobytes * 1.024 <= HEAVY : undefined)
    },
    timed('lines and pages, warm, ms', 'full', FULL),
    timed('corrected word to its page in the tab, ms', 'edit', EDIT),
    {
      name: 'whole run, s (plain: with its browser)',
      bar: '',
      show: (d) => d.seconds?.toFixed(1) ?? '',
      holds: () => undefined
    }
  ]
}

function note(title: string, names: readonly string[], { made }: Column): void {
  for (const name of names) misses.set(name, [...(misses.get(name) ?? []), title])
  const deviation = typeof made === 'string' ? undefined : made.card.spaces.text.deviation
  if (deviation !== undefined) deviations.push(deviation)
}

function summarise(): void {
  const together = mean(deviations)
  const verdict = (together ?? 1) <= TOGETHER ? 'ok' : 'FAIL'
  if (together !== undefined && !values.purist)
    say(`word space: deviation of all together ${together.toFixed(4)} (≤ ${TOGETHER}) ${verdict}`)
  for (const [name, titles] of misses) say(`FAIL ${name}: ${titles.join(', ')}`)
  if (misses.size === 0) say('every bar is met')
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
