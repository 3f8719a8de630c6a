// The press as a script meets it: started by its launcher, judged by its exit code and by what it leaves behind.
import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const HEAD = '---\ntitle: A test\n---\n\n'
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'press-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ended {
  code: number
  out: string
  err: string
}

/** Run the press with words, in an environment of its own. */
function press(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {}
): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, NO_COLOR: '', ...env } }
    execFile(process.execPath, ['scripts/press.mjs', ...words], options, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    )
  })
}

function manuscript(name: string, text: string): string {
  mkdirSync(join(folder, name))
  writeFileSync(join(folder, name, 'manuscript.md'), text)
  return join(folder, name)
}

test('0: help and version go to standard output, alone', async () => {
  expect(await press(['--version'])).toMatchObject({ code: 0, out: '0.1.0\n', err: '' })
  expect(await press([])).toMatchObject({ code: 0, err: '' })
  expect((await press(['build', '--help'])).out).toContain('Usage: press build [EDITION] [OPTIONS]')
})

test('2: the manuscript, at its line', async () => {
  const { code, err, out } = await press(['check', manuscript('broken', `${HEAD}One\u0007two\n`)])
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err).toMatch(/broken\/manuscript\.md:5:4: error\[[a-z-]+\]: Unexpected/u)
  expect(err).toContain('One\\u{7}two\n')
})

test('3: wrong use, or front matter', async () => {
  expect(await press(['prof'])).toMatchObject({ code: 3 })
  expect((await press(['build', 'handbok'])).err).toContain('expected `handbook`')
  expect(await press(['impose', 'a.pdf', '--sheet', 'leter'])).toMatchObject({ code: 3 })
  expect(await press(['build', '--source', 'a.txt', 'handbook'])).toMatchObject({ code: 3 })
  expect((await press(['check', folder])).err).toContain('no `manuscript.md` in it')
  expect((await press(['build', '/dev/null'])).err).toContain('Unexpected device')
  const edition = manuscript('front', '---\ntilte: A test\n---\n\nOne.\n')
  const { code, err } = await press(['build', edition])
  expect(code).toBe(3)
  expect(err).toMatch(/front\/manuscript\.md:2:1: error\[front-matter\].*`title`/u)
})

test('3: two editions never share a name', async () => {
  for (const name of ['Swans', 'swans!', '\u4E2D\u6587', 'a'.repeat(61)]) {
    const { code, err } = await press(['build', manuscript(name, `${HEAD}One.\n`)])
    expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining('rename it') })
  }
  writeFileSync(join(folder, 'rough.txt'), 'One\n\nTwo.\n')
  const into = join(folder, 'Rough')
  expect(await press(['import', join(folder, 'rough.txt'), '--into', into])).toMatchObject({
    code: 3
  })
  expect(existsSync(into)).toBe(false)
})

test('4: what is missing outside', async () => {
  expect(await press(['impose', join(folder, 'none.pdf')])).toMatchObject({ code: 4 })
  const env = { PRESS_BROWSER: join(folder, 'none') }
  const { code, err } = await press(['build', manuscript('plain', `${HEAD}One.\n`)], env)
  expect(code).toBe(4)
  expect(err).toContain('Unexpected PRESS_BROWSER')
  const doctor = await press(['doctor', '--json'], env)
  expect(doctor.code).toBe(4)
  expect(doctor.out).toContain('"name":"browser","state":"missing"')
})

test('every line of --json is JSON', async () => {
  const { code, err, out } = await press(['build', 'nothing', '--json'])
  expect({ code, err }).toEqual({ code: 3, err: '' })
  expect(JSON.parse(out)).toMatchObject({ event: 'failure' })
})

test('--debug shows where, and nothing else does', async () => {
  const quiet = await press(['impose', join(folder, 'none.pdf')])
  expect(quiet.err.trim().split('\n')).toHaveLength(1)
  expect((await press(['impose', join(folder, 'none.pdf'), '--debug'])).err).toContain('    at ')
})

test.skipIf(process.platform === 'win32').each([
  ['SIGINT', 130],
  ['SIGTERM', 143]
] as const)('%s while a browser starts: %i, and nothing stays', async (signal, code) => {
  const tmp = mkdtempSync(join(folder, 'tmp-'))
  const words = ['scripts/press.mjs', 'build', manuscript(signal.toLowerCase(), `${HEAD}One.\n`)]
  const env = { ...process.env, TMPDIR: tmp }
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  child.stderr.once('data', () => child.kill(signal))
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(code)
  expect(readdirSync(tmp)).toEqual([])
  expect(readdirSync('.cache').filter((d) => d.startsWith(`run-${child.pid}-`))).toEqual([])
})
