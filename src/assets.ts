// The one door in: a path in, bytes or text out, checked once. What the press brings along, what the user hands it, and
// the pictures that a manuscript names; these last lie below the manuscript's own folder or are refused (promise P3).
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { VFile } from 'vfile'
import { checkSvg } from './assets/check-svg.ts'
import { decodeText } from './assets/decode-text.ts'
import { findPicture, namePicture } from './assets/find-picture.ts'
import { pictureFault } from './assets/picture-fault.ts'
import { pictureType } from './assets/picture-type.ts'
import { readBytes, Unread } from './assets/read-bytes.ts'
import { SvgFault } from './assets/read-svg.ts'
import { failAt, Unable } from './failure.ts'
import type { Place } from './failure.ts'

declare module 'vfile' {
  interface DataMap {
    /**
     * Of a manuscript as it was: the bytes that a picture had then, by its path from the folder; undefined where they are
     * not known, and the picture is taken as it is now.
     */
    earlier: (path: string) => Promise<Uint8Array | undefined>
  }
}

/** A picture of the edition, checked and safe to print. */
export interface Picture {
  /** Its name in print and EPUB, from its bytes: `picture-<12 hex digits>.<extension>`. */
  name: string
  bytes: Uint8Array
  type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/svg+xml' | 'image/webp'
  /** In pixels; missing where a drawing does not say. */
  width?: number
  /** In pixels; missing where a drawing does not say. */
  height?: number
}

const MEGABYTE = 1024 * 1024
const LARGEST_TEXT = 64 * MEGABYTE
const LARGEST_PICTURE = 10 * MEGABYTE
const MOST_PIXELS = 50_000_000
const START = { line: 1, column: 1 }

/** The folder of the press itself: the code may run from `src/` or, bundled, from `.cache/`. */
export const home: string = findHome(dirname(fileURLToPath(import.meta.url)))

function findHome(folder: string): string {
  const record = join(folder, 'package.json')
  if (existsSync(record) && /"name":\s*"pamphlet-press"/u.test(readFileSync(record, 'utf8')))
    return folder
  if (dirname(folder) === folder)
    throw new Unable(4, 'Unexpected place of the press: no `package.json` of it above the code')
  return findHome(dirname(folder))
}

/**
 * The bytes of a file that the press brings along.
 *
 * @param path relative to `home`: `styles/print.css`
 * @throws {Unable} exit 4 when it is missing
 */
export async function readOwn(path: string): Promise<Uint8Array> {
  return readBytes(join(home, path), Number.POSITIVE_INFINITY).catch((cause: unknown) => {
    const reason = `Unexpected loss of a part of the press, \`${path}\`: run \`npm ci\` in ${home}`
    throw new Unable(4, reason, cause)
  })
}

/**
 * A rough text as it was received: `value` holds its bytes, untouched.
 *
 * @throws {Unable} exit 4 when it cannot be read
 * @throws {VFileMessage} exit 5 over 64 MB
 */
export async function readSource(path: string): Promise<VFile> {
  const file = new VFile({ path })
  try {
    file.value = await readBytes(path, LARGEST_TEXT)
    return file
  } catch (cause) {
    if (!(cause instanceof Unread)) throw cause
    if (cause.tooLarge) failAt(file, START, 'read-bytes', `Unexpected text: it ${cause.message}`, 5)
    throw new Unable(4, `Unexpected path \`${path}\`: it ${cause.message}`, cause)
  }
}

/**
 * A manuscript: UTF-8 only, line feeds only, no control characters (promise P7).
 *
 * @throws {Unable} exit 4 when it cannot be read
 * @throws {VFileMessage} exit 2 where it is not such a text, exit 5 over 64 MB
 */
export async function readManuscript(path: string): Promise<VFile> {
  const file = await readSource(path)
  // readSource gives bytes.
  return manuscriptOf(path, file.value as Uint8Array)
}

/**
 * A manuscript of bytes that came from elsewhere, such as its history.
 *
 * @param path where it would lie: its pictures are looked for beside it
 * @throws {VFileMessage} exit 2 where they are no such text
 */
export function manuscriptOf(path: string, bytes: Uint8Array): VFile {
  const file = new VFile({ path })
  file.value = decodeText(file, bytes)
  return file
}

/**
 * A picture that a manuscript names.
 *
 * @param url as written; decoded once
 * @throws {VFileMessage} exit 2 at `place` when it may not be used, exit 5 when it is too large
 */
export async function readPicture(file: VFile, url: string, place: Place): Promise<Picture> {
  const path = namePicture(file, url, place)
  const stop = (reason: string, exit: 2 | 5 = 2, ruleId = 'picture-type'): never =>
    failAt(file, place, ruleId, `Unexpected picture \`${basename(path)}\`: ${reason}`, exit)
  const earlier = await file.data.earlier?.(path)
  const bytes = earlier ?? (await readNow(await findPicture(file, path, place), stop))
  const found = pictureType(bytes)
  if (!found)
    return {
      name: pictureName(bytes, 'svg'),
      bytes,
      type: 'image/svg+xml',
      ...drawing(file, place, path, bytes)
    }
  const { extension, ...size } = found
  if (size.width * size.height === 0) stop('it is broken off before its size: save it anew')
  if (size.width * size.height > MOST_PIXELS)
    stop(
      `it has ${size.width} by ${size.height} pixels, expected at most 50 million: make it smaller`,
      5
    )
  const fault = pictureFault(bytes, size.type)
  if (fault) stop(`it ${fault}: save it anew`, 2, 'picture-fault')
  return { name: pictureName(bytes, extension), bytes, ...size }
}

function readNow(path: string, stop: (reason: string, exit: 2 | 5) => never): Promise<Uint8Array> {
  return readBytes(path, LARGEST_PICTURE).catch((cause: unknown) => {
    if (cause instanceof Unread) return stop(`it ${cause.message}`, cause.tooLarge ? 5 : 2)
    throw cause
  })
}

/** What print and EPUB call a picture: the same bytes have the same name. */
export function pictureName(bytes: Uint8Array, extension: string): string {
  const digest = createHash('sha256').update(bytes).digest('hex')
  return `picture-${digest.slice(0, 12)}.${extension}`
}

/** The size of a drawing, when the bytes are one that may be printed. */
function drawing(file: VFile, place: Place, path: string, bytes: Uint8Array) {
  const stop = (reason: string): never => failAt(file, place, 'check-svg', reason)
  const name = basename(path)
  let text = ''
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (!/^\s*<[?!s]/u.test(text)) throw new TypeError('no markup')
  } catch {
    stop(`Unexpected file \`${name}\`, expected a picture: PNG, JPEG, GIF, WebP or SVG`)
  }
  try {
    return checkSvg(text)
  } catch (cause) {
    if (!(cause instanceof SvgFault)) throw cause
    const line = text.slice(0, cause.at).split('\n').length
    return stop(`Unexpected ${cause.message} in the drawing \`${name}\`, line ${line}`)
  }
}

/** When a file was last changed. */
export async function lastChange(path: string): Promise<Date> {
  return (await stat(path)).mtime
}

/** Whether something stands at a path. */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false
  )
}
