// The keys that front matter may have, in the order in which they are explained (manuscript/README.md).

export const KEYS = [
  'title',
  'subtitle',
  'part',
  'author',
  'language',
  'date',
  'publisher',
  'place',
  'rights',
  'identifier',
  'source-publication',
  'title-note',
  'end-mark',
  'pull-quotes',
  'trim',
  'bleed',
  'design',
  'cover',
  'fit',
  'hyphenation',
  'purist'
] as const

export type Key = (typeof KEYS)[number]
