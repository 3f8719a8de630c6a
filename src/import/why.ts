// Why each kind of repair is made, as the ledger says it, in the order in which the ledger lists them.

/** The reason of each repair, by the name of its rule. */
export const WHY: Readonly<Record<string, string>> = {
  language: 'some repairs and queries are for English only',
  decode: 'the bytes were of another encoding; the manuscript is UTF-8',
  'drop-page-furniture': 'running heads and folios belong to the pages that are gone',
  'split-ligatures': 'ligatures are made by the font, soft hyphens by the typesetter',
  'close-spaces': 'one space is between two words; rows of them come from the page',
  'take-title': 'the title stands in the front matter',
  'take-byline': 'the author stands in the front matter',
  'take-end-mark': 'the mark belongs to the design; the stop that it stood for comes back',
  'find-headings': 'a line by itself that names what follows is a heading',
  'level-headings': 'sections are of level 2, sisters of one level, and no level is jumped',
  'unset-drop-cap': 'the style sheet sets the first letter of a section',
  'find-notes': 'a note is written `[^7]: Text.`, and numbered by the typesetter',
  'link-calls': 'a call is written `[^7]`',
  'lift-pull-quotes': 'the running text says it too; it is kept in the front matter',
  'set-block-quotations': 'a quotation set apart is marked by `>`',
  'join-lines': 'a paragraph is one line; the lines ended where the page did',
  'join-paragraphs': 'a page turn or a thing set between cut the sentence',
  'curl-quotes': 'typewriter marks become quotation marks and apostrophes',
  'set-dashes': 'hyphens that stand for a dash become one',
  'set-number-ranges': 'from one number to another is an en dash',
  'set-ellipses': 'three full stops that stand for an omission are one sign'
}
