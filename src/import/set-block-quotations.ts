// Quotations that the source sets in bold become block quotations: `**"Since Soviet power … "<sup>7</sup>**` → `> "Since …`.
// One quotation may be several bold paragraphs; it begins with a quotation mark and ends where one closes. A bold
// paragraph without quotation marks may be a heading or stress, and is left for the editor.
import type { Block, Draft } from './draft.ts'
import { ask, tell } from './draft.ts'
import { emphasisedWhole } from './emphasised-whole.ts'
import type { Stretch } from './stretch.ts'
import { ending, placeAt } from './stretch.ts'

const RULE = 'set-block-quotations'
const OPENS = /^[*_]*["“'‘«„]/u
const CLOSES = /["”'’»“](?:[.,;:]|\[\^[^[\]\s]+\])*$/u
const LONG = 12

/** Set bold quotations as block quotations. */
export function setBlockQuotations(draft: Draft): void {
  let number = draft.blocks.reduce((most, d) => Math.max(most, d.quote), 0)
  const { blocks } = draft
  for (let i = 0; i < blocks.length;) {
    const run = boldRun(blocks, i)
    if (run.length === 0) {
      i++
      continue
    }
    for (const quotation of quotations(draft, run)) {
      number++
      for (const [block, inside] of quotation) set(draft, block, inside, number)
    }
    i += run.length
  }
}

/** A bold paragraph, with the text inside the emphasis. */
type Bold = readonly [Block, Stretch]

function boldRun(blocks: readonly Block[], start: number): Bold[] {
  const run: Bold[] = []
  for (let i = start; i < blocks.length; i++) {
    const block = blocks[i]
    const inside = block && block.quote === 0 ? emphasisedWhole(block) : undefined
    if (!block || !inside) break
    run.push([block, inside])
  }
  return run
}

/** Divide neighbouring bold paragraphs: a quotation goes on until a quotation mark closes it. */
function quotations(draft: Draft, run: readonly Bold[]): Bold[][] {
  const found: Bold[][] = []
  let open: Bold[] | undefined
  for (const [i, bold] of run.entries()) {
    const { text } = bold[1]
    const closesLater = run.slice(i, i + LONG).some(([, d]) => CLOSES.test(ending(d.text)))
    if (!open && (!OPENS.test(text) || !closesLater)) {
      doubt(draft, bold)
      continue
    }
    open = [...(open ?? []), bold]
    if (!CLOSES.test(ending(text))) continue
    found.push(open)
    open = undefined
  }
  return open ? [...found, open] : found
}

function doubt(draft: Draft, [block, { text }]: Bold): void {
  if (text.split(/\s+/u).length < LONG) return
  const reason =
    'Unexpected emphasis of a whole paragraph, expected a quotation, a heading or plain text'
  ask(draft, placeAt(block.content, 0), RULE, reason)
}

function set(draft: Draft, block: Block, inside: Stretch, number: number): void {
  const head = block.content.text.slice(0, 40)
  tell(draft, placeAt(block.content, 0), RULE, head, `> ${inside.text.slice(0, 40)}`)
  block.content = inside
  block.quote = number
}
