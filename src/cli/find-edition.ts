// Which edition is meant: its name, its folder or its manuscript in, the folder out.
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import { home } from '../assets.ts'
import { Unable } from '../failure.ts'
import { nearest } from '../nearest.ts'

const DEFAULT = 'handbook'
const MANUSCRIPT = 'manuscript.md'
/** A path, and no name on the shelf. */
const HERE = /^\.{1,2}(?:[/\\]|$)/u

/**
 * The folder of an edition, as short a path as the working folder allows.
 *
 * @throws {Unable} exit 3 when there is none: what stands there instead, or the nearest name
 */
export function findEdition(named: string = DEFAULT): string {
  if (basename(named) === MANUSCRIPT && existsSync(named)) return dirname(named)
  const shelf = join(relative(process.cwd(), home), 'manuscript')
  const places = isAbsolute(named) || HERE.test(named) ? [named] : [join(shelf, named), named]
  const [found, other] = places.filter((d) => existsSync(join(d, MANUSCRIPT)))
  if (found !== undefined && other !== undefined && realpathSync(found) !== realpathSync(other))
    throw new Unable(
      3,
      `Unexpected two editions \`${named}\`, \`${found}\` and \`.${sep}${other}\`: name one by its path`
    )
  if (found !== undefined) return found
  const taken = places.find((d) => existsSync(d))
  if (taken !== undefined) throw new Unable(3, noEdition(taken))
  const known = existsSync(shelf)
    ? readdirSync(shelf).filter((d) => existsSync(join(shelf, d, MANUSCRIPT)))
    : []
  const wayOut =
    known.length > 0
      ? `expected \`${nearest(basename(named), known)}\` or another folder with \`${MANUSCRIPT}\``
      : 'there is none'
  throw new Unable(3, `Unexpected edition \`${named}\`, ${wayOut}`)
}

/** Why something that is there is no edition. */
function noEdition(path: string): string {
  const stat = statSync(path)
  if (stat.isDirectory())
    return `Unexpected folder \`${path}\`, no \`${MANUSCRIPT}\` in it: \`press import SOURCE\` makes one of a rough text`
  const expected = `expected a folder with \`${MANUSCRIPT}\``
  if (!stat.isFile()) return `Unexpected device \`${path}\`, ${expected}`
  return `Unexpected file \`${path}\`, ${expected}: for a rough text, \`press build --source FILE\``
}

/** The file to check: a file as it is named, or the manuscript of an edition. */
export function findChecked(named?: string): string {
  if (named !== undefined && existsSync(named) && statSync(named).isFile()) return named
  return join(findEdition(named), MANUSCRIPT)
}
