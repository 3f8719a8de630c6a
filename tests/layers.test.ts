// Who may import whom (src/README.md), which outside thing is named where, and how long a file may be. Read off the
// import lines of src/.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import { expect, test } from 'vitest'

const SHARED =
  'approvals assets changes composition cover design edition faces failure history manuscript nearest outputs pages pdf pdf-text places queries slug sources'.split(
    ' '
  )
const STAGES =
  'import compose typeset print package finish impose collate check proof preview'.split(' ')
/** Rooms, from the top; each may use the rooms below it that are named. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  cli: ['press', 'print/browser', ...SHARED],
  press: [...STAGES, ...SHARED]
}
/** What only one place may name. */
const DOORS: Readonly<Record<string, RegExp>> = {
  puppeteer: /^print\/browser(\.ts|\/)/u,
  '@puppeteer/browsers': /^print\/browser\//u,
  'edge-paths': /^print\/browser\//u,
  'tar-fs': /^print\/browser\//u,
  'epub-gen-memory': /^package\//u,
  '@cantoo/pdf-lib': /^pdf\.ts$/u,
  'pdfjs-dist': /^(collate\/|pdf-text)/u,
  harfbuzzjs: /^typeset\/shape\.ts$/u,
  'subset-font': /^(print|package)\//u,
  fflate: /^package\/png\.ts$/u,
  'node-diff3': /^press\/merge-edits\.ts$/u,
  'node:child_process': /^(print\/browser\/|cli\/|history\/run-git\.ts)/u,
  esbuild: /^preview\/page-script\.ts$/u,
  'node:http': /^preview\//u,
  'node:https': /^$/u,
  'node:net': /^$/u
}
const IMPORT = /\bfrom '(?<a>[^']+)'|\bimport\('(?<b>[^']+)'\)/gu
const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((d) => d.endsWith('.ts'))
  .map((d) => ({ path: d.split(sep).join('/'), text: readFileSync(join('src', d), 'utf8') }))

test('each room uses only the rooms below it', () => {
  const wrong = files.flatMap(({ path, text }) => {
    const room = roomOf(path)
    const allowed = [room, ...(MAY_USE[room] ?? SHARED)]
    return importsOf(text)
      .filter((d) => d.startsWith('.'))
      .map((d) =>
        normalize(join(dirname(path), d))
          .split(sep)
          .join('/')
      )
      .filter((d) => !allowed.some((a) => d === `${a}.ts` || roomOf(d) === a))
      .map((d) => `${path} uses ${d}`)
  })
  expect(wrong).toEqual([])
})

test('an outside thing is named behind its door only', () => {
  const wrong = files.flatMap(({ path, text }) =>
    importsOf(text)
      .filter((d) => !(doorOf(d)?.test(path) ?? true))
      .map((d) => `${path} names ${d}`)
  )
  expect(wrong).toEqual([])
})

test('files are short', () => {
  const lengths = files.map((d) => d.text.split('\n').length - 1).toSorted((a, b) => a - b)
  const long = files.filter((d) => d.text.split('\n').length > 251).map((d) => d.path)
  expect(long).toEqual([])
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(80)
})

function roomOf(path: string): string {
  return path.replace(/[/.].*$/u, '')
}

function importsOf(text: string): string[] {
  return [...text.matchAll(IMPORT)].map((d) => d.groups?.a ?? d.groups?.b ?? '')
}

function doorOf(name: string): RegExp | undefined {
  const door = Object.keys(DOORS).find((d) => name === d || name.startsWith(`${d}/`))
  return door === undefined ? undefined : DOORS[door]
}
