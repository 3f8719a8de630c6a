// The same edits in the e-book: for each the chapter, and the passage as it stands there.
import type { Element, ElementContent } from 'hast'
import { around } from '../edit-context.ts'
import type { Context } from '../edit-context.ts'
import type { ProofedEdit } from '../../proof.ts'
import { editSaid } from './edit-said.ts'
import { element } from './element.ts'
import { table } from './table.ts'

/** A chapter of an e-book, as its maker has it; elements of the manuscript carry their line. */
export interface EbookChapter {
  title: string
  kind: string
  tree: Element
}

/** A block of a chapter, with the text of it. */
interface Passage {
  chapter: string
  text: string
}

/** About so many letters of a passage on each side of the edit. */
const ENOUGH = 60
const BLOCK = /^(?:p|h[1-6]|li|td|th|pre|figcaption|caption|dt|dd|blockquote)$/u

export function ebookTable(
  edits: readonly ProofedEdit[],
  chapters: { old: readonly EbookChapter[]; new: readonly EbookChapter[] }
): Element[] {
  const rows = edits.flatMap((edit) => {
    const found = passageOf(edit, chapters)
    if (!found) return []
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, String(edit.number)),
      element('td', { dataHead: 'Chapter' }, found.chapter),
      element(
        'td',
        { dataHead: 'As it stands there', className: ['what'] },
        editSaid(edit, contextIn(found.text, edit))
      )
    )
  })
  return rows.length > 0
    ? [
        table(
          'The edits in the chapters of the e-book',
          ['No.', 'Chapter', 'As it stands there'],
          rows
        )
      ]
    : []
}

/** Where it stands; a setting of the front matter is nowhere, and its words are on the title page. */
function passageOf(
  edit: ProofedEdit,
  chapters: { old: readonly EbookChapter[]; new: readonly EbookChapter[] }
): Passage | undefined {
  const [word] = [...edit.new, ...edit.old]
  if (word?.flow === 'front') {
    const chapter = chapters.new.find((d) => d.kind === 'titlepage')
    return chapter && { chapter: chapter.title, text: textOf(chapter.tree) }
  }
  if (edit.kind === 'setting') return undefined
  const now = passageAt(chapters.new, edit.newAt.line)
  return now ?? (edit.kind === 'deleted' ? passageAt(chapters.old, edit.oldAt.line) : undefined)
}

/** The block that holds a line of the manuscript: the last that begins there or before. */
function passageAt(chapters: readonly EbookChapter[], line: number): Passage | undefined {
  let found: { line: number; chapter: string; block: Element } | undefined
  for (const { title, tree } of chapters)
    visitBlocks(tree, (block, at) => {
      if (at <= line && (!found || at >= found.line)) found = { line: at, chapter: title, block }
    })
  return found && { chapter: found.chapter, text: textOf(found.block) }
}

function visitBlocks(tree: Element, see: (block: Element, line: number) => void): void {
  const line = tree.data?.line
  if (line !== undefined && BLOCK.test(tree.tagName)) see(tree, line)
  for (const child of tree.children) if (child.type === 'element') visitBlocks(child, see)
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(textOf).join('') : ''
}

/** What is around the new words, or around the gap that the old ones left. */
function contextIn(passage: string, edit: ProofedEdit): Context {
  const text = passage.replace(/\s+/gu, ' ').trim()
  const before = edit.before?.new?.text ?? ''
  const after = edit.after?.new?.text ?? ''
  const words = edit.new.map((d) => d.text).join(' ')
  for (const [known, offset, length] of [
    [`${before} ${words} ${after}`, before.length + 1, words.length],
    [`${words} ${after}`, 0, words.length],
    [`${before} ${words}`, before.length + 1, words.length],
    [`${before} ${after}`, before.length + 1, 0]
  ] as const) {
    const at = known.trim() === '' ? -1 : text.indexOf(known)
    if (at >= 0) return around(text, [at + offset, at + offset + length], ENOUGH)
  }
  return { before: '', after: '' }
}
