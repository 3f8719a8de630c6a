// Two trees in, what changed of that which is no word out: pictures, and breaks between paragraphs.
import type { Nodes, Root } from 'mdast'
import { eachNode } from '../manuscript/each-node.ts'

/** A picture or a break. */
export interface Thing {
  /** As Markdown says it. */
  text: string
  from: number
  line: number
  column: number
}

/** A thing before and after; one of them is missing where it came or went. */
export interface ThingChange {
  old?: Thing
  new?: Thing
}

/** The things that changed. */
export function thingChanges(old: Root, now: Root): ThingChange[] {
  const [was, is] = [thingsIn(old), thingsIn(now)]
  const gone = without(was, is)
  const come = without(is, was)
  const changes: ThingChange[] = []
  const left = [...gone]
  for (const thing of come) {
    // One that went from between the same neighbours is the same, changed.
    const at = left.findIndex(
      (d) => was.indexOf(d) === is.indexOf(thing) && isPicture(d) === isPicture(thing)
    )
    const [before] = at < 0 ? [] : left.splice(at, 1)
    changes.push({ ...(before && { old: before }), new: thing })
  }
  return [...changes, ...left.map((d) => ({ old: d }))]
}

function isPicture({ text }: Thing): boolean {
  return text.startsWith('!')
}

/** Those that the others do not have, as often as they do. */
function without(these: readonly Thing[], others: readonly Thing[]): Thing[] {
  const counts = new Map<string, number>()
  for (const { text } of others) counts.set(text, (counts.get(text) ?? 0) + 1)
  return these.filter(({ text }) => {
    const count = counts.get(text) ?? 0
    counts.set(text, count - 1)
    return count <= 0
  })
}

function thingsIn(tree: Root): Thing[] {
  const things: Thing[] = []
  eachNode(tree, (node) => {
    const text = textOf(node)
    const start = node.position?.start
    if (text === '' || !start) return
    things.push({ text, from: start.offset ?? 0, line: start.line, column: start.column })
  })
  return things
}

function textOf(node: Nodes): string {
  if (node.type === 'thematicBreak') return '***'
  if (node.type === 'image') return `![${node.alt ?? ''}](${node.url})`
  return node.type === 'imageReference' ? `![${node.alt ?? ''}][${node.identifier}]` : ''
}
