// Letters that the text type has no drawing for: another face stands in for them, or an empty box (promise P8). Each
// letter is told once, at its first place. Code is set in another type and is not looked at.
//
//     a checkmark: ✓
import { nameOf, quote } from './findings.ts'
import type { Finding } from './findings.ts'
import type { Prose } from './prose.ts'

/** Where the roman of the text type is kept: the one face that every edition uses. */
export const TEXT_FACE =
  'node_modules/@expo-google-fonts/eb-garamond/400Regular/EBGaramond_400Regular.ttf'
const DRAWN = /[^\s\p{Cc}\p{Cf}\p{Cs}\p{Co}\uFFFC\uFFFD]/gu

/** @param known the code points that the face has */
export function lettersInFont(known: ReadonlySet<number>) {
  return function* rule({ blocks }: Prose): Generator<Finding> {
    const told = new Set<string>()
    for (const { text, spotAt } of blocks)
      for (const { 0: letter, index } of text.matchAll(DRAWN)) {
        if (known.has(letter.codePointAt(0) ?? 0) || told.has(letter)) continue
        told.add(letter)
        yield {
          place: spotAt(index),
          reason: `Unexpected ${quote(letter)} (${nameOf(letter)}), expected a letter that EB Garamond has`
        }
      }
  }
}
