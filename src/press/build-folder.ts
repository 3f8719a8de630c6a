// Where the files of a build lie, and the one among them that says what they were made of.
import { join, relative } from 'node:path'
import { home } from '../assets.ts'

/** The manuscript as it was built: what is approved, and what a later proof compares with. */
export const MADE_OF = 'made-of.md'
/** The text on whose pages that was set with fences. */
export const MADE_ON = 'made-on.md'

/** @param into folder that holds the folder of the edition; `build` of the press when missing */
export function buildFolder(slug: string, into?: string): string {
  return join(into ?? relative(process.cwd(), join(home, 'build')), slug)
}
