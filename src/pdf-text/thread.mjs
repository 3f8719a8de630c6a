// Runs in a thread of its own: the bytes of a PDF from anywhere in, where its letters stand out. Nothing in it is run, fetched
// or drawn; whoever started the thread ends it when it takes too long or too much. It is JavaScript, for Node starts it as
// it is.
import { parentPort, workerData } from 'node:worker_threads'

/** pdf.js expects a canvas and a worker file beside it; text needs neither. */
for (const name of ['DOMMatrix', 'Path2D', 'ImageData']) globalThis[name] ??= Object

const { bytes, mostPages } = workerData
const tell = (said) => parentPort.postMessage(said, [])
globalThis.pdfjsWorker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')

try {
  tell(await read())
} catch (error) {
  tell({ fault: error?.name === 'PasswordException' ? 'locked' : 'broken' })
}

async function read() {
  const document = await getDocument({
    data: bytes,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: true,
    maxImageSize: 1,
    verbosity: 0
  }).promise
  const { info } = await document.getMetadata()
  if (info?.EncryptFilterName) return { fault: 'locked' }
  if (await document.hasJSActions()) return { fault: 'scripted' }
  if (document.numPages > mostPages) return { fault: 'long' }
  const pages = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    if (await page.getJSActions()) return { fault: 'scripted' }
    pages.push(await lettersOf(page))
    page.cleanup()
  }
  return { pages }
}

async function lettersOf(page) {
  const [left, bottom, right, top] = page.view
  const { items } = await page.getTextContent({ disableNormalization: true })
  const runs = []
  for (const { str, transform, width } of items) {
    if (!str) continue
    const [a, b, c, d, x, y] = transform
    const size = Math.hypot(c, d)
    // What stands across the page is no text of it, and what stands beside it is not printed.
    const upright = a > 0 && Math.abs(b) < a / 100
    const inside = x >= left && x <= right && y >= bottom && y <= top
    if (upright && inside) runs.push({ text: str, x: x - left, y: y - bottom, width, size })
  }
  return { width: right - left, height: top - bottom, runs }
}
