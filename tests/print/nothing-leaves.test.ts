// The tab in which pages are laid out reaches nothing, whatever the document asks for (promise P2), and runs none of the
// document's own scripts (promise P1): here it is given what no composed manuscript could hold.
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { layOut } from '../../src/print/lay-out.ts'
import { openBrowser } from '../../src/print.ts'
import type { Browser } from '../../src/print.ts'

let asked = 0
let server: Server
let address = ''
let browser: Browser
let close: () => Promise<void>

beforeAll(async () => {
  server = createServer((_, response) => {
    asked += 1
    response.end('never')
  })
  server.on('connection', () => (asked += 1))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has an address with a port.
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const opened = await openBrowser()
  browser = opened.browser
  close = opened.close
})
afterAll(async () => {
  await close()
  server.close()
})

const ASKING: readonly [string, (host: string) => string][] = [
  ['picture', (d) => `<img src="http://${d}/a.png" srcset="//${d}/b.png 2x">`],
  [
    'frame',
    (d) => `<iframe src="http://${d}/"></iframe><iframe src="file:///etc/passwd"></iframe>`
  ],
  [
    'sheet',
    (d) => `<link rel="stylesheet" href="http://${d}/s.css"><style>@import '//${d}/t.css';</style>`
  ],
  [
    'font',
    (d) => `<style>@font-face{font-family:x;src:url(http://${d}/f.ttf)}p{font-family:x}</style>`
  ],
  [
    'script',
    (d) => `<script src="http://${d}/s.js"></script><script>document.body.append('ran')</script>`
  ],
  ['handler', () => `<img src="data:," onerror="document.body.append('ran')">`],
  ['refresh', (d) => `<meta http-equiv="refresh" content="0;url=http://${d}/">`],
  ['base', (d) => `<base href="http://${d}/"><img src="a.png">`],
  ['socket', (d) => `<script>new WebSocket('ws://${d}/');fetch('http://${d}/')</script>`],
  [
    'hints',
    (d) => `<link rel="preconnect" href="http://${d}/"><link rel="dns-prefetch" href="//${d}/">`
  ],
  ['object', (d) => `<object data="http://${d}/o"></object><embed src="http://${d}/e">`],
  ['background', (d) => `<p style="background:url(http://${d}/b.png)">b</p>`]
]

test.each(ASKING)('%s', async (_, tags) => {
  const page = '<style>@page{size:148mm 210mm;margin:20mm}</style>'
  const body = `<section class="pg"><p data-block>Words.</p>${tags(address)}</section>`
  const html = `<!doctype html><html><head>${page}</head><body>${body}</body></html>`
  const sheet = { across: 6, down: 9 }
  const laid = await layOut(browser, html, sheet, { progress: () => undefined }).catch(
    (error: unknown) => ({ pages: [], error })
  )
  expect(asked).toBe(0)
  expect(JSON.stringify(laid.pages)).not.toMatch(/ran|never|root:/u)
})
