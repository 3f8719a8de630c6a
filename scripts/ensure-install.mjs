// Installs the packages when they are missing or older than the lock file. Runs before anything is installed, so it
// knows Node's own modules only; run by itself, or called by the launcher.
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync, utimesSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = resolve(dirname(fileURLToPath(import.meta.url)), '..')
/** npm writes it last, so an installation that was broken off has none. */
const MARK = join(home, 'node_modules/.package-lock.json')
const WORDS = [
  'ci',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--prefer-offline',
  '--loglevel=error'
]

/** Install what is missing; ends the process with code 4 when that cannot be done. */
export function ensureInstall() {
  refuseOldNode()
  if (changed(MARK) >= Math.max(changed('package-lock.json'), 1)) return
  process.stderr.write('Installing packages (once, and after updates) …\n')
  const { error, status } = npm()
  // npm 10 says «Exit handler never called!» and ends with 0 when nothing could be fetched: only the mark is proof.
  if (status !== 0 || changed(MARK) === 0) stop(`npm ci failed: ${reason(error, status)}`)
  const now = new Date()
  utimesSync(MARK, now, now)
}

/** @returns {number} time of the last change in ms; 0 when there is no such file */
function changed(path) {
  return statSync(resolve(home, path), { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function npm() {
  // npm's results go to our standard error: what the press makes is all that belongs on standard output.
  const options = { cwd: home, stdio: ['ignore', 2, 2] }
  const self = process.env.npm_execpath
  if (self?.endsWith('.js')) return spawnSync(process.execPath, [self, ...WORDS], options)
  return spawnSync('npm', WORDS, { ...options, shell: process.platform === 'win32' })
}

function reason(error, status) {
  if (error?.code === 'ENOENT') return 'npm was not found; it comes with Node: https://nodejs.org'
  if (status === null) return 'it was interrupted; run the command again'
  return 'the npm registry must be reachable once, or its packages in the cache of npm; then run the command again'
}

function refuseOldNode() {
  const { engines } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  const [major, minor] = engines.node.match(/\d+/g).map(Number)
  const [ourMajor, ourMinor] = process.versions.node.split('.').map(Number)
  if (ourMajor > major || (ourMajor === major && ourMinor >= minor)) return
  stop(
    `Node ${process.versions.node} is too old, expected ${major}.${minor} or newer: https://nodejs.org`
  )
}

function stop(text) {
  process.stderr.write(`press: error: ${text}\n`)
  process.exit(4)
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) ensureInstall()
