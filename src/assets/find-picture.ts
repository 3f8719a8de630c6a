// The address of a picture in, the path of a file in the edition's own folder out (promise P3). The address is decoded
// once and then checked; links are followed first, so that what counts is where the file really lies.
import { realpath } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import type { VFile } from 'vfile'
import { failAt } from '../failure.ts'
import type { Place } from '../failure.ts'
import { unreadReason } from './read-bytes.ts'

const EXPECTED = 'expected a picture in the folder of the manuscript, such as `pictures/press.png`'
const UNFIT: readonly (readonly [RegExp, string])[] = [
  [/^data:/iu, 'data in an address'],
  [/^(?:[a-z][\w+.-]*:)?\/\//iu, 'address of another machine'],
  [/:/u, 'colon in an address'],
  [/^\//u, 'absolute path'],
  [/\\/u, 'backslash in an address'],
  [/[\p{Cc}\p{Cs}]/u, 'control character in an address'],
  [/(?:^|\/)\.\.(?:\/|$)/u, '`..` in an address'],
  [/^$/u, 'empty address']
]

/**
 * The path of a picture, from the folder of the manuscript, as its address says it.
 *
 * @throws {VFileMessage} exit 2, at the place that names the picture
 */
export function namePicture(file: VFile, url: string, place: Place): string {
  const stop = (reason: string): never => failAt(file, place, 'find-picture', reason)
  const shown = short(url)
  if (/[?#]/u.test(url))
    stop(`Unexpected \`?\` or \`#\` in \`${shown}\`, expected \`%3F\` or \`%23\``)
  const name = decoded(url) ?? stop(`Unexpected \`%\` in \`${shown}\`, expected \`%25\``)
  for (const text of [url, name])
    for (const [pattern, what] of UNFIT)
      if (pattern.test(text)) stop(`Unexpected ${what}: \`${shown}\`, ${EXPECTED}`)
  return name
}

/**
 * The real path of a picture below the folder of the manuscript.
 *
 * @param name as `namePicture` gives it
 * @throws {VFileMessage} exit 2, at the place that names the picture
 */
export async function findPicture(file: VFile, name: string, place: Place): Promise<string> {
  const stop = (reason: string): never => failAt(file, place, 'find-picture', reason)
  const shown = short(name)
  try {
    const folder = await realpath(dirname(file.path))
    const path = await realpath(join(folder, name))
    if (path.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return path
  } catch (cause) {
    stop(`Unexpected picture \`${shown}\`: it ${unreadReason(cause)}, ${EXPECTED}`)
  }
  return stop(`Unexpected link out of the folder of the manuscript: \`${shown}\`, ${EXPECTED}`)
}

function short(url: string): string {
  return url.length > 80 ? `${url.slice(0, 80)}…` : url
}

function decoded(url: string): string | undefined {
  try {
    return decodeURIComponent(url)
  } catch {
    return undefined
  }
}
