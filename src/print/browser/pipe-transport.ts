// The pipe between us and Chromium: messages are JSON in UTF-8, each ended by a zero byte (DevTools protocol over
// `--remote-debugging-pipe`, file descriptors 3 and 4 of the browser).
import type { Readable, Writable } from 'node:stream'

/** What Puppeteer asks of a connection. */
interface Transport {
  send(message: string): void
  close(): void
  onmessage?: (message: string) => void
  onclose?: () => void
}

/** A connection that writes to the browser's descriptor 3 and reads from its 4. */
export function pipeTransport(to: Writable, from: Readable): Transport {
  const transport: Transport = {
    send: (message) => void (to.writable && to.write(`${message}\0`)),
    close: () => to.destroy()
  }
  let parts: Buffer[] = []
  from.on('data', (bytes: Buffer) => {
    let rest = bytes
    for (let zero = rest.indexOf(0); zero >= 0; zero = rest.indexOf(0)) {
      const message = Buffer.concat([...parts, rest.subarray(0, zero)]).toString()
      parts = []
      rest = rest.subarray(zero + 1)
      // One message a turn, so that what waits for the first has run before the next is told.
      setImmediate(() => transport.onmessage?.(message))
    }
    if (rest.length > 0) parts.push(rest)
  })
  from.on('close', () => transport.onclose?.())
  // A browser that ends while we write is told by `close`.
  for (const stream of [to, from]) stream.on('error', () => undefined)
  return transport
}
