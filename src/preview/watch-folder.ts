// A manuscript and the pictures beside it, watched: the path in, a call for whatever changes on the disk. The system's own
// notices are quick, but some disks give none, and what is watched can be taken away and put back: so what lies there is
// looked at now and then as well, and only a look decides whether anything is new.
import { watch } from 'node:fs'
import type { FSWatcher } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { whenQuiet } from './when-quiet.ts'

export interface Watching {
  close: () => void
}

/** What an edition's folder holds that its pages are made of. */
interface Look {
  /** Changes whenever one of the files does. */
  seal: string
  /** Folders, each with what makes it this one. */
  folders: ReadonlyMap<string, string>
}

const PICTURE = /\.(?:png|jpe?g|gif|webp|svg)$/iu
/** Folders that hold nothing of an edition, or far too much. */
const LEFT_OUT = /^(?:\.|node_modules$)/u
const DEEPEST = 3
const MOST = 500
/** Between two looks, in milliseconds. */
const PAUSE = 700

/**
 * Begin to watch: a change after this is seen.
 *
 * @param changed called after a change, never while it runs; it fails never
 */
export async function watchFolder(path: string, changed: () => Promise<void>): Promise<Watching> {
  const watchers = new Map<string, { mark: string; watcher: FSWatcher }>()
  let seal: string | undefined
  let closed = false
  const quiet = whenQuiet(async () => {
    const seen = await look(path)
    follow(seen)
    if (seen.seal === seal) return
    seal = seen.seal
    await changed()
  })
  let pause: NodeJS.Timeout | undefined
  await lookNowAndThen()
  return { close }

  async function lookNowAndThen(): Promise<void> {
    const seen = await look(path)
    if (closed) return
    seal ??= seen.seal
    follow(seen)
    if (seen.seal !== seal) quiet.saved()
    pause = setTimeout(lookNowAndThen, PAUSE)
  }
  function follow({ folders }: Look): void {
    if (closed) return
    for (const [folder, { mark, watcher }] of watchers)
      if (folders.get(folder) !== mark) {
        watcher.close()
        watchers.delete(folder)
      }
    for (const [folder, mark] of folders) if (!watchers.has(folder)) listen(folder, mark)
  }
  function listen(folder: string, mark: string): void {
    try {
      const watcher = watch(folder, (_, name) => {
        if (name === null || name === basename(path) || PICTURE.test(name)) quiet.saved()
      })
      watcher.on('error', () => watcher.close())
      watchers.set(folder, { mark, watcher })
    } catch {
      // Then there are looks.
    }
  }
  function close(): void {
    closed = true
    clearTimeout(pause)
    quiet.close()
    for (const { watcher } of watchers.values()) watcher.close()
  }
}

async function look(path: string): Promise<Look> {
  const folders = new Map<string, string>()
  const marks: string[] = [await markOf(path)]
  await lookInto(dirname(path), 0)
  return { seal: marks.join('\n'), folders }

  async function lookInto(folder: string, depth: number): Promise<void> {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined)
    if (!entries) return
    const { dev, ino } = await stat(folder).catch(() => ({ dev: 0, ino: 0 }))
    folders.set(folder, `${dev} ${ino}`)
    for (const entry of entries) {
      const place = join(folder, entry.name)
      if (LEFT_OUT.test(entry.name) || marks.length + folders.size > MOST) continue
      if (entry.isDirectory() && depth < DEEPEST) await lookInto(place, depth + 1)
      else if (PICTURE.test(entry.name)) marks.push(await markOf(place))
    }
  }
}

/** What changes with the bytes of a file, and when another file takes its place. */
async function markOf(path: string): Promise<string> {
  const found = await stat(path, { bigint: true }).catch(() => undefined)
  if (!found) return `${path} is not there`
  const { ino, size, mtimeNs, ctimeNs } = found
  return [path, ino, size, mtimeNs, ctimeNs].join(' ')
}
