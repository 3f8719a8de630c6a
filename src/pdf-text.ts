// The text of a PDF from anywhere: its bytes in, out come the letters of each page with their places. The PDF may be made to
// break whoever reads it (promise P15), so a thread of its own does, for so long and with so much room and no more.
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { VFile } from 'vfile'
import { home } from './assets.ts'
import { failAt } from './failure.ts'

/** A page of a PDF. Lengths are points, from its lower left corner. */
export interface PdfPage {
  width: number
  height: number
  /** In the order in which they were painted. */
  runs: readonly PdfRun[]
}

/** Letters that were painted together. */
export interface PdfRun {
  text: string
  x: number
  /** Of the baseline. */
  y: number
  width: number
  /** Of the letters, from line to line. */
  size: number
}

/** How long a PDF may take, in milliseconds, how much memory beyond what there was, in bytes, and how many pages it may have. */
export interface PdfLimits {
  patience: number
  room: number
  pages: number
}

/** What the thread says. */
type Said = { pages: PdfPage[] } | { fault: 'locked' | 'broken' | 'scripted' | 'long' }

const MEGABYTE = 1024 * 1024
const LIMITS: PdfLimits = { patience: 30_000, room: 512 * MEGABYTE, pages: 5000 }
/** How often the room is measured, in milliseconds. */
const LOOK = 20
const START = { line: 1, column: 1 }
const REASONS = {
  locked: 'Unexpected encryption, expected an open PDF: save it without a password',
  broken: 'Unexpected damage, expected a PDF that can be read: fetch it or print it anew',
  scripted: 'Unexpected script in the PDF, expected plain pages: print it to a new PDF',
  long: 'Unexpected number of pages, expected at most 5,000: take those that are meant',
  slow: 'Unexpected PDF that takes more than 30 s to read, expected plain pages: print it to a new PDF',
  large:
    'Unexpected PDF that takes more than 512 MB to read, expected plain pages: print it to a new PDF'
}

/**
 * Read a PDF.
 *
 * @param file its bytes
 * @throws {VFileMessage} exit 2 where it is none that may be read, with the reason
 */
export async function readPdfText(
  file: VFile,
  limits: PdfLimits = LIMITS
): Promise<readonly PdfPage[]> {
  const bytes = typeof file.value === 'string' ? Buffer.from(file.value) : file.value
  if (!bytes || !Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-'))
    return failAt(file, START, 'pdf', 'Unexpected file, expected a PDF: it does not begin `%PDF-`')
  const said = await inThread(Uint8Array.from(bytes), limits)
  return typeof said === 'string' ? failAt(file, START, 'pdf', REASONS[said]) : said
}

function inThread(
  bytes: Uint8Array,
  { patience, room, pages }: PdfLimits
): Promise<keyof typeof REASONS | readonly PdfPage[]> {
  const before = process.memoryUsage.rss()
  const worker = new Worker(join(home, 'src', 'pdf-text', 'thread.mjs'), {
    workerData: { bytes, mostPages: pages },
    transferList: [bytes.buffer as ArrayBuffer], // of a copy of our own
    resourceLimits: { maxOldGenerationSizeMb: room / MEGABYTE, stackSizeMb: 4 },
    stdout: true,
    stderr: true,
    env: {}
  })
  return new Promise((resolve) => {
    const end = (said: keyof typeof REASONS | readonly PdfPage[]) => {
      clearTimeout(clock)
      clearInterval(look)
      resolve(said)
      void worker.terminate()
    }
    const clock = setTimeout(() => end('slow'), patience)
    const look = setInterval(() => {
      if (process.memoryUsage.rss() - before > room) end('large')
    }, LOOK)
    worker.on('message', (said: Said) => end('pages' in said ? said.pages : said.fault))
    worker.on('error', (error) => end(isFull(error) ? 'large' : 'broken'))
    worker.on('exit', () => end('broken'))
  })
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
