// One build in a process of its own, which a test can kill or send to another time zone:
//
//     node scripts/press.mjs --run tests/press/build-once.ts FOLDER INTO
import { build } from '../../src/press.ts'

const [, , folder = '', into = ''] = process.argv
await build(folder, { into }, ({ stage, result }) => {
  if (result === undefined) process.stdout.write(`${stage}\n`)
})
process.exit(0)
