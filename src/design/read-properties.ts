// The sheet of a design in, its custom properties out, each with its place. A sheet is CSS of one rule:
//
//     :root {
//       --text-size: 10.5pt; /* on 14 */
//     }
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { failAt } from '../failure.ts'

/** A custom property as it is written. */
export interface Property {
  /** With its two hyphens. */
  name: string
  /** Without the spaces around it. */
  value: string
  /** Where the name stands. */
  place: Point
}

const COMMENT = /\/\*.*?\*\//gsu
const RULE = /^\s*:root\s*\{(?<body>[^{}]*)\}\s*$/su
const DECLARATION = /^(?<before>\s*)(?<name>--[-\w]+)\s*:(?<value>.*)$/su
/** One declaration, in which a string may hold a semicolon. */
const PART = /(?:'[^'\n]*'|"[^"\n]*"|[^;'"])+;?/gsu

/**
 * Read the properties of a sheet, in order.
 *
 * @throws {VFileMessage} exit 3 where it is no such rule, or says a thing twice
 */
export function readProperties(file: VFile): Property[] {
  // Comments are blanked and not cut out, so that every place stays where it is.
  const css = String(file).replace(COMMENT, (d) => d.replace(/[^\n]/gu, ' '))
  const body = RULE.exec(css)?.groups?.body
  if (body === undefined)
    failAt(
      file,
      pointOf(css, 0),
      'read-design',
      'Unexpected CSS, expected one rule `:root { … }`',
      3
    )
  const start = css.indexOf('{') + 1
  const found = new Map<string, Property>()
  for (const part of body.matchAll(PART)) {
    const written = part[0].replace(/;$/u, '')
    if (written.trim() === '') continue
    const { before = '', name, value = '' } = DECLARATION.exec(written)?.groups ?? {}
    const at = start + part.index + (name === undefined ? written.search(/\S/u) : before.length)
    const place = pointOf(css, at)
    const stop = (reason: string): never => failAt(file, place, 'read-design', reason, 3)
    if (name === undefined)
      return stop(
        `Unexpected \`${written.trim()}\`, expected a line such as \`--text-size: 10.5pt;\``
      )
    if (/\n/u.test(value.trim()))
      return stop(`Unexpected end of line in \`${name}\`, expected \`;\` behind its value`)
    if (found.has(name)) return stop(`Unexpected \`${name}\`, which is said twice`)
    found.set(name, { name, value: value.trim(), place })
  }
  return [...found.values()]
}

function pointOf(text: string, offset: number): Point {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
