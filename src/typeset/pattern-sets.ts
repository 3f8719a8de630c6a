// The languages whose words can be broken: for each, its patterns (Liang 1983, from the npm package `hyphen`), and how many
// letters must stay before and behind a break. A set is loaded when its language is asked for.

/** Marks the breaks of a word with U+00AD. */
export type MarkBreaks = (word: string, options: { minWordLength: number }) => string
/** How a language is hyphenated. */
export interface PatternSet {
  load: () => Promise<{ default: { hyphenateSync: MarkBreaks } }>
  /** Fewest letters before a break and behind it. */
  before: number
  after: number
  /** Words that are written together with an apostrophe: `l’internationale` breaks as `internationale` does. */
  elides?: true
}

/** By tag; a tag without a set of its own is looked up by its first part. */
export const PATTERN_SETS: Readonly<Record<string, PatternSet>> = {
  en: { load: () => import('hyphen/en-gb/index.js'), before: 2, after: 3 },
  'en-us': { load: () => import('hyphen/en-us/index.js'), before: 2, after: 3 },
  de: { load: () => import('hyphen/de/index.js'), before: 2, after: 2 },
  fr: { load: () => import('hyphen/fr/index.js'), before: 2, after: 3, elides: true },
  es: { load: () => import('hyphen/es/index.js'), before: 2, after: 2 },
  it: { load: () => import('hyphen/it/index.js'), before: 2, after: 2, elides: true },
  pt: { load: () => import('hyphen/pt/index.js'), before: 2, after: 3 },
  nl: { load: () => import('hyphen/nl/index.js'), before: 2, after: 2 },
  sv: { load: () => import('hyphen/sv/index.js'), before: 2, after: 2 },
  pl: { load: () => import('hyphen/pl/index.js'), before: 2, after: 2 },
  ru: { load: () => import('hyphen/ru/index.js'), before: 2, after: 2 },
  af: { load: () => import('hyphen/af/index.js'), before: 2, after: 2 },
  be: { load: () => import('hyphen/be/index.js'), before: 2, after: 2 },
  bg: { load: () => import('hyphen/bg/index.js'), before: 2, after: 2 },
  ca: { load: () => import('hyphen/ca/index.js'), before: 2, after: 2, elides: true },
  cs: { load: () => import('hyphen/cs/index.js'), before: 2, after: 3 },
  cy: { load: () => import('hyphen/cy/index.js'), before: 2, after: 3 },
  da: { load: () => import('hyphen/da/index.js'), before: 2, after: 2 },
  el: { load: () => import('hyphen/el-monoton/index.js'), before: 2, after: 2, elides: true },
  et: { load: () => import('hyphen/et/index.js'), before: 2, after: 3 },
  eu: { load: () => import('hyphen/eu/index.js'), before: 2, after: 2 },
  fi: { load: () => import('hyphen/fi/index.js'), before: 2, after: 2 },
  ga: { load: () => import('hyphen/ga/index.js'), before: 2, after: 3 },
  gl: { load: () => import('hyphen/gl/index.js'), before: 2, after: 2 },
  hr: { load: () => import('hyphen/hr/index.js'), before: 2, after: 2 },
  hu: { load: () => import('hyphen/hu/index.js'), before: 2, after: 2 },
  is: { load: () => import('hyphen/is/index.js'), before: 2, after: 2 },
  la: { load: () => import('hyphen/la/index.js'), before: 2, after: 2 },
  lt: { load: () => import('hyphen/lt/index.js'), before: 2, after: 2 },
  lv: { load: () => import('hyphen/lv/index.js'), before: 2, after: 2 },
  nb: { load: () => import('hyphen/nb/index.js'), before: 2, after: 2 },
  nn: { load: () => import('hyphen/nn/index.js'), before: 2, after: 2 },
  no: { load: () => import('hyphen/no/index.js'), before: 2, after: 2 },
  oc: { load: () => import('hyphen/oc/index.js'), before: 2, after: 2, elides: true },
  ro: { load: () => import('hyphen/ro/index.js'), before: 2, after: 2 },
  sk: { load: () => import('hyphen/sk/index.js'), before: 2, after: 3 },
  sl: { load: () => import('hyphen/sl/index.js'), before: 2, after: 2 },
  sr: { load: () => import('hyphen/sr/index.js'), before: 2, after: 2 },
  tr: { load: () => import('hyphen/tr/index.js'), before: 2, after: 2 },
  uk: { load: () => import('hyphen/uk/index.js'), before: 2, after: 2 }
}
