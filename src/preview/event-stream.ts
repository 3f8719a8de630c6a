// Whoever looks on, told at once of what is new: server-sent events (HTML Standard, 9.2), which need no more than an answer
// that does not end.
import type { ServerResponse } from 'node:http'

/** Those who look on. */
export interface EventStream {
  /** Take an answer over, which does not end. */
  join: (response: ServerResponse) => void
  /** Whether nobody else may join. */
  isFull: () => boolean
  tell: (event: string, data: unknown) => void
  close: () => void
}

const MOST = 256
/** A reader who does not read is let go before this much waits for it, in bytes. */
const MOST_WAITING = 64 * 1024
/** A word now and then keeps the connection from being taken for dead, in milliseconds. */
const PULSE = 15_000

export function newEventStream(): EventStream {
  const readers = new Set<ServerResponse>()
  const last = new Map<string, string>()
  const pulse = setInterval(() => send(':\n\n'), PULSE)
  pulse.unref()
  return { join, tell, isFull: () => readers.size >= MOST, close }

  function join(response: ServerResponse): void {
    readers.add(response)
    response.on('close', () => readers.delete(response))
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' })
    response.write('retry: 1000\n\n')
    const build = last.get('build')
    if (build !== undefined) response.write(build)
  }
  function tell(event: string, data: unknown): void {
    const text = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
    last.set(event, text)
    send(text)
  }
  function send(text: string): void {
    for (const reader of readers)
      if (reader.writableLength > MOST_WAITING) reader.destroy()
      else reader.write(text)
  }
  function close(): void {
    clearInterval(pulse)
    for (const reader of readers) reader.end()
  }
}
