// The Chromium that comes with the packages, for Linux on x64 with glibc: brotli files in, `.cache/chromium-<version>/`
// out, with the few libraries that a bare system lacks and one font. Unpacked beside its place and renamed into it, so
// that two builds at once, or a killed one, never leave half a browser. The package's own unpacker writes to the
// system's temporary folder and takes whatever stands there.
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { cannotWrite } from './cache-folder.ts'
import type { Found } from './find-browser.ts'

/** Files of the archives belong to whoever unpacks them, not to a user number of the archive. */
const OURS = { chown: false, strict: true }

/**
 * The embedded browser, unpacked if need be; undefined on a system it is not made for.
 *
 * @throws {Unable} exit 4 when the cache folder cannot be written
 */
export async function unpackEmbedded(cache: string): Promise<Found | undefined> {
  const root = embeddedPackage()
  if (root === undefined) return undefined
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string // npm writes it into every package
  }
  const folder = join(cache, `chromium-${version}`)
  if (!existsSync(folder)) await unpack(join(root, 'bin'), folder)
  return {
    path: join(folder, 'chromium'),
    how: `embedded Chromium ${version}`,
    libraries: join(folder, 'al2023', 'lib'),
    fonts: join(folder, 'fonts')
  }
}

function embeddedPackage(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !hasGlibc()) return undefined
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
    return resolve(entry, '../../..')
  } catch {
    return undefined
  }
}

function hasGlibc(): boolean {
  // The place of its loader is fixed by the x86-64 ABI; musl has another.
  return existsSync('/lib64/ld-linux-x86-64.so.2')
}

async function unpack(from: string, folder: string): Promise<void> {
  const beside = `${folder}.${process.pid}.tmp`
  try {
    await mkdir(beside, { recursive: true })
    const { extract } = await import('tar-fs')
    const inflate = (name: string, to: NodeJS.WritableStream) =>
      pipeline(createReadStream(join(from, name)), createBrotliDecompress(), to)
    await Promise.all([
      inflate('chromium.br', createWriteStream(join(beside, 'chromium'), { mode: 0o755 })),
      inflate('al2023.tar.br', extract(join(beside, 'al2023'), OURS)),
      inflate('fonts.tar.br', extract(join(beside, 'unpacked'), OURS))
    ])
    await rename(join(beside, 'unpacked', 'fonts'), join(beside, 'fonts'))
    await rm(join(beside, 'unpacked'), { recursive: true })
    await rename(beside, folder)
  } catch (error) {
    await rm(beside, { recursive: true, force: true })
    if (!existsSync(folder)) throw cannotWrite(error)
    // Otherwise another process was first, and its browser is as good as ours.
  }
}
