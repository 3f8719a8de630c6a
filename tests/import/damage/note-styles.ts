// Notes as paper and the web write them: calls and markers in superscript, brackets, raised digits or signs, the notes in a
// heap at the end, with or without a heading. From here on the notes are paragraphs of the text.
import type { Note, Piece } from './copy.ts'
import type { Damage, Job } from './job.ts'
import { wound } from './job.ts'
import type { Random } from './random.ts'
import { pick } from './random.ts'

const CALL = /\[\^([^\]]+)\]/gu
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const SIGNS = ['*', '†', '‡']
const HEADINGS = [
  '## Notes',
  'Notes',
  '**Notes**',
  'NOTES',
  '## Endnotes',
  '# Notes',
  '### NOTES'
] as const

/** How a call and the marker of its note are written, and whether the notes need a heading to be known. */
interface Style {
  name: string
  call: (label: string) => string
  marker: (label: string) => string
  heading?: true
}

const STYLES: readonly [Style, ...Style[]] = [
  { name: '<sup>', call: (d) => `<sup>${d}</sup>`, marker: (d) => `<sup>${d}</sup>` },
  { name: '<sup> text', call: (d) => `<sup>${d}</sup>`, marker: (d) => `<sup>${d}</sup> ` },
  { name: '<sup>[7]', call: (d) => `<sup>[${d}]</sup>`, marker: (d) => `<sup>[${d}]</sup> ` },
  { name: '[7]', call: (d) => `[${d}]`, marker: (d) => `[${d}] ` },
  { name: '(7)', call: (d) => `(${d})`, marker: (d) => `(${d}) `, heading: true },
  { name: '⁷', call: raised, marker: raised },
  { name: '⁷ text', call: raised, marker: (d) => `${raised(d)} ` },
  { name: '<sup> and 7.', call: (d) => `<sup>${d}</sup>`, marker: (d) => `${d}. `, heading: true },
  { name: '[7] and 7.', call: (d) => `[${d}]`, marker: (d) => `${d}. `, heading: true },
  { name: '⁷ and 7', call: raised, marker: (d) => `${d} `, heading: true },
  { name: '<sup> and 7', call: (d) => `<sup>${d}</sup>`, marker: (d) => `${d} `, heading: true },
  { name: '<sup> and [7]', call: (d) => `<sup>${d}</sup>`, marker: (d) => `[${d}] ` }
]

function raised(label: string): string {
  return label.replace(/\d/gu, (d) => RAISED[Number(d)] ?? d)
}

/** Make calls and notes out of GFM's. */
export const noteStyles: Damage = (job, random) => {
  const { notes } = job.rough
  const few = notes.length <= SIGNS.length && random() < 0.5
  const style = few ? signs(job, random) : pick(random, STYLES)
  rewrite(job, style, style.heading === true || random() < 0.3 ? pick(random, HEADINGS) : '')
  if (notes.length > 0) wound(job, 'note-styles', style.name)
}

/** Signs instead of numbers; they follow the order of the notes. */
function signs({ rough }: Job, random: Random): Style {
  const raise = random() < 0.3
  const sign = (label: string) => SIGNS[rough.notes.findIndex((d) => d.label === label)] ?? '*'
  return {
    name: 'signs',
    call: (d) => (raise ? `<sup>${sign(d)}</sup>` : sign(d)),
    marker: (d) => `${sign(d)} `
  }
}

function rewrite({ rough }: Job, style: Style, heading: string): void {
  const called = (text: string) => text.replace(CALL, (_, d: string) => style.call(d))
  for (const d of rough.pieces) if (!d.text.startsWith('```')) d.text = called(d.text)
  rough.front['title'] = called(String(rough.front['title']))
  const notes = rough.notes.flatMap((d) => paragraphsOf(d, style, called))
  if (notes.length === 0) return
  if (heading !== '') rough.pieces.push({ kind: 'kept', depth: 0, text: heading })
  rough.pieces.push(...notes)
  rough.notes = []
}

function paragraphsOf(note: Note, style: Style, called: (text: string) => string): Piece[] {
  return note.paragraphs.map((d, i) => ({
    kind: 'paragraph',
    depth: 0,
    text: (i === 0 ? style.marker(note.label) : '') + called(d)
  }))
}
