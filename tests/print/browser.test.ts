// The life of a browser: it starts, or says why not; it ends with us, and leaves nothing behind (promises P2, P12, P13).
import { execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { FailedStart, startBrowser } from '../../src/print/browser/start-browser.ts'
import { findBrowser, openBrowser, withBrowser } from '../../src/print/browser.ts'

const onLinux = process.platform === 'linux'
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'press-browser-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => vi.unstubAllEnvs())

/** A program in the place of a browser. */
function pretend(name: string, script: string): string {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
  return path
}

function runFolders(pid: number | undefined = process.pid): string[] {
  return readdirSync('.cache').filter((d) => d.startsWith(`run-${pid}-`))
}

test('it prints, and is gone with its folder', async () => {
  const { browser, close, how } = await openBrowser()
  expect(how).not.toBe('')
  expect(runFolders()).toHaveLength(1)
  const tab = await browser.newPage()
  await tab.setContent('<p>One</p>')
  const pdf = await tab.pdf()
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
  await close()
  await close()
  expect(runFolders()).toEqual([])
})

test('it is closed when its user fails', async () => {
  const failing = withBrowser(() => Promise.reject(new Error('as meant')))
  await expect(failing).rejects.toThrow('as meant')
  expect(runFolders()).toEqual([])
})

test('no name resolves, no number is called, nothing listens', async () => {
  let calls = 0
  const canary = createServer((_, answer) => answer.end(String(++calls)))
  const port = await new Promise((resolve) =>
    canary.listen(0, '127.0.0.1', () => resolve(Object(canary.address()).port))
  )
  await withBrowser(async (browser) => {
    const tab = await browser.newPage()
    for (const host of ['localhost', '127.0.0.1', '[::1]', 'example.org'])
      await expect(tab.goto(`http://${host}:${port}/`)).rejects.toThrow('net::ERR_')
    expect(onLinux ? listening(runPids()) : []).toEqual([])
  })
  canary.close()
  expect(calls).toBe(0)
})

test('a name that leads to no program is told at once', async () => {
  vi.stubEnv('PRESS_BROWSER', join(folder, 'none'))
  await expect(findBrowser()).rejects.toMatchObject({ exit: 4, message: /PRESS_BROWSER/u })
})

test.skipIf(!onLinux)('a crash at the start is tried once more, then told', async () => {
  const counted = join(folder, 'count')
  const crash = `echo x >> ${counted}; echo "error while loading libnss3.so" >&2; echo late >&2; exit 127`
  vi.stubEnv('PRESS_BROWSER', pretend('crash', crash))
  const says = expect.stringMatching(/code 127.*libnss3.*@puppeteer\/browsers.*PRESS_BROWSER=/su)
  await expect(openBrowser()).rejects.toMatchObject({ exit: 4, message: says })
  expect(execFileSync('wc', ['-l', counted]).toString()).toMatch(/^2 /u)
  expect(runFolders()).toEqual([])
})

test.skipIf(!onLinux)('a browser that gives no answer is not waited for', async () => {
  const silent = { path: pretend('silent', 'exec sleep 100'), how: 'silent' }
  const failure = startBrowser(silent, false, 300).catch((error: unknown) => error)
  expect(await failure).toBeInstanceOf(FailedStart)
  expect(await failure).toMatchObject({ crashed: false, message: 'no answer within 0.3 s' })
  expect(runFolders()).toEqual([])
})

test.skipIf(!onLinux)('a system without sandboxes is met without one, and said', async () => {
  const { env, path } = await realBrowser()
  const words = 'case "$*" in *--no-sandbox*) exec env'
  const refuse = `${words} ${env} ${path} "$@";; esac; echo "FATAL: No usable sandbox!" >&2; exit 1`
  vi.stubEnv('PRESS_BROWSER', pretend('refuse', refuse))
  vi.spyOn(process, 'getuid').mockReturnValue(1000)
  const { close, how } = await openBrowser()
  await close()
  vi.restoreAllMocks()
  expect(how).toContain('without its sandbox')
})

test.skipIf(!onLinux).each(['idle', 'busy'])('killed while %s: gone in 2 s', async (state) => {
  const tmp = mkdtempSync(join(folder, 'tmp-'))
  const words = ['scripts/press.mjs', '--run', 'tests/print/wait-in-browser.ts', state]
  const env = { ...process.env, TMPDIR: tmp }
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  const [run = 'none'] = runFolders(child.pid)
  expect(processesOf(run)).not.toEqual([])
  child.kill('SIGKILL')
  const killed = performance.now()
  while (processesOf(run).length > 0 && performance.now() - killed < 5000) await wait(20)
  expect(performance.now() - killed).toBeLessThan(2000)
  expect(readdirSync(tmp)).toEqual([])
  await withBrowser(() => Promise.resolve())
  expect(runFolders(child.pid)).toEqual([])
})

/** Program and environment of a browser that works, for a script to start. */
async function realBrowser(): Promise<{ path: string; env: string }> {
  const { libraries, path } = await findBrowser()
  return { path, env: libraries === undefined ? '' : `LD_LIBRARY_PATH=${libraries}` }
}

/** Numbers of the living processes whose command line names a run folder; one that has ended has none. */
function processesOf(run: string): string[] {
  const numbers = readdirSync('/proc').filter((d) => /^\d+$/u.test(d))
  return numbers.filter((d) => commandOf(d).includes(run))
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

function runPids(): string[] {
  return processesOf(`run-${process.pid}-`)
}

/** TCP sockets in state LISTEN that these processes hold. */
function listening(pids: readonly string[]): string[] {
  const sockets = pids.flatMap((pid) => {
    const folderOfPid = `/proc/${pid}/fd`
    return readdirSync(folderOfPid).flatMap((fd) => {
      try {
        return [/^socket:\[(\d+)\]$/u.exec(readlinkSync(join(folderOfPid, fd)))?.[1] ?? '']
      } catch {
        return []
      }
    })
  })
  const table = ['tcp', 'tcp6'].flatMap((d) =>
    readFileSync(`/proc/net/${d}`, 'utf8').split('\n').slice(1)
  )
  return table.filter((row) => {
    const [, , , state, , , , , , inode] = row.trim().split(/\s+/u)
    return state === '0A' && sockets.includes(inode ?? '')
  })
}
