// Who is answered (promise P14): a request in; what it asks for out, or the status that refuses it. Any page that is open in
// the browser can send requests here: so it must name this machine as the host, know the token, and be our own page.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** What was asked for. */
export interface Asked {
  /** Behind the token: '' for the page itself, `pages`. It is only ever looked up. */
  name: string
  query: URLSearchParams
}

/** Why nothing is answered, as a status of HTTP. */
export type Refusal = 403 | 404 | 405 | 421

type Request = Pick<IncomingMessage, 'method' | 'url' | 'headers'>

/** @param port that is listened at */
export function admit(
  { method, url = '', headers }: Request,
  port: number,
  token: string
): Asked | Refusal {
  if (method !== 'GET' && method !== 'HEAD') return 405
  // A name that somebody else has let point to this machine is none of ours.
  if (!hostsOf(port).includes((headers.host ?? '').toLowerCase())) return 421
  const [path = '', search = ''] = divide(url, '?')
  const [, given = '', name] = path.split('/', 3)
  if (!path.startsWith('/') || !isSame(given, token) || name === undefined) return 404
  const asked = { name: path.slice(given.length + 2), query: new URLSearchParams(search) }
  return isOurs(asked.name, headers, port) ? asked : 403
}

/** How this machine may be called. */
function hostsOf(port: number): readonly string[] {
  const names = ['127.0.0.1', 'localhost', '[::1]']
  return names.flatMap((d) => (port === 80 ? [d, `${d}:80`] : [`${d}:${port}`]))
}

/** A page from elsewhere says so itself, since browsers make it; who says nothing is no browser's page. */
function isOurs(name: string, headers: Request['headers'], port: number): boolean {
  const { origin } = headers
  if (origin !== undefined && !hostsOf(port).some((d) => origin.toLowerCase() === `http://${d}`))
    return false
  const site = headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none') return true
  // Somebody followed a link, and the token was in it.
  return name === '' && headers['sec-fetch-dest'] === 'document'
}

/** In a time that does not tell how much of it is right. */
function isSame(given: string, token: string): boolean {
  const [one, two] = [given, token].map((d) => createHash('sha256').update(d).digest())
  return one !== undefined && two !== undefined && timingSafeEqual(one, two)
}

function divide(text: string, at: string): [string, string] {
  const index = text.indexOf(at)
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)]
}
