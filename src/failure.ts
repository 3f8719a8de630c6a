// What stops a stage, and the exit code that tells a script why. Comes in: a file and a place, or what is missing
// outside. Goes out: one thrown error that only cli.ts catches.
import type { Node, Point, Position } from 'unist'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'

declare module 'vfile-message' {
  interface VFileMessage {
    /** The exit code of this fatal message; 2 when it is not set. */
    exit?: 2 | 3 | 5 | 70
  }
}

/** Where in the file: a node of a tree, a stretch, or a point (lines and columns count from 1). */
export type Place = Node | Position | Point

/**
 * Stop with a fatal message: no usable result can come of this file.
 *
 * @param exit 2 the manuscript, 3 wrong use or front matter, 5 a limit was reached, 70 a defect of the press
 * @throws {VFileMessage} always
 */
export function failAt(
  file: VFile,
  place: Place,
  ruleId: string,
  reason: string,
  exit: 2 | 3 | 5 | 70 = 2
): never {
  const message = queryAt(file, place, ruleId, reason)
  message.fatal = true
  message.exit = exit
  throw message
}

/** Add a query: something may be wrong, and somebody should look. */
export function queryAt(file: VFile, place: Place, ruleId: string, reason: string): VFileMessage {
  const at = 'type' in place ? place.position : place
  return file.message(reason, { ...(at && { place: at }), ruleId, source: 'press' })
}

/** Wrong use of a verb (exit 3), or something outside that is missing or refused (exit 4): with the way out. */
export class Unable extends Error {
  readonly exit: 3 | 4
  constructor(exit: 3 | 4, reason: string, cause?: unknown) {
    super(reason, { cause })
    this.name = 'Unable'
    this.exit = exit
  }
}
