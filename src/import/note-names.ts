// What a section of notes is called: `Notes`, `Endnotes`, `Notes and references`, in English and its neighbours.

const NAMES =
  /^(?:(?:end|foot)\s?-?notes?|notes?|notes and (?:references|sources)|references(?: and notes)?|notes to the text|anmerkungen|fußnoten|endnoten|notes de fin|notas|note)[.:]?$/iu
const LONGEST = 40

/** Whether a line, without its marks as a heading, names a section of notes. */
export function namesNotes(line: string): boolean {
  const text = line.trim().replace(/^[*_]+|[*_]+$/gu, '')
  return text.length <= LONGEST && NAMES.test(text)
}
