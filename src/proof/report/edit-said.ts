// An edit in, what a person reads of it out: old words struck through, new ones underlined, in the words around them. Each
// kind has its own line as well as its own colour, as on the pages.
import type { Element } from 'hast'
import { shorten } from '../edit-context.ts'
import type { Context } from '../edit-context.ts'
import type { ProofedEdit } from '../../proof.ts'
import { element } from './element.ts'
import type { Child } from './element.ts'

/** @param context where a passage stands; without it the words alone are shown */
export function editSaid(edit: ProofedEdit, context: Context): Element {
  const { before, after } = edit.kind === 'restyled' ? withoutMarks(context) : context
  // What is gone stood between two words that are neighbours now.
  const space = edit.new.length === 0 && /\S$/u.test(before) ? ' ' : ''
  return element('p', { className: ['said'], dir: 'auto' }, before, space, wordsOf(edit), after)
}

/** The marks that style a word belong to it. */
function withoutMarks({ before, after }: Context): Context {
  return { before: before.replace(/[*_~`]+$/u, ''), after: after.replace(/^[*_~`]+/u, '') }
}

function wordsOf(edit: ProofedEdit): Child[] {
  const [old, now] = [shorten(edit.oldText), shorten(edit.newText)]
  switch (edit.kind) {
    case 'moved':
      return [ins('moved', now || old)]
    case 'restyled':
      return [ins('restyled', now || old)]
    default:
      return [old && del(old), old && now && arrow(), now && ins('added', now)]
  }
}

function del(text: string): Element {
  return element('del', {}, text)
}

function ins(sign: string, text: string): Element {
  return element('ins', { className: [sign] }, text)
}

function arrow(): Element {
  return element('span', { className: ['to'] }, ' → ')
}

/** What it is in a few words: `moved from line 12`, `restyled: italic, was plain`, `picture`. */
export function kindSaid(edit: ProofedEdit): string {
  if (edit.kind === 'moved') return `moved from line ${edit.oldAt.line}`
  const thing = edit.newText || edit.oldText
  if (edit.kind === 'setting' && thing.startsWith('![')) return 'picture'
  if (edit.kind === 'setting' && thing === '***') return 'break'
  const [old] = edit.old
  const [now] = edit.new
  if (edit.kind !== 'restyled' || !old || !now) return edit.kind
  if (old.kind !== now.kind) return `restyled: ${now.kind}, was ${old.kind}`
  const [was, is] = [styleSaid(old.style), styleSaid(now.style)]
  return was === is ? 'restyled' : `restyled: ${is}, was ${was}`
}

const STYLES: Readonly<Record<string, string>> = {
  em: 'italic',
  i: 'italic',
  strong: 'bold',
  b: 'bold',
  a: 'link'
}

function styleSaid(style: string): string {
  return style === ''
    ? 'plain'
    : style
        .split(' ')
        .map((d) => STYLES[d] ?? d)
        .join(' ')
}
