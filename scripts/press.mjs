#!/usr/bin/env node
// Starts the press: `press build`, or another entry than src/cli.ts with `--run bench/print.ts`. What is missing is
// installed first.
import { relative } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { pathToFileURL } from 'node:url'
import { ensureInstall } from './ensure-install.mjs'

// Where memory is plenty, rubbish of a long text would be let lie up to twice of what is in use.
setFlagsFromString('--heap-growing-percent=30')
// What is young is looked through less often: finishing a long text took half its time for that.
setFlagsFromString('--max-semi-space-size=64')
ensureInstall()
const words = process.argv.slice(2)
const other = words[0] === '--run'
if (other) process.argv.splice(2, 2)
const { bundle } = await import('./bundle.mjs')
try {
  await import(pathToFileURL(await bundle(other ? words[1] : 'src/cli.ts')).href)
} catch (error) {
  const outside = ['EACCES', 'EDQUOT', 'ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS'].includes(error?.code)
  if (!outside) throw error
  const path = relative(process.cwd(), error.path ?? '.cache')
  process.stderr.write(`press: error: Unexpected refusal to write \`${path}\` (${error.code})\n`)
  process.exit(4)
}
