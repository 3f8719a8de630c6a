// Two trees in, what changed of that which is no word out: pictures, by what the manuscript says of them and by what is in
// their files, and breaks between paragraphs.
import type { Nodes, Root } from 'mdast'
import { eachNode } from '../manuscript/each-node.ts'

/** A picture or a break. */
export interface Thing {
  /** As Markdown says it. */
  text: string
  /** What is in the file of a picture, where that is known. */
  drawn?: string
  from: number
  line: number
  column: number
}

/** A thing before and after; one of them is missing where it came or went. */
export interface ThingChange {
  old?: Thing
  new?: Thing
}

/** A tree, and the names of its pictures by line and column, where they were read. */
export interface Drawn {
  tree: Root
  drawn: ReadonlyMap<string, string> | undefined
}

/** The things that changed. */
export function thingChanges(old: Drawn, now: Drawn): ThingChange[] {
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
    changes.push({ ...(before && { old: before }), new: before ? unlike(before, thing) : thing })
  }
  return [...changes, ...left.map((d) => ({ old: d }))]
}

/** A picture of which the manuscript says what it said. */
function unlike({ text }: Thing, thing: Thing): Thing {
  return text === thing.text ? { ...thing, text: `${text} with another picture in it` } : thing
}

function isPicture({ text }: Thing): boolean {
  return text.startsWith('!')
}

/** Those that the others do not have, as often as they do. */
function without(these: readonly Thing[], others: readonly Thing[]): Thing[] {
  const counts = new Map<string, number>()
  const keyOf = ({ text, drawn = '' }: Thing) => `${text}\n${drawn}`
  for (const key of others.map(keyOf)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return these.filter((thing) => {
    const key = keyOf(thing)
    const count = counts.get(key) ?? 0
    counts.set(key, count - 1)
    return count <= 0
  })
}

function thingsIn({ tree, drawn }: Drawn): Thing[] {
  const things: Thing[] = []
  eachNode(tree, (node) => {
    const text = textOf(node)
    const start = node.position?.start
    if (text === '' || !start) return
    const { line, column } = start
    const name = drawn?.get(`${line}:${column}`)
    things.push({
      text,
      ...(name !== undefined && { drawn: name }),
      from: start.offset ?? 0,
      line,
      column
    })
  })
  return things
}

function textOf(node: Nodes): string {
  if (node.type === 'thematicBreak') return '***'
  if (node.type === 'image') return `![${node.alt ?? ''}](${node.url})`
  return node.type === 'imageReference' ? `![${node.alt ?? ''}][${node.identifier}]` : ''
}
