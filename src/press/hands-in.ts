// Who made an edit and in which commit, where git knows.
import type { Edit } from '../changes.ts'
import { changedBy } from '../history.ts'
import type { Commit } from '../history.ts'

/** Tells of an edit; nothing of one that is not committed. */
export type HandOf = (edit: Edit) => { author: string; commit: string } | undefined

/**
 * @param path of the manuscript
 * @param since the commit in which it was as it is compared with
 */
export async function handsIn(path: string, since: Commit | undefined): Promise<HandOf> {
  if (!since) return () => undefined
  const { brought, took } = await changedBy(path, since)
  return (edit) => {
    const gone = edit.new.length === 0 && edit.old.length > 0
    const commit = gone ? took(edit.oldAt.line) : brought(edit.newAt.line)
    return commit && { author: commit.author, commit: commit.short }
  }
}
