// Make the ICC profile of the printing condition that `print.pdf` is meant for, from its published measurements: offset on
// coated paper, Fogra's characterization data FOGRA39L (CGATS text, 1,617 patches; Fogra, www.fogra.org). What we ship is
// computed from those numbers, small enough to go into each file; a print shop's own profile replaces it.
//
//     node scripts/press.mjs --run scripts/output-profile.ts FOGRA39L.ti3
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { home } from '../src/assets.ts'
import {
  D50,
  iccColour,
  iccFixed,
  iccName,
  iccProfile,
  iccTag,
  iccText
} from '../src/finish/for-press/icc.ts'

/** Inks C, M, Y and K from 0 to 1; L*, a* and b* against the paper. */
type Inks = readonly [number, number, number, number]
type Lab = readonly [number, number, number]

/** Where the chart has patches of every mixture: of the colours at each of these amounts of black. */
const NODES = [0, 0.1, 0.2, 0.4, 0.7, 1]
const LEVELS: ReadonlyArray<readonly [black: number, nodes: readonly number[]]> = [
  [0, NODES],
  [0.2, NODES],
  [0.4, [0, 0.2, 0.4, 0.7, 1]],
  [0.6, [0, 0.2, 0.4, 0.7, 1]],
  [0.8, [0, 0.4, 0.7, 1]],
  [1, [0, 0.4, 1]]
]
/** Amounts of black at the nodes of the table; as many as `NODES`, since a table has one count for all its inks. */
const BLACKS = LEVELS.map(([black]) => black)
/** Most ink that paper takes, as the sum of four shares. */
const MOST_INK = 3
const GRID = 17
const GAMUT_GRID = 9

const patches = readPatches(process.argv.at(-1) ?? '')
const [paper] = patches.values()
if (!paper)
  throw new Error('Unexpected chart without patches, expected CGATS text with CMYK and XYZ')
const colours = LEVELS.map(([black, nodes]) => ({ black, nodes }))
const bytes = profile()
writeFileSync(join(home, 'src/finish/for-press/fogra39.icc'), bytes)
report()

/** XYZ by the inks, in hundredths, as `0 10 0 0`. */
function readPatches(path: string): Map<string, Lab> {
  const rows = readFileSync(path, 'latin1').split(/\r?\n/u)
  const found = new Map<string, Lab>()
  for (const row of rows) {
    const [id, c, m, y, k, X, Y, Z] = row.trim().split(/\s+/u).map(Number)
    if (!Number.isInteger(id) || Z === undefined) continue
    found.set([c, m, y, k].join(' '), [X ?? 0, Y ?? 0, Z])
  }
  return found
}

/** Against the paper: the lightest is white (media-relative colorimetric). */
function labOf(xyz: Lab): Lab {
  const white = paper ?? D50
  const [x, y, z] = xyz.map((d, i) => root(d / (white[i] ?? 1))) as [number, number, number] // three in, three out
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

function root(d: number): number {
  return d > 216 / 24389 ? Math.cbrt(d) : (841 / 108) * d + 4 / 29
}

function patch(c: number, m: number, y: number, k: number): Lab {
  const name = [c, m, y, k].map((d) => Math.round(d * 100)).join(' ')
  const found = patches.get(name)
  if (!found) throw new Error(`Unexpected chart without the patch ${name}`)
  return labOf(found)
}

/** The colour of inks whose black is a level, between the patches of that level. */
function atLevel(level: number, inks: Inks): Lab {
  const { black, nodes } = colours[level] as { black: number; nodes: readonly number[] } // a level of the table
  const places = inks.slice(0, 3).map((d) => between(nodes, d))
  const sum: [number, number, number] = [0, 0, 0]
  for (let corner = 0; corner < 8; corner += 1) {
    let weight = 1
    const at = places.map(({ index, part }, i) => {
      const upper = (corner >> i) & 1
      weight *= upper ? part : 1 - part
      return nodes[index + upper] ?? 1
    })
    if (weight === 0) continue
    const colour = patch(at[0] ?? 0, at[1] ?? 0, at[2] ?? 0, black)
    for (let i = 0; i < 3; i += 1) sum[i as 0] += weight * (colour[i] ?? 0)
  }
  return sum
}

function between(nodes: readonly number[], value: number): { index: number; part: number } {
  const d = Math.min(1, Math.max(0, value))
  let index = nodes.length - 2
  while (index > 0 && d < (nodes[index] ?? 0)) index -= 1
  const [low, high] = [nodes[index] ?? 0, nodes[index + 1] ?? 1]
  return { index, part: (d - low) / (high - low) }
}

/** The table of the profile: colours at its own nodes. */
function table(): Float64Array {
  const rows: number[] = []
  for (const c of NODES)
    for (const m of NODES)
      for (const y of NODES)
        for (const level of BLACKS.keys()) rows.push(...atLevel(level, [c, m, y, 0]))
  return Float64Array.from(rows)
}

/** What the table makes of inks, as a colour management does it. */
function lookUp(rows: Float64Array, inks: readonly number[]): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0]
  const places = inks.map((d, i) => between(i === 3 ? BLACKS : NODES, d))
  for (let corner = 0; corner < 16; corner += 1) {
    let [weight, at] = [1, 0]
    for (const [i, { index, part }] of places.entries()) {
      const upper = (corner >> i) & 1
      weight *= upper ? part : 1 - part
      at = at * NODES.length + index + upper
    }
    if (weight === 0) continue
    for (let i = 0; i < 3; i += 1) sum[i as 0] += weight * (rows[at * 3 + i] ?? 0)
  }
  return sum
}

/** Black for a colour: none in the light third, and more the darker and the greyer it is. */
function blackFor([l, a, b]: Lab): number {
  const grey = Math.max(0, 1 - Math.hypot(a, b) / 60)
  return Math.max(0, (65 - l) / 65) ** 1.3 * (0.35 + 0.65 * grey)
}

/** The inks for a colour, and how far off they are. */
function separate(rows: Float64Array, target: Lab): { inks: number[]; off: number } {
  const wanted = blackFor(target)
  let best = { inks: [0, 0, 0, 0], off: Infinity }
  let least = Infinity
  for (let step = 0; step <= 20; step += 1) {
    const black = step / 20
    const inks = solve(rows, target, black)
    const off = distance(lookUp(rows, inks), target)
    const over = Math.max(0, inks.reduce((sum, d) => sum + d, 0) - MOST_INK)
    const cost = off ** 2 + 30 * (black - wanted) ** 2 + 4000 * over ** 2
    if (cost < least) [least, best] = [cost, { inks, off }]
  }
  return best
}

/** Cyan, magenta and yellow that come nearest with so much black: Gauss and Newton, kept between 0 and 1. */
function solve(rows: Float64Array, target: Lab, black: number): number[] {
  const STEP = 0.01
  let inks = [0.4, 0.4, 0.4, black]
  for (let round = 0; round < 14; round += 1) {
    const here = lookUp(rows, inks)
    const free = [0, 1, 2]
    const slopes = free.map((i) => {
      const by = (inks[i] ?? 0) > 0.5 ? -STEP : STEP
      const there = lookUp(
        rows,
        inks.map((d, j) => (i === j ? d + by : d))
      )
      return there.map((d, j) => (d - (here[j] ?? 0)) / by)
    })
    const error = target.map((d, j) => d - (here[j] ?? 0))
    // Normal equations with a little damping, which keeps inks that do not matter where they are.
    const matrix = free.map((i) =>
      free.map((j) => dot(slopes[i] ?? [], slopes[j] ?? []) + (i === j ? 1 : 0))
    )
    const move = eliminate(
      matrix,
      free.map((i) => dot(slopes[i] ?? [], error))
    )
    inks = inks.map((d, i) => (i === 3 ? d : Math.min(1, Math.max(0, d + 0.8 * (move[i] ?? 0)))))
  }
  return inks
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, d, i) => sum + d * (b[i] ?? 0), 0)
}

/** Solve three equations. */
function eliminate(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0])
  for (let i = 0; i < 3; i += 1) {
    const pivot = rows[i] ?? []
    for (let j = 0; j < 3; j += 1) {
      const row = rows[j] ?? []
      const factor = (row[i] ?? 0) / (pivot[i] ?? 1)
      if (i !== j) for (let k = 0; k < 4; k += 1) row[k] = (row[k] ?? 0) - factor * (pivot[k] ?? 0)
    }
  }
  return rows.map((row, i) => (row[3] ?? 0) / (row[i] ?? 1))
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((d, i) => d - (b[i] ?? 0)))
}

function* grid(count: number): Generator<Lab> {
  const at = (i: number) => (i * 255) / (count - 1)
  for (let l = 0; l < count; l += 1)
    for (let a = 0; a < count; a += 1)
      for (let b = 0; b < count; b += 1) yield [(at(l) * 100) / 255, at(a) - 128, at(b) - 128]
}

/** The whole profile (ICC.1:2001-04, version 2.4, class `prtr`). */
function profile(): Buffer {
  const rows = table()
  const toLab = lut({
    inputs: [NODES, NODES, NODES, BLACKS].map(curve),
    nodes: NODES.length,
    values: [...rows].map((d, i) => (i % 3 === 0 ? (d * 255) / 100 : d + 128)),
    outputs: 3
  })
  const fromLab = lut({
    inputs: [0, 1, 2].map(() => straight()),
    nodes: GRID,
    values: [...grid(GRID)].flatMap((d) => separate(rows, d).inks.map((ink) => ink * 255)),
    outputs: 4
  })
  const gamut = lut({
    inputs: [0, 1, 2].map(() => straight()),
    nodes: GAMUT_GRID,
    values: [...grid(GAMUT_GRID)].map((d) => Math.min(255, separate(rows, d).off * 8)),
    outputs: 1
  })
  const white = (paper ?? D50).map((d) => d / 100)
  // The month of the measurements: the profile is the same whenever it is made.
  const head = { kind: 'prtr', space: 'CMYK', connection: 'Lab ', date: [2006, 12, 1] } as const
  return iccProfile(head, [
    ['desc', iccName('Offset on coated paper, from FOGRA39L')],
    ['cprt', iccText('Computed from the characterization data FOGRA39L of Fogra, www.fogra.org')],
    ['wtpt', iccColour(white)],
    ...['A2B0', 'A2B1', 'A2B2'].map((d) => [d, toLab] as const),
    ...['B2A0', 'B2A1', 'B2A2'].map((d) => [d, fromLab] as const),
    ['gamt', gamut]
  ])
}

/** An input curve that brings uneven nodes to even places. */
function curve(nodes: readonly number[]): number[] {
  return Array.from({ length: 256 }, (_, i) => {
    const { index, part } = between(nodes, i / 255)
    return ((index + part) * 255) / (nodes.length - 1)
  })
}

function straight(): number[] {
  return Array.from({ length: 256 }, (_, i) => i)
}

interface Lut {
  inputs: readonly number[][]
  nodes: number
  values: readonly number[]
  outputs: number
}

/** A table of eight bits (6.5.8). */
function lut({ inputs, nodes, values, outputs }: Lut): Buffer {
  const unit = [1, 0, 0, 0, 1, 0, 0, 0, 1].map(iccFixed)
  const ends = Array.from({ length: outputs }, () => straight())
  const all = [...inputs.flat(), ...values, ...ends.flat()]
  const counts = Buffer.from([inputs.length, outputs, nodes, 0])
  return iccTag('mft1', [counts, ...unit, Buffer.from(all.map(byte))])
}

function byte(d: number): number {
  return Math.min(255, Math.max(0, Math.round(d)))
}

/** How near the profile comes to the chart. */
function report(): void {
  const rows = table()
  const offs = [...patches].map(([name, xyz]) => {
    const inks = name.split(' ').map((d) => Number(d) / 100)
    return distance(lookUp(rows, inks), labOf(xyz))
  })
  const sorted = offs.toSorted((a, b) => a - b)
  const at = (part: number) => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(2)
  const mean = offs.reduce((sum, d) => sum + d, 0) / offs.length
  process.stdout.write(
    `${bytes.length} bytes; ${offs.length} patches, difference ${mean.toFixed(2)} on average, 95 % below ${at(0.95)}, most ${at(1)}\n`
  )
}
