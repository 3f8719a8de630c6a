// Which texts are measured, and editions made of them: a text is a Markdown file, or the folder of an edition.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { basename, join } from 'node:path'
import { home } from '../../src/assets.ts'

/** How an edition is to be set, beyond what its front matter says. */
export interface Look {
  /** `classic` is what an edition has that asks for nothing. */
  design: string
  trim: string
  /** Without tracking and stretch of glyphs. */
  purist: boolean
}

/** The handbook, and the texts that lie beside the project, when they are there. */
export function ownTexts(): string[] {
  const beside = join(home, '../shared/import')
  const practice = join(beside, 'practice')
  const golds = existsSync(practice)
    ? readdirSync(practice).filter((d) => d.endsWith('.gold.md'))
    : []
  return [
    join(home, 'manuscript/handbook'),
    join(beside, 'gold/gold.md'),
    ...golds.toSorted().map((d) => join(practice, d))
  ].filter((d) => existsSync(d))
}

/** The name of a text, fit to be that of a folder. */
export function nameOf(text: string): string {
  return basename(text)
    .replace(/(?:\.gold)?\.md$/u, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/gu, '-')
}

/** Make the folder of an edition below another folder, and say where it is. */
export function makeEdition(text: string, into: string, look: Look): string {
  const folder = join(into, nameOf(text))
  mkdirSync(folder, { recursive: true })
  const isFolder = statSync(text).isDirectory()
  if (isFolder) cpSync(text, folder, { recursive: true })
  const manuscript = readFileSync(isFolder ? join(text, 'manuscript.md') : text, 'utf8')
  writeFileSync(join(folder, 'manuscript.md'), withLook(manuscript, look))
  return folder
}

/** The manuscript with another trim and design; keys that only the makers of a text need are left out. */
export function withLook(manuscript: string, look: Look): string {
  const [, head = '', body = manuscript] = /^---\n([^]*?\n)---\n([^]*)$/u.exec(manuscript) ?? []
  const kept = head
    .replace(/^(?:missing-notes|orphan-notes|trim|design|purist):.*\n/gmu, '')
    .replace(/^pull-quotes:\n(?: .*\n)+/gmu, (d) => (d.includes('after:') ? d : ''))
  const text = withoutNotes(body, strayNotes(head))
  const design = look.design === 'classic' ? '' : `design: ${look.design}\n`
  const purist = look.purist ? 'purist: true\n' : ''
  return `---\n${kept}trim: ${look.trim}\n${design}${purist}---\n${text}`
}

/** Labels of calls without a note, and of notes without a call, which a text may name. */
function strayNotes(head: string): string[] {
  const lines = head.match(/^(?:missing-notes|orphan-notes):.*$/gmu) ?? []
  return lines.flatMap((d) => [...d.matchAll(/"([^"]+)"/gu)].map((label) => label[1] ?? ''))
}

/** The text without some notes and their calls: nothing can set one without the other. */
function withoutNotes(body: string, labels: readonly string[]): string {
  const kept = body.split('\n').filter((d) => !labels.some((label) => d.startsWith(`[^${label}]:`)))
  return labels.reduce((text, label) => text.replaceAll(`[^${label}]`, ''), kept.join('\n'))
}
