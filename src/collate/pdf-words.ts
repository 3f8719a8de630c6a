// The text of a finished PDF, page by page: bytes in, strings out. The only file that names pdf.js. Text is given twice,
// in the reading order of the tags and in the order of painting, for either may be the order of the layout. Text that
// is drawn in a picture and the numbers of lists are left out: no manuscript has them as words.
import type {
  TextContent,
  TextItem,
  TextMarkedContent
} from 'pdfjs-dist/types/src/display/api.d.ts'
import { UNREADABLE } from './words.ts'

/** The package does not type the tag of marked content. */
type Content = TextItem | (TextMarkedContent & { tag?: string })

/** What one page of the PDF shows. */
export interface PdfPage {
  /** In the order of the tags; text without a tag comes last. */
  tagged: string
  /** In the order of painting. */
  painted: string
}

/** A stretch of text under one tag. */
interface Run {
  id: string | undefined
  text: string
}

/** A node of the tree of tags; a leaf has the id of marked content. */
interface TagNode {
  children?: readonly TagNode[]
  id?: string
}

const UNPRINTED = new Set(['Figure', 'Lbl'])

/** Read every page. */
export async function pdfPages(bytes: Uint8Array): Promise<readonly PdfPage[]> {
  const { getDocument } = await pdfjs()
  const loading = getDocument({
    data: Uint8Array.from(bytes), // pdf.js takes the bytes away from whoever hands them over
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: true,
    verbosity: 0
  })
  try {
    const document = await loading.promise
    const pages: PdfPage[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const content = await page.getTextContent({
        includeMarkedContent: true,
        disableNormalization: true
      })
      // pdf.js types the tree loosely: any node may have an id.
      pages.push(readPage(content, page.view, (await page.getStructTree()) as TagNode | null))
      page.cleanup()
    }
    return pages
  } finally {
    await loading.destroy()
  }
}

/** pdf.js expects a canvas and a worker file beside it; text needs neither. */
async function pdfjs() {
  const room: Record<string, unknown> = globalThis
  for (const name of ['DOMMatrix', 'Path2D', 'ImageData']) room[name] ??= Object
  const own = [
    [Array.prototype, 'push'],
    [JSON, 'parse'],
    [JSON, 'stringify']
  ] as const
  const kept = own.map(([of, name]) => Object.getOwnPropertyDescriptor(of, name))
  // @ts-expect-error the package brings no types for its worker, which is only handed on
  room.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  const library = await import('pdfjs-dist/legacy/build/pdf.mjs')
  // Its core-js puts slow copies in their place for all of the process: reading takes half the time without.
  own.forEach(([of, name], index) => Object.defineProperty(of, name, kept[index] ?? {}))
  return library
}

function readPage(content: TextContent, view: readonly number[], tree: TagNode | null): PdfPage {
  const runs = runsOf(content.items, view)
  const byTag = new Map<string, string>()
  for (const { id, text } of runs) if (id !== undefined) byTag.set(id, (byTag.get(id) ?? '') + text)
  const pieces: string[] = []
  const gather = (node: TagNode): void => {
    if (node.id !== undefined) pieces.push(byTag.get(node.id) ?? '')
    if (node.id !== undefined) byTag.delete(node.id)
    node.children?.forEach(gather)
  }
  if (tree) gather(tree)
  const rest = runs.filter((d) => d.id === undefined || byTag.has(d.id))
  return {
    tagged: [...pieces, ...rest.map((d) => d.text)].join(''),
    painted: runs.map((d) => d.text).join('')
  }
}

function runsOf(items: readonly Content[], view: readonly number[]): Run[] {
  const runs: Run[] = []
  const open: { id: string | undefined; printed: boolean }[] = []
  for (const item of items) {
    const around = open.at(-1) ?? { id: undefined, printed: true }
    if ('str' in item) {
      if (around.printed && onPage(item, view)) runs.push({ id: around.id, text: readable(item) })
    } else if (item.type === 'endMarkedContent') open.pop()
    else {
      const printed = around.printed && !UNPRINTED.has(item.tag ?? '')
      open.push({ id: item.id ?? around.id, printed })
    }
  }
  return runs
}

/** Whether the text begins inside the page: what stands beside it is not printed. */
function onPage(
  item: TextItem,
  [left = 0, bottom = 0, right = 0, top = 0]: readonly number[]
): boolean {
  const x = Number(item.transform[4])
  const y = Number(item.transform[5])
  return x >= left && x <= right && y >= bottom && y <= top
}

function readable({ str, hasEOL }: TextItem): string {
  return `${str.replaceAll('\u0000', UNREADABLE)}${hasEOL ? '\n' : ''}`
}
