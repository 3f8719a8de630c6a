// The text of a finished PDF, page by page: bytes in, strings out. The only file that names pdf.js. Text that is drawn in
// a picture and the numbers of lists are left out: no manuscript has them as words.
import type { TextItem, TextMarkedContent } from 'pdfjs-dist/types/src/display/api.d.ts'
import { UNREADABLE } from './words.ts'

/** The package does not type the tag of marked content. */
type Content = TextItem | (TextMarkedContent & { tag?: string })

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

/** The text of a page. */
export interface PrintedPage {
  /** In the order in which it was painted. */
  painted: string
  /** In the order in which the tags say that it is read; what has no tag comes last. */
  tagged: () => Promise<string>
}

/** Each page in turn; `tagged` may be asked for until the next one. */
export async function* pdfPages(bytes: Uint8Array): AsyncGenerator<PrintedPage> {
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
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const content = await page.getTextContent({
        includeMarkedContent: true,
        disableNormalization: true
      })
      const runs = runsOf(content.items, page.view)
      const tagged = async () => {
        // pdf.js types the tree loosely: any node may have an id.
        const tree = (await page.getStructTree()) as TagNode | null
        return textOf(tree ? inOrder(runs, tree) : runs)
      }
      yield { painted: textOf(runs), tagged }
      page.cleanup()
    }
  } finally {
    await loading.destroy()
  }
}

function textOf(runs: readonly Run[]): string {
  return runs.map((d) => d.text).join('')
}

let library: ReturnType<typeof load> | undefined

/** Load the library, once. */
function pdfjs() {
  return (library ??= load())
}

/** pdf.js expects a canvas and a worker file beside it; text needs neither. */
async function load() {
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
  const loaded = await import('pdfjs-dist/legacy/build/pdf.mjs')
  // Its core-js puts slow copies in their place for all of the process: reading takes half the time without.
  own.forEach(([of, name], index) => Object.defineProperty(of, name, kept[index] ?? {}))
  return loaded
}

function inOrder(runs: readonly Run[], tree: TagNode): Run[] {
  const byTag = new Map<string | undefined, Run[]>()
  for (const run of runs) {
    const same = byTag.get(run.id) ?? []
    same.push(run)
    byTag.set(run.id, same)
  }
  const ordered: Run[] = []
  const gather = (node: TagNode): void => {
    for (const run of (node.id !== undefined && byTag.get(node.id)) || []) ordered.push(run)
    if (node.id !== undefined) byTag.delete(node.id)
    node.children?.forEach(gather)
  }
  gather(tree)
  return [...ordered, ...[...byTag.values()].flat()]
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
