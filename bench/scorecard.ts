// A PDF in, its card of typographic figures out: as a table, or all of it with `--json`.
//
//     node scripts/press.mjs --run bench/scorecard.ts FILE.pdf [--json]
import { readFileSync } from 'node:fs'
import { makeCard } from './scorecard/card.ts'
import { ROWS } from './scorecard/rows.ts'

const path = process.argv.slice(2).find((d) => !d.startsWith('--')) ?? 'build/handbook/read.pdf'
const card = await makeCard(readFileSync(path))
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(card, undefined, 1)}\n`)
else for (const row of ROWS) process.stdout.write(`${row.name.padEnd(48)}${row.show(card)}\n`)
