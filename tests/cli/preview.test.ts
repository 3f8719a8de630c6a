// `press preview` as a process: it says where it is, answers, and ends at once when it is interrupted, with all that it has
// started. What it opens outside is started with its words as they are.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { editorOf, namesAnother, openAddress } from '../../src/cli/open-outside.ts'

const folder = mkdtempSync(join(tmpdir(), 'press-cli-preview-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ended {
  code: number | null
  out: string
  err: string
}

function start(words: readonly string[]): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, ['scripts/press.mjs', 'preview', ...words], {
    env: { ...process.env, CI: '1' }
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (d) => (out += String(d)))
  child.stderr.on('data', (d) => (err += String(d)))
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }))
  })
  return { child, ended }
}

function said(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    child.stdout?.on('data', (d) => {
      text += String(d)
      const found = pattern.exec(text)
      if (found) resolve(found[0])
    })
  })
}

test('the address is printed, and an interrupted preview ends with 130, and nothing of it stays', async () => {
  const edition = join(folder, 'edition')
  mkdirSync(edition)
  writeFileSync(join(edition, 'manuscript.md'), '---\ntitle: A\nauthor: B\n---\n\nText.\n')
  const { child, ended } = start([edition, '--no-open'])
  const address = await said(child, /http:\S+/u)
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\/$/u)
  const pages = await fetch(`${address}pages?since=0`)
  expect(await pages.json()).toMatchObject({ title: 'A' })
  const children = process.platform === 'linux' ? childrenOf(child.pid ?? 0) : []
  child.kill('SIGINT')
  expect(await ended).toMatchObject({ code: 130, out: `${address}\n` })
  expect(children).toEqual([])
  await expect(fetch(address)).rejects.toThrow('fetch failed')
})

function childrenOf(pid: number): string[] {
  const path = `/proc/${pid}/task/${pid}/children`
  return readFileSync(path, 'utf8').split(' ').filter(Boolean)
}

test.each([
  [['--port', '70000'], 3, 'Unexpected `--port 70000`, expected a number from 1 to 65535'],
  [['--port', '0'], 3, 'expected a number from 1 to 65535'],
  [['nowhere'], 3, 'Unexpected edition `nowhere`']
])('%j is refused', async (words, code, reason) => {
  const ended = await start(words).ended
  expect(ended).toMatchObject({ code, out: '', err: expect.stringContaining(reason) })
})

test.each([
  ['code', ['--goto', '/a b/m.md:3:5']],
  ['/usr/bin/codium --wait', ['--goto', '/a b/m.md:3:5']],
  ['C:\\Code\\Code.exe', ['--goto', '/a b/m.md:3:5']],
  ['subl -w', ['/a b/m.md:3:5']],
  ['kate', ['--line', '3', '--column', '5', '/a b/m.md']],
  ['emacsclient', ['--no-wait', '+3:5', '/a b/m.md']],
  ['gvim', ['+call cursor(3,5)', '/a b/m.md']]
])('`%s` opens a place', (named, words) => {
  const started: (readonly [string, readonly string[]])[] = []
  const editor = editorOf({ EDITOR: named }, 'linux', (...d) => started.push(d))
  editor?.open('/a b/m.md', 3, 5)
  expect(started).toEqual([[named.split(' ')[0], words]])
})

test.each(['vim', 'nano', 'emacs -nw', 'hx', 'ed; code', '/bin/sh -c code'])(
  '`%s` lives in a terminal, or is none that we know',
  (named) => {
    expect(editorOf({ EDITOR: named })).toBeUndefined()
    expect(namesAnother({ EDITOR: named })).toBe(true)
  }
)

test('on Windows, where `code` is a script, the link leads to it', () => {
  expect(editorOf({ EDITOR: 'code' }, 'win32')).toBeUndefined()
  expect(namesAnother({ EDITOR: 'code' })).toBe(false)
  expect(editorOf({ EDITOR: 'notepad++.exe' }, 'win32')?.name).toBe('notepad++')
})

test('VISUAL goes before EDITOR, and nothing names no editor', () => {
  expect(editorOf({ VISUAL: 'subl', EDITOR: 'vim' })?.name).toBe('subl')
  expect(editorOf({})).toBeUndefined()
  expect(namesAnother({})).toBe(false)
})

test.each([
  ['linux', { DISPLAY: ':0' }, ['xdg-open', ['http://x/']]],
  ['linux', { WAYLAND_DISPLAY: 'w' }, ['xdg-open', ['http://x/']]],
  ['darwin', {}, ['open', ['http://x/']]],
  ['win32', {}, ['rundll32', ['url.dll,FileProtocolHandler', 'http://x/']]],
  ['linux', {}, undefined],
  ['darwin', { SSH_CONNECTION: 'x' }, undefined],
  ['win32', { CI: 'true' }, undefined]
] as const)(
  'on %s with %j the browser is opened by its own program',
  (platform, environment, wanted) => {
    const started: (readonly [string, readonly string[]])[] = []
    const opened = openAddress('http://x/', environment, platform, (...d) => started.push(d))
    expect(started).toEqual(wanted ? [wanted] : [])
    expect(opened).toBe(wanted !== undefined)
  }
)

test.skipIf(process.platform === 'win32')('an editor is started without a shell', async () => {
  const program = join(folder, 'code')
  const told = join(folder, 'told.txt')
  writeFileSync(
    program,
    `#!/bin/sh\nprintf '%s\\n' "$@" > '${told}.new'\nmv '${told}.new' '${told}'\n`
  )
  chmodSync(program, 0o755)
  const path = process.env.PATH
  process.env.PATH = `${folder}${delimiter}${path}`
  editorOf({ EDITOR: 'code' })?.open('/a $(touch x) b/m.md', 3, 5)
  await expect
    .poll(() => readFileSync(told, 'utf8'), { timeout: 20_000 })
    .toBe('--goto\n/a $(touch x) b/m.md:3:5\n')
  process.env.PATH = path
})

test('an editor that is not there is missed by nobody else', async () => {
  editorOf({ EDITOR: '/nowhere/code' })?.open('m.md', 1, 1)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(process.exitCode).toBeUndefined()
})
