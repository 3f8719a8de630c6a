// `press build` in a process of its own, its stages timed: one line of JSON when it ends. Without a folder it does nothing,
// so that it is translated before it is measured.
//
//     node scripts/press.mjs --run bench/growth/build-once.ts FOLDER INTO
import { build } from '../../src/press.ts'
import type { Told } from './run-measured.ts'

const [, , folder, into = ''] = process.argv
const begun = new Map<string, number>()
const stages: Record<string, number> = {}
if (folder !== undefined) {
  const { files, made } = await build(folder, { into }, ({ stage, result }) => {
    const now = performance.now()
    const from = begun.get(stage)
    if (from === undefined) begun.set(stage, now)
    else if (result !== undefined) stages[stage] = (now - from) / 1000
  })
  const { layout = 0, read = 0, draw = 0 } = files.find((d) => d.data.spent)?.data.spent ?? {}
  const { compose = 0, typeset = 0, print = 0, ...rest } = stages
  const told: Told = {
    pages: made.find((d) => d.pages !== undefined)?.pages ?? 0,
    layout: compose + typeset + print - read - draw,
    printed: compose + typeset + print,
    stages: { compose, typeset, html: print - layout - read - draw, layout, read, draw, ...rest }
  }
  process.stdout.write(`${JSON.stringify(told)}\n`)
}
