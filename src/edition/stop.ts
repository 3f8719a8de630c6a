// How the reading of a value ends when it is no such value.
import type { Key } from './keys.ts'

/** Stop at the value of a key, or at one text of its list, with a fatal message. */
export type StopKey = (key: Key, reason: string, text?: string) => never
