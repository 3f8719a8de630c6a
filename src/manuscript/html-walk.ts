// Raw HTML among Markdown: its words into the cutter, and its elements onto those that stand around what follows, since a
// `<div>` may hold paragraphs of Markdown.
import type { Parents } from 'mdast'
import { readHtml } from './html-words.ts'
import { kindAround } from './walk.ts'
import type { Walk } from './walk.ts'

/** Tags that divide words (HTML Standard, 15.3, with what it sets as a list item or a part of a table). */
const DIVIDING = new Set(
  'address article aside blockquote body br caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp'.split(
    ' '
  )
)
/** Tags that hold nothing. */
const EMPTY = new Set('br hr img wbr col'.split(' '))
/** Tags that close one of the same name. */
const CLOSES_ITSELF = /^(?:p|li|td|th|tr|dt|dd)$/u

/** @param parent of the HTML: some of it stands in a line, and some between blocks */
export function walkHtml(value: string, parent: Parents, walk: Walk): void {
  const { source, cutter, styles, around, at } = walk
  const inLine = !/^(?:root|blockquote|listItem|footnoteDefinition)$/u.test(parent.type)
  if (!inLine) htmlBlock(walk)
  readHtml(source, value, at, inLine, {
    letters: (letters) => cutter.add(letters, styles.join(' ')),
    tag(name, opens) {
      const divides = DIVIDING.has(name)
      const open = divides ? around : styles
      if (!EMPTY.has(name)) turn(open, name, opens)
      if (!divides) return
      if (inLine) cutter.turn()
      else htmlBlock(walk)
    }
  })
  if (inLine) return
  styles.length = 0
  cutter.divide()
}

/** A block of raw HTML is called by its innermost elements. */
function htmlBlock({ cutter, around, styles }: Walk): void {
  styles.length = 0
  const kind = kindAround(around)
  cutter.block(kind === '' || around.at(-1) === 'p' ? `${kind} p`.trim() : kind)
}

/** Opens or closes an element. */
function turn(open: string[], name: string, opens: boolean): void {
  if (opens && CLOSES_ITSELF.test(name) && open.at(-1) === name) return
  const last = open.lastIndexOf(name)
  if (opens) open.push(name)
  else if (last !== -1) open.length = last
}

