// The server of the preview at its socket (promise P14): what is in `admit.test.ts` holds there too, and nobody can keep
// it from answering the others.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get, request } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPreview } from '../../src/preview.ts'
import type { Preview } from '../../src/preview.ts'
import { pretend } from './pretend.ts'

const folder = mkdtempSync(join(tmpdir(), 'press-preview-'))
const path = join(folder, 'manuscript.md')
const opened: [string, number, number][] = []
const editor = { name: 'pen', open: (...place: [string, number, number]) => opened.push(place) }
let preview: Preview
let port: number

beforeAll(async () => {
  writeFileSync(path, 'one\ntwo\n')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  preview = await openPreview(path, pretend(path), { editor })
  port = Number(new URL(preview.address).port)
})
afterAll(async () => {
  await preview.close()
  rmSync(folder, { recursive: true })
})

interface Answered {
  status: number
  headers: IncomingMessage['headers']
  text: string
}

function ask(
  name: string,
  headers: Record<string, string> = {},
  method = 'GET'
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const options = {
      method,
      headers,
      agent: false as const,
      path: new URL(preview.address).pathname + name
    }
    request({ host: '127.0.0.1', port, ...options }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (d: string) => (text += d))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text })
      )
    })
      .on('error', reject)
      .end()
  })
}

/** What comes back for bytes as they are. */
async function raw(bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.setEncoding('latin1')
  let text = ''
  socket.on('data', (d) => (text += String(d)))
  socket.on('error', () => undefined)
  socket.write(bytes, 'latin1')
  await new Promise((resolve) => socket.on('close', resolve))
  return text
}

test('the address is of this machine, with a token of 128 bits', () => {
  expect(preview.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\/$/u)
})

test('no other address of this machine is listened at', async () => {
  const others = Object.values(networkInterfaces())
    .flatMap((d) => d ?? [])
    .filter((d) => d.address !== '127.0.0.1' && !d.address.startsWith('fe80'))
    .map((d) => d.address)
  for (const host of ['127.0.0.2', ...others]) {
    const refused = await new Promise<boolean>((resolve) => {
      const socket = connect({ port, host, timeout: 2000 })
      socket.on('error', () => resolve(true))
      socket.on('timeout', () => resolve(true))
      socket.on('connect', () => {
        socket.destroy()
        resolve(false)
      })
    })
    expect([host, refused]).toEqual([host, true])
  }
})

test('two previews have two tokens', async () => {
  const other = await openPreview(path, pretend(path))
  expect(new URL(other.address).pathname).not.toBe(new URL(preview.address).pathname)
  await other.close()
})

test('a port that is taken is told', async () => {
  await expect(openPreview(path, pretend(path), { port })).rejects.toMatchObject({
    exit: 4,
    message: `Unexpected port ${port}, which another program uses: leave \`--port\` out, or name another`
  })
})

test.each([
  ['the page', '', {}, 'GET', 200],
  ['another host', 'pages', { host: 'evil.example' }, 'GET', 421],
  ['another origin', 'events', { origin: 'http://evil.example' }, 'GET', 403],
  ['another site', 'pages', { 'sec-fetch-site': 'cross-site' }, 'GET', 403],
  ['another method', 'pages', {}, 'POST', 405],
  ['what browsers ask before', 'pages', { origin: 'http://evil.example' }, 'OPTIONS', 405],
  ['a file of the folder', 'secret.txt', {}, 'GET', 404],
  ['the manuscript', 'manuscript.md', {}, 'GET', 404],
  ['a way up', '../../../../etc/passwd', {}, 'GET', 404],
  ['a way up, in disguise', 'picture/..%2f..%2fsecret.txt', {}, 'GET', 404],
  ['a picture that the pages do not name', 'picture/secret.txt', {}, 'GET', 404],
  ['a picture', 'picture/picture-0.png', {}, 'GET', 200],
  ['a picture with more behind it', 'picture/picture-0.png/x', {}, 'GET', 404],
  ['a face that is not in use', 'face/eb-garamond-roman.ttf', {}, 'GET', 404],
  ['a name that every object has', 'constructor', {}, 'GET', 404],
  ['another', '__proto__', {}, 'GET', 404]
] as const)(
  '%s: each answer says what may be done with it',
  async (_, name, headers, method, status) => {
    const answer = await ask(name, headers, method)
    expect(answer.status).toBe(status)
    expect(answer.text).not.toContain('secret\n')
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin'
    })
    const policy = answer.headers['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/script-src[^;]*unsafe|\*/u)
    expect(Object.keys(answer.headers).filter((d) => d.startsWith('access-control'))).toEqual([])
    expect(answer.headers['set-cookie']).toBeUndefined()
  }
)

test('HEAD has the head of GET, and nothing more', async () => {
  const [head, whole] = [await ask('pages', {}, 'HEAD'), await ask('pages')]
  expect(head.text).toBe('')
  expect(head.headers['content-length']).toBe(whole.headers['content-length'])
})

test('the page holds no script and no address but its own', async () => {
  const { text } = await ask('')
  expect(text.match(/<script[^>]*>/gu)).toEqual(['<script src="preview.js" defer>'])
  expect(text).not.toMatch(/https?:|\son\w+=|style=/u)
})

test('the pages that a reader has are not sent again', async () => {
  const all = JSON.parse((await ask('pages?since=0')).text) as { build: number; pages: object[] }
  expect(all.pages).toMatchObject([{ html: expect.stringContaining('one') }, { label: '2' }])
  const none = JSON.parse((await ask(`pages?since=${all.build}`)).text) as { pages: object[] }
  expect(none.pages.map((d) => Object.keys(d).toSorted())).toEqual([
    ['id', 'label', 'side'],
    ['id', 'label', 'side']
  ])
})

test('the editor is opened by our own script only, at the manuscript only', async () => {
  expect((await ask('open?line=3&column=5')).status).toBe(404)
  expect(
    (await ask('open?line=3', { 'x-press': 'open', 'sec-fetch-site': 'cross-site' })).status
  ).toBe(403)
  expect((await ask('open?line=3', { 'x-press': 'open' }, 'POST')).status).toBe(405)
  expect((await ask('open?line=-3', { 'x-press': 'open' })).status).toBe(400)
  expect((await ask('open?line=3;rm', { 'x-press': 'open' })).status).toBe(400)
  expect((await ask('open?line=3', { 'x-press': 'open' }, 'HEAD')).status).toBe(200)
  expect(opened).toEqual([])
  expect((await ask('open?line=3&column=5&path=/etc/passwd', { 'x-press': 'open' })).status).toBe(
    200
  )
  expect(opened).toEqual([[path, 3, 5]])
})

test.each([
  ['what is no HTTP', 'hello\r\n\r\n', '400'],
  ['a handshake of TLS', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000', '400'],
  ['a head that is too long', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(9000)}\r\n\r\n`, '431'],
  [
    'two lengths',
    'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
    '400'
  ],
  [
    'a length and chunks',
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n',
    '400'
  ],
  ['no host', 'GET / HTTP/1.1\r\n\r\n', '400']
])('%s is answered with %3$s and no more', async (_, bytes, status) => {
  expect(await raw(bytes)).toMatch(new RegExp(`^HTTP/1.1 ${status} `, 'u'))
})

test.each([
  ['a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n'],
  ['a web socket', 'GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n']
])('%s is cut off', async (_, bytes) => {
  expect(await raw(bytes)).not.toMatch(/^HTTP\/1.1 [12]/u)
})

test('idle and slow connections are ended, and keep nobody from being answered', async () => {
  const sockets: Socket[] = []
  for (let index = 0; index < 200; index += 1) {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    if (index % 2 === 0) socket.write('GET / HTTP/1.1\r\nHost: x\r\nX-Slow:')
    socket.resume()
    sockets.push(socket)
  }
  const live = await Promise.all(Array.from({ length: 50 }, () => joined()))
  expect((await ask('pages')).status).toBe(200)
  writeFileSync(path, 'one\ntwo\nthree\n')
  await expect.poll(() => live.every((d) => d.builds().length > 1), { timeout: 5000 }).toBe(true)
  await Promise.all(
    sockets.map((d) => d.closed || new Promise((resolve) => d.on('close', resolve)))
  )
  for (const { close } of live) close()
})

test('a body without an end is given up', async () => {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n`)
  socket.resume()
  await new Promise((resolve) => socket.on('close', resolve))
  expect(socket.destroyed).toBe(true)
})

/** One who looks on, and what was heard. */
function joined(): Promise<{ builds: () => string[]; close: () => void }> {
  return new Promise((resolve) => {
    get(`${preview.address}events`, { agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (d: string) => (text += d))
      resolve({
        builds: () => text.match(/event: build/gu) ?? [],
        close: () => response.destroy()
      })
    })
  })
}

test('what is closed is closed', async () => {
  const other = await openPreview(path, pretend(path))
  const { hostname, port: at } = new URL(other.address)
  await other.close()
  await wait(10)
  const refused = await new Promise((resolve) => {
    connect(Number(at), hostname)
      .on('error', () => resolve(true))
      .on('connect', () => resolve(false))
  })
  expect(refused).toBe(true)
})
