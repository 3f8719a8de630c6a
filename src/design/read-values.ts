// The properties of a sheet in, their values by part out: every name known, every value read, nothing missing.
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { failAt } from '../failure.ts'
import { nearest } from '../nearest.ts'
import { PARTS } from './design.ts'
import type { PartName } from './design.ts'
import { EDGE, INHERITED, nameOf, PAGE, PART, TEXT_LEADING } from './properties.ts'
import type { Inherited, PageValues, PartValues } from './properties.ts'
import { readProperties } from './read-properties.ts'
import { Refused } from './values.ts'
import type { Read } from './values.ts'

/** A sheet as it is written, before it meets a page. */
export interface Sheet {
  page: PageValues
  parts: Readonly<Record<PartName, PartValues>>
  /** What the other parts have from the text. */
  text: Inherited
  /** Where running head and folio stand. */
  edges: Readonly<Record<'head' | 'folio', 'center' | 'outer'>>
  /** Where each property stands. */
  places: ReadonlyMap<string, Point>
}

const START = { line: 1, column: 1 }
const EDGES = ['--head-align', '--folio-align']
const OTHERWISE: ReadonlySet<string> = new Set(['--note-rule', ...EDGES])
const READERS = readers()

/**
 * Read a sheet.
 *
 * @throws {VFileMessage} exit 3 at a property that is unknown or has a value it cannot have, or where one is missing
 */
export function readValues(file: VFile): Sheet {
  const properties = readProperties(file)
  const values = new Map<string, unknown>()
  for (const { name, value, place } of properties) {
    const stop = (reason: string): never => failAt(file, place, 'read-design', reason, 3)
    const read = READERS.get(name)
    if (!read) {
      const known = nearest(name, [...READERS.keys()])
      return stop(
        `Unexpected property \`${name}\`, expected \`${known}\` or another of styles/README.md`
      )
    }
    try {
      values.set(name, read(value))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const given = value === '' ? `\`${name}\` without a value` : `\`${value}\` of \`${name}\``
      stop(`Unexpected ${given}, expected ${error.message}`)
    }
  }
  for (const name of needed())
    if (!values.has(name))
      failAt(file, START, 'read-design', `Unexpected design without \`${name}\``, 3)
  const of = (names: readonly string[], part?: PartName) => {
    const said = names.filter((d) => values.has(nameOf(d, part)))
    return Object.fromEntries(said.map((d) => [d, values.get(nameOf(d, part))]))
  }
  // Each value was read by the reader of its name, and what is needed is there.
  return {
    page: of(Object.keys(PAGE)) as PageValues,
    parts: Object.fromEntries(PARTS.map((d) => [d, of(ofPart(d), d)])) as Sheet['parts'],
    text: of(INHERITED, 'text') as Inherited,
    edges: {
      head: values.get('--head-align'),
      folio: values.get('--folio-align')
    } as Sheet['edges'],
    places: new Map(properties.map((d) => [d.name, d.place]))
  }
}

/** What a part may say: where a running head stands is no alignment, and the rule above the notes is the page's. */
function ofPart(part: PartName): string[] {
  return Object.keys(PART).filter((d) => !OTHERWISE.has(nameOf(d, part)))
}

/** Every property by its full name. */
function readers(): ReadonlyMap<string, Read<unknown>> {
  const all = new Map<string, Read<unknown>>()
  for (const part of PARTS)
    for (const [name, read] of Object.entries(PART)) all.set(nameOf(name, part), read)
  for (const [name, read] of Object.entries(PAGE)) all.set(nameOf(name), read)
  for (const name of EDGES) all.set(name, EDGE)
  return all.set('--text-leading', TEXT_LEADING)
}

function needed(): readonly string[] {
  return [
    ...Object.keys(PAGE).map((d) => nameOf(d)),
    ...INHERITED.map((d) => nameOf(d, 'text')),
    ...EDGES
  ]
}
