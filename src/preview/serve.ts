// The server: answers by their names in, an address out. It listens to this machine alone, and gives nobody time or room to
// keep others waiting: idle, slow and broken connections are ended, and what an answer may do in a browser is said with it.
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { Unable } from '../failure.ts'
import { admit } from './admit.ts'
import { ANSWER_HEADERS } from './answer-headers.ts'

type Socket = IncomingMessage['socket']

/** What is answered to a name: a text or bytes with their type, a status and its words, or whoever takes the answer over. */
export type Answer =
  | { type: string; body: string | Uint8Array }
  | { status: 400 | 404 | 409 | 503; reason: string }
  | ((response: ServerResponse) => void)

/** Finds what is answered; undefined where there is nothing of that name. */
export type Answers = (
  name: string,
  query: URLSearchParams,
  request: IncomingMessage
) => Answer | undefined

export interface Serving {
  address: string
  close: () => Promise<void>
}

/** Milliseconds for the head of a request, for all of it, between two, and without any sign of life. */
const [HEAD, WHOLE, BETWEEN, SILENT] = [5_000, 10_000, 5_000, 45_000]
/** Bytes of the head of a request. */
const LARGEST_HEAD = 8 * 1024
const MOST_CONNECTIONS = 600

const REASONS: Readonly<Record<number, string>> = {
  403: 'Unexpected page, expected the preview itself',
  404: 'Nothing of this name',
  405: 'Unexpected method, expected GET',
  421: 'Unexpected host'
}

/**
 * Listen at this machine.
 *
 * @param wanted port; one that is free when missing
 * @throws {Unable} exit 4 when the port is taken or may not be used
 */
export async function serve(answers: Answers, wanted = 0): Promise<Serving> {
  const token = randomBytes(16).toString('hex')
  const server = createServer({
    maxHeaderSize: LARGEST_HEAD,
    headersTimeout: HEAD,
    requestTimeout: WHOLE,
    keepAliveTimeout: BETWEEN,
    connectionsCheckingInterval: 1_000
  })
  server.maxConnections = MOST_CONNECTIONS
  server.timeout = SILENT
  server.on('request', (request, response) => {
    for (const [name, value] of Object.entries(ANSWER_HEADERS)) response.setHeader(name, value)
    request.resume()
    const asked = admit(request, port, token)
    if (typeof asked === 'number') return refuse(response, asked, REASONS[asked] ?? '')
    try {
      const answer = answers(asked.name, asked.query, request)
      send(response, answer ?? { status: 404, reason: REASONS[404] ?? '' })
    } catch (error) {
      refuse(response, 500, `Unexpected defect of the press: ${String(error)}`)
    }
  })
  server.on('clientError', endBroken)
  for (const event of ['upgrade', 'connect'])
    server.on(event, (_: IncomingMessage, socket: Socket) => socket.destroy())
  const host = await listen(server, wanted)
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : wanted
  return { address: `http://${host}:${port}/${token}/`, close }

  function close(): Promise<void> {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeAllConnections()
    return closed
  }
}

function send(response: ServerResponse, answer: Answer): void {
  if (typeof answer === 'function') answer(response)
  else if ('status' in answer) refuse(response, answer.status, answer.reason)
  else
    response
      .writeHead(200, {
        'Content-Type': answer.type,
        'Content-Length': Buffer.byteLength(answer.body)
      })
      .end(answer.body)
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  const allow = status === 405 ? { Allow: 'GET, HEAD' } : {}
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...allow })
  response.end(`${reason}\n`)
}

/** What is no request of HTTP, or one too long or too slow. */
function endBroken({ code }: NodeJS.ErrnoException, socket: Socket): void {
  const status =
    code === 'HPE_HEADER_OVERFLOW'
      ? '431 Request Header Fields Too Large'
      : code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? '408 Request Timeout'
        : '400 Bad Request'
  if (socket.writable && code !== 'ECONNRESET')
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`)
  socket.destroySoon()
}

/** Some machines have the newer of the two loopback addresses only. */
async function listen(server: Server, port: number): Promise<string> {
  for (const host of ['127.0.0.1', '::1']) {
    const refused = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      server.once('error', resolve)
      server.listen({ port, host, exclusive: true }, () => {
        server.off('error', resolve)
        resolve(undefined)
      })
    })
    if (!refused) return host.includes(':') ? `[${host}]` : host
    if (host === '127.0.0.1' && /^(?:EADDRNOTAVAIL|EAFNOSUPPORT)$/u.test(refused.code ?? ''))
      continue
    const taken = refused.code === 'EADDRINUSE' ? 'which another program uses' : refused.code
    throw new Unable(
      4,
      `Unexpected port ${port}, ${taken}: leave \`--port\` out, or name another`,
      refused
    )
  }
  throw new Unable(4, 'Unexpected lack of an address of this machine itself, 127.0.0.1 or ::1')
}
