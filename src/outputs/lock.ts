// One writer in a folder at a time. The lock is a file with the writer's process number and the time that process
// started, so that a lock left by a killed writer is known as such, even when its number was given to another process.
import { open, readFile, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Unable } from '../failure.ts'
import { hasCode } from './refused.ts'

const LOCK = '.press-lock'
const BREAKER = '.press-lock-breaker'
/** The start of a process where the machine has no /proc. */
const UNKNOWN = '-'
/** Milliseconds. */
const PAUSE = 25
const PATIENCE = 60_000
/** An empty lock this old was left by a writer killed before its first word; so was a breaker. */
const LEFT_BEHIND = 5_000

/**
 * Do some work while nobody else writes in a folder.
 *
 * @param patience how long to wait for another writer, in milliseconds
 * @throws {Unable} exit 4 when another writer holds the folder for longer
 */
export async function withLock<T>(
  folder: string,
  work: () => Promise<T>,
  patience: number = PATIENCE
): Promise<T> {
  const path = join(folder, LOCK)
  const end = Date.now() + patience
  while (!(await take(path))) {
    const holder = await readOrNothing(path)
    if (holder !== undefined && (await isStale(path, holder))) await breakLock(folder)
    else if (Date.now() > end) throw new Unable(4, heldReason(path, holder))
    else await setTimeout(PAUSE)
  }
  try {
    return await work()
  } finally {
    await unlink(path).catch(() => undefined)
  }
}

function heldReason(path: string, holder: string | undefined): string {
  const pid = holder?.split(' ')[0] ?? 'unknown'
  return `Unexpected second writer, process ${pid}: wait until it ends, or delete \`${path}\` when no press runs`
}

/** Make the lock, with its words; false when there is one. */
async function take(path: string): Promise<boolean> {
  try {
    const handle = await open(path, 'wx')
    try {
      await handle
        .writeFile(`${process.pid} ${await startOf(process.pid)}\n`)
        .finally(() => handle.close())
    } catch (cause) {
      await unlink(path).catch(() => undefined)
      throw cause
    }
    return true
  } catch (cause) {
    // Windows says EPERM while another process deletes the file of that name.
    if (hasCode(cause, 'EEXIST') || (process.platform === 'win32' && hasCode(cause, 'EPERM')))
      return false
    throw cause
  }
}

async function isStale(path: string, holder: string): Promise<boolean> {
  const [pid = 0, start = ''] = holder.trim().split(' ')
  if (start === '' && Number(pid) === 0) return (await age(path)) > LEFT_BEHIND
  const now = await startOf(Number(pid))
  return !isAlive(Number(pid)) || (start !== UNKNOWN && now !== UNKNOWN && now !== start)
}

/**
 * Remove a stale lock. Two writers may find the same stale lock, and the slower must not remove the lock that the
 * faster has made since: so one at a time may break, and looks again before it does.
 */
async function breakLock(folder: string): Promise<void> {
  const [path, breaker] = [join(folder, LOCK), join(folder, BREAKER)]
  try {
    await (await open(breaker, 'wx')).close()
  } catch (cause) {
    if (!hasCode(cause, 'EEXIST', 'EPERM')) throw cause
    if ((await age(breaker)) > LEFT_BEHIND) await unlink(breaker).catch(() => undefined)
    return setTimeout(PAUSE)
  }
  try {
    const holder = await readOrNothing(path)
    if (holder !== undefined && (await isStale(path, holder))) await unlink(path)
  } finally {
    await unlink(breaker)
  }
}

async function readOrNothing(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined)
}

/** Milliseconds since a file was written; 0 when it is gone. */
async function age(path: string): Promise<number> {
  return stat(path).then(
    (d) => Date.now() - d.mtimeMs,
    () => 0
  )
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    return process.kill(pid, 0)
  } catch (cause) {
    return hasCode(cause, 'EPERM')
  }
}

/** When a process started, in ticks since the machine did (proc(5), field 22 of stat). */
async function startOf(pid: number): Promise<string> {
  const line = await readOrNothing(`/proc/${pid}/stat`)
  // The second field is a name in brackets and may hold blanks and brackets itself.
  const fields = line?.slice(line.lastIndexOf(')') + 2).split(' ')
  return fields?.[19] ?? UNKNOWN
}
