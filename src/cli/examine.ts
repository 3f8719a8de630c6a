// What the doctor looks at: each thing that the press needs, or can use, with what was found and the way out where it
// is missing.
import { execFile } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { exists, home } from '../assets.ts'
import { openBrowser } from '../print/browser.ts'

/** One thing that was looked at. */
export interface Finding {
  name: string
  state: 'ok' | 'missing'
  /** Without it nothing can be printed. */
  needed: boolean
  /** What was found, or what to do. */
  says: string
}

const OLDEST_NODE = [20, 19] as const

/** Look at everything, in the order in which a person would mend it. */
export async function examine(): Promise<readonly Finding[]> {
  return [
    nodeVersion(process.versions.node),
    await packages(),
    await cache(),
    await browser(),
    await fonts(),
    await tool(
      'epubcheck',
      ['--version'],
      'checks e-books: `apt install epubcheck`, `brew install epubcheck`'
    ),
    await tool(
      'pdftotext',
      ['-v'],
      'reads PDFs: `apt install poppler-utils`, `brew install poppler`'
    )
  ]
}

/** Whether this Node is one the press runs on. */
export function nodeVersion(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const fits = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])
  const wayOut = `${version}, expected ${OLDEST_NODE.join('.')} or newer: https://nodejs.org`
  return finding('node', fits, fits ? version : wayOut)
}

async function packages(): Promise<Finding> {
  const there = await exists(join(home, 'node_modules', '.package-lock.json'))
  return finding('packages', there, there ? 'installed' : `run \`npm ci\` in ${home}`)
}

async function cache(): Promise<Finding> {
  const folder = join(home, '.cache')
  const probe = join(folder, `probe-${process.pid}`)
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(probe, '')
    await rm(probe)
    return finding('cache', true, `${folder} can be written`)
  } catch (error) {
    return finding('cache', false, `make ${folder} writable (${said(error)})`)
  }
}

async function browser(): Promise<Finding> {
  const begun = performance.now()
  try {
    const { browser: opened, close, how } = await openBrowser()
    const version = await opened.version()
    await close()
    const seconds = ((performance.now() - begun) / 1000).toFixed(2)
    return finding('browser', true, `${how}: ${version} starts and ends in ${seconds} s`)
  } catch (error) {
    return finding('browser', false, said(error))
  }
}

async function fonts(): Promise<Finding> {
  const own = await exists(join(home, 'node_modules', '@expo-google-fonts', 'eb-garamond'))
  const says = 'EB Garamond, brought along; no font of the system is needed'
  return finding('fonts', own, own ? says : `run \`npm ci\` in ${home}`)
}

async function tool(name: string, words: readonly string[], use: string): Promise<Finding> {
  try {
    const { stderr, stdout } = await promisify(execFile)(name, [...words], { timeout: 20_000 })
    const [version = ''] = `${stdout}${stderr}`.trim().split('\n')
    return { ...finding(name, true, version), needed: false }
  } catch {
    return { ...finding(name, false, `not needed; ${use}`), needed: false }
  }
}

function finding(name: string, fits: boolean, says: string): Finding {
  return { name, state: fits ? 'ok' : 'missing', needed: true, says }
}

function said(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
