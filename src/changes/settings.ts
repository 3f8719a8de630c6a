// The front matter of two manuscripts in, the settings that differ out: each key with its value as it is written. What of it is
// printed as words is compared as words.
import type { VFile } from 'vfile'
import { KEYS } from '../edition/keys.ts'
import type { Key } from '../edition/keys.ts'
import type { Edition } from '../edition.ts'
import type { Spot } from '../changes.ts'

/** A setting, before and after; '' where it is not said. */
export interface SettingChange {
  oldText: string
  newText: string
  oldAt: Spot
  newAt: Spot
}

/** Where a setting stands and what it says. */
interface Said {
  text: string
  at: Spot
}

/** The settings that are not the same, in the order of the new manuscript. */
export function settingChanges(
  old: VFile,
  now: VFile,
  asWords: ReadonlySet<string>
): SettingChange[] {
  const [was, is] = [saidIn(String(old)), saidIn(String(now))]
  const nowhere: Said = { text: '', at: { line: 1, column: 1 } }
  return KEYS.filter((key) => !asWords.has(key) && differs(key, old.data.edition, now.data.edition))
    .map((key) => ({ old: was.get(key) ?? nowhere, new: is.get(key) ?? nowhere }))
    .map((d) => ({
      oldText: d.old.text,
      newText: d.new.text,
      oldAt: d.old.at,
      newAt: d.new.at
    }))
}

/** The title's note is known by its words, not by its label. */
const NAMES: Readonly<Partial<Record<Key, keyof Edition | ''>>> = {
  author: 'authors',
  'title-note': '',
  'source-publication': 'sourcePublication',
  'end-mark': 'endMark',
  'pull-quotes': 'pullQuotes'
}

function differs(key: Key, old: Edition | undefined, now: Edition | undefined): boolean {
  // The keys that are not in NAMES are fields of the same name.
  const name = NAMES[key] ?? (key as keyof Edition)
  if (name === '') return false
  return valueOf(old?.[name]) !== valueOf(now?.[name])
}

/** Without the place in the front matter. */
function valueOf(value: unknown): string {
  return JSON.stringify(value, (key, d: unknown) => (key === 'place' ? undefined : d)) ?? ''
}

/** What the front matter says, by key, on one line each. */
function saidIn(text: string): Map<string, Said> {
  const said = new Map<string, Said>()
  let key = ''
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0 && line.startsWith('---')) break
    const found = /^(?<key>[a-z-]+)\s*:/u.exec(line)?.groups?.key
    const last = said.get(key)
    if (found !== undefined) {
      key = found
      said.set(key, { text: line.trim(), at: { line: index + 1, column: 1 } })
    } else if (last && line.trim() !== '') last.text += ` ${line.trim()}`
  }
  return said
}
