// The folder below the press's own that holds what can be made again: the unpacked browser, the folders of running
// browsers. A run that was killed cannot clean up, so each run sweeps what dead runs left.
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { home } from '../../assets.ts'
import { Unable } from '../../failure.ts'

const OF_A_RUN = /^run-(?<pid>\d+)-\d+$|^chromium-.+\.(?<by>\d+)\.tmp$/u
let made = 0

/** Absolute path of `.cache`, whether or not it exists. */
export function cacheFolder(): string {
  return join(home, '.cache')
}

/**
 * Make an empty folder for one browser, after removing those of processes that are gone.
 *
 * @throws {Unable} exit 4 when it cannot be written
 */
export function makeRunFolder(): string {
  const folder = join(cacheFolder(), `run-${process.pid}-${++made}`)
  try {
    mkdirSync(cacheFolder(), { recursive: true })
    sweep()
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(join(folder, 'tmp'), { recursive: true })
  } catch (error) {
    throw cannotWrite(error)
  }
  return folder
}

/** What to say when `.cache` refuses us. */
export function cannotWrite(error: unknown): Unable {
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
  const wayOut = 'make it writable, free 250 MB, or copy the press to a place that is yours'
  return new Unable(4, `Unexpected refusal to write \`${cacheFolder()}\`${code}: ${wayOut}`, error)
}

function sweep(): void {
  for (const name of readdirSync(cacheFolder())) {
    const groups = OF_A_RUN.exec(name)?.groups
    if (groups && !lives(Number(groups.pid ?? groups.by)))
      rmSync(join(cacheFolder(), name), { recursive: true, force: true, maxRetries: 3 })
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: somebody else's process, so it lives.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
