// TypeScript in, a folder of plain modules below .cache/ out, made again when a file of src/ has changed: translating
// the sources at each start would take longer than laying out a pamphlet.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const cache = join(home, '.cache')
/** A bundle that another process may still be loading parts of is younger than this, in milliseconds. */
const YOUNG = 600_000

/** Packages that read files lying beside their code, or that are loaded late and seldom. The rest is bundled too, since
 * a hundred small modules take twice as long to load as one. */
const APART = [
  '@puppeteer/browsers',
  'an-array-of-english-words',
  'edge-paths',
  'epub-gen-memory',
  'esbuild',
  'harfbuzzjs',
  'hyphen',
  'jszip',
  'pagedjs-cli',
  'pdfjs-dist',
  'puppeteer',
  'subset-font',
  'tar-fs'
]
/** Some packages among the bundled ones are CommonJS and ask for modules of Node's. */
const REQUIRE =
  "import { createRequire as toRequire } from 'node:module'; const require = toRequire(import.meta.url);"

/** The path of the module to run for an entry such as `src/cli.ts`. */
export async function bundle(path) {
  const entry = resolve(home, path)
  const sources = readdirSync(join(home, 'src'), { recursive: true })
  const files = ['package-lock.json', ...sources.toSorted().map((d) => join('src', d))]
  const seal = createHash('sha256').update(process.version)
  for (const file of [entry, fileURLToPath(import.meta.url), ...files.map((d) => join(home, d))]) {
    const { mtimeMs, size } = statSync(file)
    seal.update(`${file}:${mtimeMs}:${size}\n`)
  }
  const folder = join(cache, `press-${seal.digest('hex').slice(0, 16)}`)
  if (!existsSync(folder)) await make(entry, folder)
  return join(folder, 'entry.mjs')
}

/** Made beside its place and renamed into it, so that two at once, or a killed one, leave no half. */
async function make(entry, folder) {
  mkdirSync(cache, { recursive: true })
  const { build } = await import('esbuild')
  const beside = `${folder}.${process.pid}`
  await build({
    entryPoints: { entry },
    outdir: beside,
    bundle: true,
    // Each `import()` stays a file of its own, so that help and doctor do not load the whole press.
    splitting: true,
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    external: APART.flatMap((name) => [name, `${name}/*`]),
    banner: { js: REQUIRE },
    platform: 'node',
    target: 'node20',
    logLevel: 'error'
  })
  for (const name of readdirSync(cache).filter((d) => d.startsWith('press-'))) {
    const old = join(cache, name)
    // Another process may have removed it meanwhile.
    const { mtimeMs = Infinity } = statSync(old, { throwIfNoEntry: false }) ?? {}
    if (Date.now() - mtimeMs > YOUNG) rmSync(old, { recursive: true, force: true })
  }
  try {
    renameSync(beside, folder)
  } catch (error) {
    rmSync(beside, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}
