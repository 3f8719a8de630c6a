// Which edition is meant: its name, its folder or its manuscript in, the folder out.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { home } from '../assets.ts'
import { Unable } from '../failure.ts'
import { nearest } from '../nearest.ts'

const DEFAULT = 'handbook'
const MANUSCRIPT = 'manuscript.md'

/**
 * The folder of an edition, as short a path as the working folder allows.
 *
 * @throws {Unable} exit 3 with the nearest name when there is none
 */
export function findEdition(named: string = DEFAULT): string {
  if (basename(named) === MANUSCRIPT && existsSync(named)) return dirname(named)
  const shelf = join(relative(process.cwd(), home), 'manuscript')
  for (const folder of [join(shelf, named), named])
    if (existsSync(join(folder, MANUSCRIPT))) return folder
  if (existsSync(named) && statSync(named).isFile())
    throw new Unable(
      3,
      `Unexpected file \`${named}\`, expected a folder with \`${MANUSCRIPT}\`: for a rough text, \`press build --source FILE\``
    )
  const known = existsSync(shelf)
    ? readdirSync(shelf).filter((d) => existsSync(join(shelf, d, MANUSCRIPT)))
    : []
  const wayOut =
    known.length > 0 ? `expected \`${nearest(basename(named), known)}\`` : 'there is none'
  throw new Unable(3, `Unexpected edition \`${named}\`, ${wayOut}`)
}

/** The file to check: a file as it is named, or the manuscript of an edition. */
export function findChecked(named?: string): string {
  if (named !== undefined && existsSync(named) && statSync(named).isFile()) return named
  return join(findEdition(named), MANUSCRIPT)
}
