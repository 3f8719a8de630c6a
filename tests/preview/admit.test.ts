// Who is answered (promise P14): each kind of stranger is refused, and each of ours is not.
import { expect, test } from 'vitest'
import { admit } from '../../src/preview/admit.ts'

const TOKEN = '0123456789abcdef0123456789abcdef'
const HOST = '127.0.0.1:8000'

function ask(url: string, headers: Record<string, string> = {}, method = 'GET') {
  const asked = admit({ method, url, headers: { host: HOST, ...headers } }, 8000, TOKEN)
  return typeof asked === 'number' ? asked : asked.name
}

test.each(['127.0.0.1:8000', 'localhost:8000', 'LOCALHOST:8000', '[::1]:8000'])(
  'this machine is called %s',
  (host) => expect(ask(`/${TOKEN}/pages`, { host })).toBe('pages')
)

test.each([
  'evil.example',
  'evil.example:8000',
  '127.0.0.1',
  '127.0.0.1:8001',
  '127.0.0.1:8000.evil.example',
  'localhost.evil.example:8000',
  '0.0.0.0:8000',
  '192.168.1.5:8000',
  ''
])('the host `%s` is none of ours', (host) => {
  expect(ask(`/${TOKEN}/pages`, { host })).toBe(421)
})

test('a request without a host is refused', () => {
  const request = { method: 'GET', url: `/${TOKEN}/pages`, headers: {} }
  expect(admit(request, 8000, TOKEN)).toBe(421)
})

test('at port 80 the host has no port', () => {
  const request = { method: 'GET', url: `/${TOKEN}/`, headers: { host: 'localhost' } }
  expect(admit(request, 80, TOKEN)).toMatchObject({ name: '' })
})

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'CONNECT', 'get', ''])(
  'the method `%s` is refused',
  (method) => expect(ask(`/${TOKEN}/pages`, {}, method)).toBe(405)
)

test('HEAD is as good as GET', () => expect(ask(`/${TOKEN}/pages`, {}, 'HEAD')).toBe('pages'))

test.each([
  '/',
  '',
  '*',
  '//',
  '/pages',
  `/${TOKEN}`,
  `/${TOKEN.slice(0, -1)}/pages`,
  `/${TOKEN}0/pages`,
  `/${TOKEN.toUpperCase()}/pages`,
  `//${TOKEN}/pages`,
  `/%30${TOKEN.slice(1)}/pages`,
  `/pages?${TOKEN}`,
  `http://${HOST}/${TOKEN}/pages`,
  `/x/../${TOKEN}/pages`
])('without the token in its place, `%s` is nothing', (url) => expect(ask(url)).toBe(404))

test.each(['../../etc/passwd', '..%2f..%2fetc/passwd', 'C:\\Windows', 'pages/', '/pages', '%00'])(
  'the name `%s` is taken as it is, so that it is found nowhere',
  (name) => expect(ask(`/${TOKEN}/${name}`)).toBe(name)
)

test.each([
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'http://127.0.0.1:8001' },
  { origin: 'http://evil.example:8000' },
  { origin: 'https://127.0.0.1:8000' },
  { origin: 'http://127.0.0.1:8000.evil.example' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' }
])('a page that says %j is not ours', (headers) => {
  for (const name of ['events', 'pages', 'place', 'open', 'show', 'preview.js'])
    expect(ask(`/${TOKEN}/${name}`, headers)).toBe(403)
})

test.each([
  { origin: 'http://127.0.0.1:8000' },
  { origin: 'http://localhost:8000' },
  { 'sec-fetch-site': 'same-origin' },
  { 'sec-fetch-site': 'none' }
])('a page that says %j is ours', (headers) => {
  expect(ask(`/${TOKEN}/events`, headers)).toBe('events')
})

test('a link from elsewhere leads to the page, but no frame and no picture does', () => {
  const cross = { 'sec-fetch-site': 'cross-site' }
  expect(ask(`/${TOKEN}/`, { ...cross, 'sec-fetch-dest': 'document' })).toBe('')
  expect(ask(`/${TOKEN}/`, { ...cross, 'sec-fetch-dest': 'iframe' })).toBe(403)
  expect(ask(`/${TOKEN}/`, { ...cross, 'sec-fetch-dest': 'image' })).toBe(403)
})
