// The one table of taste: what looks better than what, as numbers. Costs are compared with each other only; lengths are in
// ems of the type unless they say otherwise. What a page measures is the design's (styles/designs/), not in here.

/** Lines: what a compositor tries to keep even. `x` is the change of a line's word spaces as a share of the natural one, `v`
 * the use of its glyph stretch and tracking, from -1 to 1. A cost of 1 is hardly seen, 10 is a hyphen, 100 is a fault. */
export const LINES = {
  /** Most horizontal stretch of glyphs, as a share of 1, and most tracking, in ems: less than a reader can see. */
  stretch: 0.02,
  tracking: 0.006,
  /** Word spaces, as a share of the natural one more or less: beyond these no line goes unless nothing else fits. */
  tightest: -0.27,
  loosest: 0.49,
  /** Where nothing else fits, or there would be a runt or a ladder: tried in this order. Beyond `widest` a line stays short. */
  tighter: -0.33,
  looser: 1,
  /** The loosest line of a purist, whose glyphs do not give. */
  puristLoosest: 1,
  /** Part of a hyphen's cost that counts for a purist, who has nothing else to even his spaces with. */
  puristHyphen: 0.2,
  puristTightFrom: -0.06,
  widest: 3,
  /** Times x², and times v²: what sharing a misfit goes by, so that word spaces stay even. */
  spaceCost: 80,
  glyphCost: 0.6,
  /** Part of the glyph cost that counts against a line. */
  glyphSeen: 0.5,
  /** A line tighter than this share costs so much more, times the square of what is beyond. */
  tightFrom: -0.15,
  tightCost: 900,
  /** A line looser than this share: at once, and times what is beyond. */
  looseFrom: 0.43,
  looseCost: 50,
  looserCost: 400,
  /** Times the square of the difference of x, and of v, between a line and the next. */
  contrastCost: 12,
  glyphContrastCost: 0.15,
  /** Line ends. */
  hyphenCost: 26,
  compoundCost: 18,
  dashCost: 6,
  insideCost: 12,
  capitalCost: 2,
  /** Times the cost of a hyphen in a note. */
  noteHyphen: 5,
  /** Two hyphens in a row, and each more than two; so many are a fault. */
  ladderCost: 6,
  longLadderCost: 1000,
  ladder: 3,
  /** A hyphen before the last line of a paragraph; a last line that is the end of a word and no more. */
  lastHyphenCost: 15,
  fragmentCost: 300,
  /** A last line shorter than this, in ems, in the text and in a note; and one that is merely short. */
  runt: 3.3,
  noteRuntCost: 45,
  runtCost: 400,
  short: 6,
  shortCost: 1,
  /** Gaps that lie under each other in so many lines are a river; those narrower than this, in ems, are no part of one. */
  river: 4,
  riverGap: 0.2,
  riverCost: 120,
  riverTries: 8,
  /** Ragged setting: times the square of the room left, as a share of the measure; and for each line. */
  ragCost: 400,
  ragLineCost: 1,
  /** A ragged line that leaves more than this share empty looks like an end: it costs so much more. */
  ragShort: 0.2,
  ragShortCost: 40,
  /** A ragged line that leaves more than this share of its measure empty is taken only where nothing else fits. */
  ragEmptiest: 0.4,
  /** A break inside a word that does not fit, and a line wider than its measure. */
  forcedCost: 20_000,
  overfullCost: 100_000,
  /** A setting one line shorter or longer may cost so much more than the best; and what it costs more with wider limits. */
  variantMost: 300,
  relaxedCost: 12
} as const

/** Variants of a paragraph that only wider limits allow: how many lines shorter or longer than the best, of how many lines
 * at least, how tight and how loose, and what they may cost more than the best. */
export const REACH = { lines: 1, fewest: 3, tightest: -0.3, loosest: 0.49, most: 300 } as const

/** The same on a page with a correction that must not run over. */
export const FENCED = { lines: 2, fewest: 2, tightest: -0.33, loosest: 0.49, most: 1200 } as const

/** Pages: what a maker-up tries to keep full. Below 100: what a reader does not see; from 400: what has to be told. */
export const PAGES = {
  /** Each setting of a paragraph or note costs this times its own cost; each extra space above a heading or quotation. */
  setting: 1,
  elastic: 2,
  /** A heading that opens a page and stands a line lower than others do. */
  sink: 600,
  /** All of the stretch between text and notes, between notes, and of the notes' leading, when it is taken. */
  gapStretch: 3,
  noteSpace: 6,
  noteLeading: 9,
  /** Gaps that are tried for a whole text, in leadings more than the design's, and what each of them costs. */
  gaps: [0, 0.25, 0.5, 0.75],
  gap: 60,
  /** A page without notes that ends half a line above its foot. */
  halfLine: 400,
  /** A page that is short by more than may be, and each further line that it lacks. */
  short: 1500,
  shortLine: 500,
  /** Each page of an opening of which both are one line short: two of them cost no more than one that is ragged. */
  shortOpening: 1000,
  /** A note that goes on overleaf, and one that would have had room below its call; a page of notes alone; a part of a note that is one line; a note begun late. */
  noteContinued: 400,
  noteNeedless: 1600,
  notesAlone: 300,
  noteLine: 600,
  noteLate: 100_000,
  /** Lines that are parted from their paragraph, a heading from its text, a block that was to stay whole. */
  widow: 2000,
  orphan: 2000,
  stranded: 2500,
  broken: 200,
  /** A hyphen at the end of a column, of a verso and of a recto, where the leaf is turned. */
  hyphenColumn: 30,
  hyphenPage: 1200,
  hyphenLeaf: 1600,
  /** A last page of fewer lines than these. */
  lastLines: 4,
  lastShort: 150,
  /** What stands out of its frame. */
  overflow: 6000,
  /** Findings that cost as much are faults: where there are any, up to so many, the whole text is tried with other gaps, and
   * with pages that are a line or two shallower, if they keep so many lines for each. A long text has always some. */
  fault: 1000,
  faults: 4,
  shallower: [1, 2],
  linesForOne: 12,
  /** How far the search goes: lines short that are tried before all is, ends kept of a page, starts kept for the next. */
  window: 5,
  ends: 24,
  beam: 100,
  /** Starts that cost more than the cheapest by `slack` are kept up to `lean` only. */
  slack: 1300,
  lean: 24,
  /** Page counts beyond the cheapest that are followed up. */
  counts: 3
} as const

/** Copyfitting: what an editor would do first to come out at a number of pages, and how far it may go. */
export const COPYFIT = {
  /** Lines that a page may be deeper or shallower than the design's; tenths of a point more or less in note leading. */
  depth: 2,
  noteLeading: 5,
  /** Each of these lines, and each of these tenths. */
  line: 300,
  tenth: 350,
  /** Cost above the best plan of the same depth beyond which looseness would be seen, for each page. */
  looseness: 40,
  /** Up to here a number of pages is one that the total is to be a multiple of. */
  multiples: 8
} as const

/** How far a mark at the edge of a line hangs out of it, in ems. */
export const HANG: Readonly<Record<'left' | 'right', Readonly<Record<string, number>>>> = {
  left: { '“': 0.13, '‘': 0.1, '(': 0.03 },
  right: {
    '-': 0.15,
    '‐': 0.15,
    '.': 0.13,
    ',': 0.13,
    ':': 0.08,
    ';': 0.08,
    '”': 0.12,
    '’': 0.12,
    '–': 0.1,
    '!': 0.04,
    '?': 0.03,
    ')': 0.03
  }
}

/** Letters smaller than their line, as shares of its size. */
export const SMALL = {
  /** Superiors and inferiors of faces that have none of their own; how far they are raised or lowered, in ems. */
  superior: 0.65,
  raise: 0.34,
  lower: 0.14,
  /** `<small>`. */
  small: 0.85
} as const

/** Least room between a label and what it stands before, in ems, and room to spare in its own, in tenths of a point. */
export const LABEL = { gap: 0.4, slack: 1 } as const

/** A picture takes at most this share of the depth of a page; one that does not say how high it is gets this share of its
 * width. */
export const PICTURE = { depth: 0.65, ratio: 2 / 3 } as const

/** Tables: room at the sides of a cell in ems, above and below its lines as a share of their leading, and the thickness of
 * rules in tenths of a point. Columns are no narrower than so many ems where their words want more, and a head that is higher
 * than this share of a page is not repeated. */
export const TABLE = { padding: 0.6, above: 0.17, rule: 4, narrowest: 3, head: 0.3 } as const

/** Contents: room for a folio of three figures and between it and the entry, and the indent of an entry's second line, in
 * ems. */
export const CONTENTS = { widest: '000', gap: 1.5, turnover: 1 } as const

/** The rule above the notes stands this share of the least space between text and notes above the first of them. */
export const NOTE_RULE = 0.45

/** Room that the mark at the end of the text takes, in ems. */
export const END_MARK = { width: 0.9 } as const

/** Room between a drop cap and its lines, in ems of the text. */
export const DROP_CAP = { gap: 0.16 } as const

/** What is told: word spaces wider than so many times their width, last lines shorter than so many ems. */
export const FINDINGS = { loosest: 1.5, looseCost: 400, runt: 3, runtCost: 200 } as const

/** What stands behind a note that goes on overleaf, the gap before it and the room it may take, in ems of the note. */
export const NOTE_MARK = { letter: '→', gap: 0.3, room: 2 } as const
