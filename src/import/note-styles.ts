// How rough texts mark their notes: the marker at the head of a note (`<sup>7</sup>`, `[7]`, `(7)`, `7.`, `⁷`) and the call in
// the text (the same, or a bare number at the end of a word, where a scan has lost that it was raised).

/** The number of a marker or call, on the line and without leading noughts: `⁰⁷` → `7`. */
export function plainNumber(digits: string): string {
  return digits.normalize('NFKC').replace(/^0+(?=\d)/u, '')
}

/** Opens a note wherever it stands. */
export const SUPERSCRIPT_MARKER =
  /^(?:<sup\b[^<>]{0,99}>)(?:<a\b[^<>]{0,199}>)?\s*[[(]?(\d{1,5})[\])]?[.)]?\s*(?:<\/a>)?\s*<\/sup>[.:]?\s*/iu

/** Open a note only where the numbers count as those of notes do. */
export const OTHER_MARKERS: readonly RegExp[] = [
  /^\\?\[(\d{1,5})\\?\][.:]?\s+/u,
  /^([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})\s*/u,
  /^\\?\((\d{1,5})\\?\)[.:]?\s+/u,
  /^\^(\d{1,5})\^?\s*/u
]

/** Open a note only under a heading such as «Notes». */
export const LISTED_MARKERS: readonly RegExp[] = [
  /^(\d{1,5})\\?[.)]\s+/u,
  /^(\d{1,5})[:–—-]?\s+(?=["“‘'*_[(]*\p{Lu}|["“‘'*_[(]+\p{L})/u
]

export const SUPERSCRIPT_CALL =
  /[ \t]?<sup\b[^<>]{0,99}>(?:<a\b[^<>]{0,199}>)?\s*[[(]?(\d{1,5}(?:\s*,\s*\d{1,5})*)[\])]?\s*(?:<\/a>)?\s*<\/sup>/giu

/** Calls, the surest first; the last two are calls only in their turn. */
export const OTHER_CALLS: readonly RegExp[] = [
  /(?<=[\p{L}\p{P}])([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})/gu,
  /(?<=[\p{L}\p{N}\p{P}])[ \t]?\\?\[(\d{1,5}(?:\s*,\s*\d{1,5})*)\\?\](?![([:])/gu,
  /(?<=[\p{L}\p{P}])\\?\((\d{1,5})\\?\)(?![\p{L}\p{N}])/gu,
  /(?<=[\p{L}.,;:!?…”"’')])\^(\d{1,5})\^?(?![\p{L}\p{N}])/gu,
  /(?<=[\p{L}\p{N}\p{P}])[ \t]\\?\((\d{1,5})\\?\)(?![\p{L}\p{N}])/gu,
  /(?<=\p{L}{2}|[.,;:!?”"’'\])])(\d{1,3})(?=[\s.,;:!?)]|$)/gu
]
