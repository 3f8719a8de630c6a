// The front matter of three manuscripts in, one out, key by key. A mark of a conflict before `---` would leave a manuscript
// without front matter, so where both changed a key the edited line stands, and the conflict says what the import has.

/** Where someone has to choose. */
export interface Conflict {
  /** From 1. */
  line: number
  /** In the front matter, what the import has, which stands nowhere else; undefined for two versions between marks. */
  imported: string | undefined
}

/** Merged front matter. */
export interface MergedFront {
  text: string
  conflicts: readonly Conflict[]
  /** Keys that were taken over from the import. */
  taken: number
}

const FRONT = /^---\n(?:[^]*?\n)?---(?:\n+|$)/u
const KEY = /^[^\s#:][^:]*(?=:(?:\s|$))/u

/** A manuscript in two: its front matter with the line feeds behind it, and the rest. */
export function cutFrontMatter(text: string): { front: string; body: string } {
  const front = FRONT.exec(text)?.[0] ?? ''
  return { front, body: text.slice(front.length) }
}

/** Merge the front matter as it was imported, as it was edited, and as it is imported now. */
export function mergeFrontMatter(base: string, edited: string, fresh: string): MergedFront {
  if (edited === fresh || fresh === base) return { text: edited, conflicts: [], taken: 0 }
  if (edited === base) return { text: fresh, conflicts: [], taken: 1 }
  if (edited === '' || fresh === '')
    return { text: edited, conflicts: [{ line: 1, imported: fresh.trim() }], taken: 0 }
  const [ours, before, theirs] = [entriesOf(edited), entriesOf(base), entriesOf(fresh)]
  const lines = ['---\n']
  const conflicts: Conflict[] = []
  let [line, taken] = [2, 0]
  for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
    const [our, old, their] = [ours, before, theirs].map((d) => d.get(key))
    const chosen = our === old ? their : our
    if (our === old && their !== our) taken++
    if (our !== old && their !== old && our !== their)
      conflicts.push({ line, imported: their?.trim() ?? `no ${key}` })
    lines.push(chosen ?? '')
    line += (chosen ?? '').split('\n').length - 1
  }
  const end = /---\n*$/u.exec(edited)?.[0] ?? '---\n\n'
  return { text: [...lines, end].join(''), conflicts, taken }
}

/** The lines of each key: its own, and what follows it up to the next key. */
function entriesOf(front: string): Map<string, string> {
  const entries = new Map<string, string>()
  let key = ''
  for (const line of front.trimEnd().split('\n').slice(1, -1)) {
    const found = KEY.exec(line)?.[0]
    // A key that comes twice is wrong, and the check of the front matter says so; no line of it is lost here.
    if (found !== undefined) key = entries.has(found) ? `${found}, again` : found
    entries.set(key, `${entries.get(key) ?? ''}${line}\n`)
  }
  return entries
}
