// A manuscript in, one with its text so many times out. Labels of notes get the number of their copy, `[^7]` → `[^3-7]`,
// and the note of the title stays in the first copy alone, as nothing calls it in the others.

const LABEL = /\[\^(?<label>[^\]\s]+)\]/gu

export function repeatText(manuscript: string, times: number): string {
  const [whole = '', head = ''] = /^---\n([^]*?)\n---\n/u.exec(manuscript) ?? []
  const body = manuscript.slice(whole.length)
  const titleNote = /^title-note: *["']?(?<label>[^"'\n]+)["']? *$/mu.exec(head)?.groups?.label
  const later = titleNote === undefined ? body : withoutNote(body, titleNote)
  const copies = Array.from({ length: times - 1 }, (_, i) =>
    later.replace(LABEL, `[^${i + 2}-$<label>]`)
  )
  return [whole + body, ...copies].map((d) => d.trimEnd()).join('\n\n') + '\n'
}

/** The text without one note, which may have more paragraphs, set in by four spaces. */
function withoutNote(body: string, label: string): string {
  const lines = body.split('\n')
  const from = lines.findIndex((d) => d.startsWith(`[^${label}]:`))
  if (from < 0) return body
  const rest = lines.slice(from + 1).findIndex((d) => d !== '' && !d.startsWith('    '))
  lines.splice(from, rest < 0 ? lines.length : rest + 1)
  return lines.join('\n')
}
