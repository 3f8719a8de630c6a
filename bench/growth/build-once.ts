// `press build` in a process of its own, its stages timed: one line of JSON when it ends.
//
//     node scripts/press.mjs --run bench/growth/build-once.ts FOLDER INTO
import { build } from '../../src/press.ts'

const [, , folder = '', into = ''] = process.argv
const begun = new Map<string, number>()
const stages: Record<string, number> = {}
const outcome = await build(folder, { into }, ({ stage, result }) => {
  const now = performance.now()
  const from = begun.get(stage)
  if (from === undefined) begun.set(stage, now)
  else if (result !== undefined) stages[stage] = (now - from) / 1000
})
const pages = outcome.made.find((d) => d.pages !== undefined)?.pages ?? 0
const layout = (stages.typeset ?? 0) + (stages.print ?? 0)
process.stdout.write(`${JSON.stringify({ pages, layout, stages })}\n`)
