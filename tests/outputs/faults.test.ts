// Every single call of the file system fails once, in turn: with a full disk, and as if the process had been killed
// there. After the first the old set is whole and nothing is left; after both the next run finds a whole set (P12).
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { recover, writeSet } from '../../src/outputs.ts'

/** Calls until the fault, and whether all calls after it fail too. */
const fault = vi.hoisted(() => ({ after: Infinity, killed: false, calls: 0 }))

vi.mock('node:fs/promises', async (importActual) => {
  const actual = await importActual<Record<string, unknown>>()
  const fail = () => {
    const isNow = fault.killed ? fault.calls >= fault.after : fault.calls === fault.after
    fault.calls++
    if (isNow) throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
  }
  const failing = (target: unknown, call: unknown) =>
    typeof call === 'function'
      ? async (...given: unknown[]): Promise<unknown> => {
          // A file is really closed even when that fails, or node would warn of it later.
          const isClose = call.name === 'close'
          if (!isClose) fail()
          const result: unknown = await call.apply(target, given)
          if (isClose) fail()
          return result && typeof result === 'object' && 'sync' in result ? handle(result) : result
        }
      : call
  const handle = (real: object): object =>
    new Proxy(real, { get: (_, name) => failing(real, Reflect.get(real, name)) })
  return Object.fromEntries(Object.entries(actual).map(([name, d]) => [name, failing(actual, d)]))
})

let folder = ''
const OLD = new Map([
  ['a', 'old'],
  ['b', 'old'],
  ['gone', 'old']
])
const NEW = new Map([
  ['a', 'new'],
  ['b', 'new'],
  ['c', 'new']
])

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'press-faults-'))
  Object.assign(fault, { after: Infinity, killed: false, calls: 0 })
  await writeSet(folder, OLD)
})
afterEach(() => rmSync(folder, { recursive: true }))

const visible = () => readdirSync(folder).filter((d) => !d.startsWith('.press-'))
const content = () => new Map(visible().map((d) => [d, readFileSync(join(folder, d), 'utf8')]))
const hidden = () => readdirSync(folder).filter((d) => d.startsWith('.press-'))

async function callsOfOneRun(): Promise<number> {
  fault.calls = 0
  await writeSet(folder, NEW)
  return fault.calls
}

async function failAtCall(call: number, killed: boolean): Promise<object | undefined> {
  Object.assign(fault, { after: call, killed, calls: 0 })
  const failure = await writeSet(folder, NEW).then(
    () => undefined,
    (cause: Error) => cause
  )
  Object.assign(fault, { after: Infinity, killed: false })
  return failure
}

/** A killed process is not alive to hold its lock. */
function killHolder(): void {
  if (hidden().includes('.press-lock')) writeFileSync(join(folder, '.press-lock'), '4194999 1\n')
}

/** What a fault left, in words that fail the test with the number of the call. */
function left(call: number, ...fit: readonly ReadonlyMap<string, string>[]): string {
  const found = JSON.stringify([...content()])
  const isFit = fit.some((d) => JSON.stringify([...d]) === found)
  return isFit ? 'a whole set' : `after call ${call}: ${found}`
}

test('a full disk at any call', async () => {
  const calls = await callsOfOneRun()
  expect(calls).toBeGreaterThan(30)
  for (let call = 0; call < calls; call++) {
    await writeSet(folder, OLD)
    const failure = await failAtCall(call, false)
    const isCommitted = hidden().includes('.press-journal') || !failure
    const whole = isCommitted ? 'a whole set' : left(call, OLD, NEW)
    const beside = isCommitted ? ['.press-set'] : hidden()
    expect([whole, beside]).toEqual(['a whole set', ['.press-set']])
    expect(failure ?? { exit: 4 }).toMatchObject({ exit: 4 })
    killHolder()
    await recover(folder)
    expect(left(call, NEW, ...(isCommitted ? [] : [OLD]))).toBe('a whole set')
  }
})

test('a kill at any call', async () => {
  const calls = await callsOfOneRun()
  for (let call = 0; call < calls; call++) {
    await writeSet(folder, OLD)
    await failAtCall(call, true)
    const isCommitted = hidden().includes('.press-journal')
    killHolder()
    await recover(folder)
    expect(left(call, NEW, ...(isCommitted ? [] : [OLD]))).toBe('a whole set')
    expect(hidden().filter((d) => d !== '.press-lock')).toEqual(['.press-set'])
  }
})
