// Programs of the user's that the preview opens: the browser at an address, an editor at a line. Each is started with its
// arguments as they are, without a shell, and lives on when the press ends.
import { spawn } from 'node:child_process'
import { basename } from 'node:path'
import type { Editor } from '../press.ts'

/** Starts a program with its words. */
type Start = (program: string, words: readonly string[]) => void

type Environment = Readonly<Record<string, string | undefined>>

/** What editors with windows of their own want to be given for a place. */
const EDITORS: readonly (readonly [RegExp, (place: Place) => string[]])[] = [
  [
    /^(?:code|code-insiders|codium|vscodium|cursor|windsurf|positron)$/u,
    ({ path, line, column }) => ['--goto', `${path}:${line}:${column}`]
  ],
  [
    /^(?:subl|sublime_text|zed|zeditor|lapce)$/u,
    ({ path, line, column }) => [`${path}:${line}:${column}`]
  ],
  [/^mate$/u, ({ path, line, column }) => ['--line', `${line}:${column}`, path]],
  [/^kate$/u, ({ path, line, column }) => ['--line', `${line}`, '--column', `${column}`, path]],
  [
    /^(?:gedit|gnome-text-editor|xed|pluma)$/u,
    ({ path, line, column }) => [`+${line}:${column}`, path]
  ],
  [/^(?:emacsclient)$/u, ({ path, line, column }) => ['--no-wait', `+${line}:${column}`, path]],
  [/^(?:gvim|mvim)$/u, ({ path, line, column }) => [`+call cursor(${line},${column})`, path]],
  [/^bbedit$/u, ({ path, line }) => [`+${line}`, path]],
  [/^notepad\+\+$/u, ({ path, line, column }) => [`-n${line}`, `-c${column}`, path]]
]

interface Place {
  path: string
  line: number
  column: number
}

/** The editor that `VISUAL` or `EDITOR` names, if it can be opened at a line from outside a terminal. */
export function editorOf(
  environment: Environment,
  platform: NodeJS.Platform = process.platform,
  run: Start = start
): Editor | undefined {
  const [program = '', ...words] = named(environment).split(/\s+/u)
  const name = nameOf(program)
  const placing = placingOf(name)
  // There, what is no `.exe` is a script of a shell.
  if (!placing || (platform === 'win32' && !/\.exe$/iu.test(program))) return undefined
  const open = (path: string, line: number, column: number): void =>
    // `code --wait` would wait for nobody.
    run(program, [
      ...words.filter((d) => !/^(?:-w|--wait)$/u.test(d)),
      ...placing({ path, line, column })
    ])
  return { name, open }
}

/** Whether an editor is named that lives in a terminal, or that we do not know. */
export function namesAnother(environment: Environment): boolean {
  const [program = ''] = named(environment).split(/\s+/u)
  return program !== '' && !placingOf(nameOf(program))
}

/** Open an address in the browser, where there is a screen to show it on; whether one was tried. */
export function openAddress(
  address: string,
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
  run: Start = start
): boolean {
  if (environment.CI || environment.SSH_CONNECTION) return false
  // `start` belongs to a shell; this is what it calls.
  if (platform === 'win32') run('rundll32', ['url.dll,FileProtocolHandler', address])
  else if (platform === 'darwin') run('open', [address])
  else if (environment.DISPLAY || environment.WAYLAND_DISPLAY) run('xdg-open', [address])
  else return false
  return true
}

function placingOf(name: string): ((place: Place) => string[]) | undefined {
  return EDITORS.find(([pattern]) => pattern.test(name))?.[1]
}

function named({ VISUAL, EDITOR }: Environment): string {
  return (VISUAL || EDITOR || '').trim()
}

function nameOf(program: string): string {
  return basename(program.replaceAll('\\', '/'))
    .replace(/\.(?:exe|cmd|bat)$/iu, '')
    .toLowerCase()
}

/** What cannot be started is missed by the user, and nothing else. */
function start(program: string, words: readonly string[]): void {
  const child = spawn(program, words, { detached: true, stdio: 'ignore', shell: false })
  child.on('error', () => undefined)
  child.unref()
}
