// The one door to git: words in, what it says out, or nothing where there is no git, no repository, or no such thing in it.
// No shell reads the words, nothing is fetched, no pager and no prompt waits, and nothing in the repository is written.
import { execFile } from 'node:child_process'

/** How long git may think, in milliseconds, and how much it may say, in bytes. */
const PATIENCE = 20_000
const MOST = 64 * 1024 * 1024

/** What a hook or a user's shell may have set, and what would lead to another repository than that of the folder. */
const OTHERS = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_NAMESPACE']
const OWN = {
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C'
}
const QUIET = [
  '--no-pager',
  '--literal-pathspecs',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.quotePath=false'
]

/**
 * Ask git.
 *
 * @param folder in which to ask
 * @returns its bytes; undefined where it fails, for whatever reason
 */
export function runGit(folder: string, words: readonly string[]): Promise<Uint8Array | undefined> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !OTHERS.includes(name.toUpperCase()))
  )
  const options = {
    cwd: folder,
    encoding: 'buffer',
    env: { ...env, ...OWN },
    maxBuffer: MOST,
    timeout: PATIENCE,
    windowsHide: true
  } as const
  return new Promise((resolve) => {
    try {
      execFile('git', [...QUIET, ...words], options, (error, out) =>
        resolve(error ? undefined : out)
      )
    } catch {
      // A word that no program can be given, such as one with a NUL.
      resolve(undefined)
    }
  })
}

/** The same as text. */
export async function askGit(
  folder: string,
  words: readonly string[]
): Promise<string | undefined> {
  const bytes = await runGit(folder, words)
  return bytes && Buffer.from(bytes).toString('utf8')
}
