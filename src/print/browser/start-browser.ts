// One try at starting a browser: its program and folder come in, a connected browser goes out, or a `FailedStart` that
// says what it said before it ended. Puppeteer connects; we start the process ourselves, because its launcher neither
// reports what the browser said when a pipe is used nor limits how long a silent browser may take.
import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Duplex } from 'node:stream'
import type { Browser } from 'puppeteer'
import { makeRunFolder } from './cache-folder.ts'
import type { Found } from './find-browser.ts'
import { pipeTransport } from './pipe-transport.ts'

/** Longest time from the start of the process to the first answer, in milliseconds. */
const START_LIMIT = 15_000
/** Longest time between asking a browser to end and ending it, in milliseconds. */
const END_LIMIT = 2_000

/** The line that says why it ended, among those that its helpers say afterwards. */
const REASON = /FATAL|error while loading/u

/** The browser did not start. */
export class FailedStart extends Error {
  /** It ended by itself, which may not happen a second time. */
  readonly crashed: boolean
  /** The system does not let it build the sandbox that it insists on. */
  readonly refusedSandbox: boolean
  constructor(reason: string, said: string, crashed: boolean) {
    const lines = said.trim().split('\n')
    const words = lines.find((d) => REASON.test(d)) ?? lines.at(-1)
    super(words ? `${reason}, saying \`${words.slice(0, 300)}\`` : reason)
    this.crashed = crashed
    this.refusedSandbox = /no usable sandbox|sandbox.*not permitted/iu.test(said)
  }
}

/**
 * Start a browser once.
 *
 * @param limit longest time to wait for its first answer, in milliseconds
 * @throws {FailedStart} when it does not answer; {Unable} when its folder cannot be made
 */
export async function startBrowser(
  found: Found,
  sandbox: boolean,
  limit: number = START_LIMIT
): Promise<{ browser: Browser; close: () => Promise<void> }> {
  const { default: puppeteer } = await import('puppeteer')
  const folder = makeRunFolder()
  const args = puppeteer.defaultArgs({
    headless: 'shell',
    userDataDir: join(folder, 'profile'),
    args: [...ARGS, ...(sandbox ? [] : ['--no-sandbox'])]
  })
  const child = spawn(found.path, args, {
    // Its own process group, so that one signal ends it with all its helpers, and Ctrl-C reaches us alone.
    detached: process.platform !== 'win32',
    cwd: folder,
    env: environment(found, folder),
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    windowsHide: true
  })
  const clear = () => {
    end(child)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  }
  process.once('exit', clear)
  const forget = () => {
    process.off('exit', clear)
    clear()
  }
  try {
    const transport = pipeTransport(child.stdio[3] as Duplex, child.stdio[4] as Duplex) // as in `stdio` above
    const connected = puppeteer.connect({ transport, defaultViewport: null })
    const browser = await unlessFails(child, connected, limit)
    return { browser, close: () => close(child, browser).finally(forget) }
  } catch (error) {
    forget()
    throw error
  }
}

const ARGS = [
  '--remote-debugging-pipe',
  // Hinting moves glyphs by the pixels of a screen; what we print has none.
  '--font-render-hinting=none',
  // No name resolves and no proxy is looked for: nothing can be fetched, whatever a page asks for.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-proxy-server',
  '--disable-component-update',
  '--disable-domain-reliability',
  // Drawn by the processor everywhere, whatever card a machine has.
  '--disable-gpu',
  '--no-pings',
  // A page that is printed needs no graphics card, and looking for one takes time.
  '--disable-gpu'
]

function environment(found: Found, folder: string): NodeJS.ProcessEnv {
  const tmp = join(folder, 'tmp')
  // Relative to its working folder, since the address of a socket that Chrome makes there holds 108 bytes at most.
  const env: NodeJS.ProcessEnv = { ...process.env, TMPDIR: 'tmp', TMP: tmp, TEMP: tmp }
  // Same pages whoever builds them: no time zone, no language, no settings of the user's.
  Object.assign(env, { TZ: 'UTC', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', LANGUAGE: 'en' })
  Object.assign(env, { XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder })
  Object.assign(env, {
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    DBUS_SYSTEM_BUS_ADDRESS: 'disabled:'
  })
  if (found.libraries !== undefined)
    env.LD_LIBRARY_PATH = [found.libraries, env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter)
  if (found.fonts !== undefined) {
    env.FONTCONFIG_FILE = join(folder, 'fonts.conf')
    writeFileSync(env.FONTCONFIG_FILE, fontsConf(found.fonts))
  }
  return env
}

function fontsConf(fonts: string): string {
  const path = fonts.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${path}</dir><cachedir>${path}-cache</cachedir></fontconfig>
`
}

function unlessFails<T>(child: ChildProcess, connected: Promise<T>, limit: number): Promise<T> {
  let said = ''
  child.stderr?.setEncoding('utf8')
  child.stderr?.on('data', (text: string) => (said = (said + text).slice(-10_000)))
  return new Promise<T>((resolve, reject) => {
    const fail = (reason: string, crashed: boolean) =>
      reject(new FailedStart(reason, said, crashed))
    const late = setTimeout(() => fail(`no answer within ${limit / 1000} s`, false), limit)
    // `close` comes after the last of what it said, `exit` may come before.
    child.once('close', (code, signal) => fail(`it ended with ${signal ?? `code ${code}`}`, true))
    child.once('error', (error) => fail(error.message, false))
    // A broken connection is told by `close`, which knows more.
    connected.then(resolve, () => undefined).finally(() => clearTimeout(late))
  })
}

async function close(child: ChildProcess, browser: Browser): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const late = setTimeout(() => end(child), END_LIMIT)
  await Promise.all([browser.close().catch(() => undefined), ended])
  clearTimeout(late)
}

function end(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL')
    else spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { windowsHide: true })
  } catch {
    // It had ended already.
  }
}
