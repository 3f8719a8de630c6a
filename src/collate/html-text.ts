// The words that a piece of raw HTML holds: markup in, text out. What an author marked as no text (a closed comment, a
// closed script or style) does not count. What is left open counts whole, tags and all: a browser would swallow it, and
// then the loss shows.
//
//     <div class="x">Two <b>words</b><!-- a remark --></div>   →   Two words
import { parseMarkdown } from '../manuscript.ts'

/**
 * Elements that make a block or a line of their own: their tags divide words, whether the press prints them or only what
 * they hold (HTML Standard, 15.3, with what it sets as a list item or a part of a table).
 */
const DIVIDING = new Set(
  'address article aside blockquote body br caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp'.split(
    ' '
  )
)
const SWALLOWING = new Set(
  'script style textarea title xmp plaintext iframe noembed noframes noscript template select'.split(
    ' '
  )
)
const UNPRINTED = new Set(['script', 'style'])
const TAG = /<\/?([a-z][^\s/>]*)(?=[\s/>])(?:"[^"]*"|'[^']*'|[^"'>])*>/iuy
const REFERENCE = /&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z][\da-z]{1,31});/giu

/** The text of an `html` node, its tags taken out. */
export function htmlText(html: string): string {
  const lower = html.toLowerCase()
  let text = ''
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open === -1) return text + decode(html.slice(at))
    text += decode(html.slice(at, open))
    const piece = markupAt(html, lower, open)
    if (!piece) return text + html.slice(open)
    text += piece.text
    at = piece.end
  }
  return text
}

/** What stands at a `<`: the text that it prints and where it ends; nothing when it is left open. */
function markupAt(
  html: string,
  lower: string,
  open: number
): { text: string; end: number } | undefined {
  if (html.startsWith('<!--', open)) return closedBy(html, '-->', open + 2)
  if (html.startsWith('<!', open) || html.startsWith('<?', open)) return closedBy(html, '>', open)
  TAG.lastIndex = open
  const tag = TAG.exec(html)
  if (!tag)
    return /^<\/?[a-z]/iu.test(html.slice(open, open + 3))
      ? undefined
      : { text: '<', end: open + 1 }
  const name = (tag[1] ?? '').toLowerCase()
  const opens = !tag[0].startsWith('</')
  if (opens && SWALLOWING.has(name)) {
    const end = lower.indexOf(`</${name}`, TAG.lastIndex)
    if (end === -1 || name === 'plaintext') return undefined
    if (UNPRINTED.has(name)) return closedBy(html, '>', end)
  }
  return { text: DIVIDING.has(name) ? '\n' : '', end: open + tag[0].length }
}

function closedBy(html: string, mark: string, from: number) {
  const end = html.indexOf(mark, from)
  return end === -1 ? undefined : { text: '', end: end + mark.length }
}

/** Character references decoded: Markdown knows the same ones as HTML. */
function decode(text: string): string {
  return text.replace(REFERENCE, (reference) => {
    const [paragraph] = parseMarkdown(reference).children
    const [node] = paragraph?.type === 'paragraph' ? paragraph.children : []
    return node?.type === 'text' ? node.value : reference
  })
}
