// A text made by chance and edited by chance: out comes what was made of edits, what was found, and where the two differ.
import { VFile } from 'vfile'
import { editsBetween } from '../../src/changes.ts'
import type { Edit } from '../../src/changes.ts'
import { wordsOf } from '../../src/manuscript/words.ts'
import type { TextWord } from '../../src/manuscript/words.ts'
import { anyText, chanceOf, toMarkdown, wordsOfText } from './draft-text.ts'
import type { Text, Word } from './draft-text.ts'
import { ways } from './edits.ts'
import type { Desk, Known } from './edits.ts'

/** A text before and after some edits. */
export interface MadeEdits {
  known: readonly Known[]
  old: Version
  new: Version
}

/** A manuscript, and its words in order. */
export interface Version {
  text: string
  words: readonly Word[]
}

/** Make a text, and some edits of it. */
export function makeEdits(seed: number): MadeEdits {
  const chance = chanceOf(seed)
  const old = anyText(chance)
  // Notes are the same objects before and after: the old text is written down before anything is edited.
  const before = { text: toMarkdown(old, 1, false), words: wordsOfText(old) }
  const desk: Desk = { text: copyOf(old), chance, taken: new Set(), moved: false }
  const known: Known[] = []
  const count = 2 + chance.below(7)
  for (let at = 0; at < count; at += 1) known.push(...(chance.pick(ways)(desk) ?? []))
  const text = toMarkdown(desk.text, 1 + chance.below(3), chance.below(2) === 0)
  return { known, old: before, new: { text, words: wordsOfText(desk.text) } }
}

/** Make some edits, and look for them. */
export function tryEdits(seed: number): { made: number; found: number; wrong: string[] } {
  const { known, ...versions } = makeEdits(seed)
  const files = { old: new VFile(versions.old.text), new: new VFile(versions.new.text) }
  const edits = editsBetween(files.old, files.new)
  const order = {
    old: indexed(wordsOf(files.old), versions.old.words),
    new: indexed(wordsOf(files.new), versions.new.words)
  }
  const left = [...edits]
  const missed = known.filter((d) => {
    const at = left.findIndex((edit) => isSame(edit, d, order))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  const wrong = [
    ...missed.map((d) => `missed ${d.kind} “${say(d.old)}” → “${say(d.new)}”`),
    ...left.map((d) => `false ${d.kind} “${d.oldText}” → “${d.newText}”`)
  ]
  return { made: known.length, found: edits.length, wrong }
}

/** Its own lists, the same words. */
function copyOf({ front, blocks }: Text): Text {
  return {
    front: { ...front, title: [...front.title], subtitle: [...front.subtitle] },
    blocks: blocks.map((d) => ({ ...d, words: [...d.words] }))
  }
}

interface Order {
  /** What a word of the manuscript is at the desk. */
  words: ReadonlyMap<TextWord, number>
  desk: readonly Word[]
}

function indexed(words: readonly TextWord[], desk: readonly Word[]): Order {
  const same =
    words.length === desk.length && words.every((d, index) => d.text === desk[index]?.text)
  if (!same) throw new Error('Markdown has other words than the text that it was made of')
  return { words: new Map(words.map((d, index) => [d, index])), desk }
}

function isSame(edit: Edit, known: Known, order: Record<'old' | 'new', Order>): boolean {
  if (edit.kind !== known.kind) return false
  return sameSide(edit.old, known.old, order.old) && sameSide(edit.new, known.new, order.new)
}

/** The very words; or others that leave the same text when they are taken out, as one of two that are alike does. */
function sameSide(
  words: readonly TextWord[],
  known: readonly Word[],
  { words: at, desk }: Order
): boolean {
  if (words.length !== known.length) return false
  const found = words.map((d) => at.get(d) ?? -1)
  if (found.every((d, index) => desk[d] === known[index])) return true
  const without = (gone: ReadonlySet<Word | undefined>) =>
    desk
      .filter((d) => !gone.has(d))
      .map((d) => `${d.text}${d.em ? '*' : ''}`)
      .join(' ')
  const together = found.every((d, index) => index === 0 || d === (found[index - 1] ?? 0) + 1)
  return together && without(new Set(found.map((d) => desk[d]))) === without(new Set(known))
}

function say(words: readonly Word[]): string {
  return words.map((d) => (d.call ? '[^]' : d.text)).join(' ')
}
