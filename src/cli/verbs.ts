// The verbs of the press, in the order of a text's way, with all that their help says. A verb, an option or an example
// more is one entry more.

/** An option of a verb. */
export interface Option {
  /** Without the two hyphens. */
  name: string
  /** What its value is, in capitals; an option without one is on or off. */
  value?: string
  /** What it does, as a line of the help. */
  does: string
}

/** One thing that the press can be asked to do. */
export interface Verb {
  name: string
  /** What it takes, as a line of the help. */
  takes: string
  /** Fewest and most arguments. */
  count: readonly [number, number]
  /** What it does, as a line of the help. */
  does: string
  /** What else there is to know. */
  more: readonly string[]
  options: readonly Option[]
  examples: readonly string[]
}

/** What every verb understands. */
export const EVERYWHERE: readonly Option[] = [
  { name: 'quiet', does: 'Say nothing but what needs an answer' },
  { name: 'json', does: 'Say everything as lines of JSON' },
  { name: 'strict', does: 'End with exit code 1 when there are queries' },
  { name: 'debug', does: 'Show where in the code a defect of the press lies' },
  { name: 'help', does: 'Show this help, or that of a verb' },
  { name: 'version', does: 'Show the version' }
]

/** What is announced and not there yet. */
export const COMING: readonly string[] = ['proof', 'preview', 'approve']

export const VERBS: readonly Verb[] = [
  {
    name: 'import',
    takes: 'SOURCE',
    count: [1, 1],
    does: 'Make a clean manuscript of a rough text',
    more: [
      'SOURCE is a text as it was received: scanned, copied or typed. It is not changed.',
      'What was repaired and what is doubtful stands in ledger.txt beside the manuscript.',
      'Imported again, into the same folder, an edited manuscript is merged, never written over.'
    ],
    options: [
      {
        name: 'into',
        value: 'FOLDER',
        does: 'Folder of the edition; manuscript/<title> when missing'
      },
      {
        name: 'undo',
        does: 'Give back the text as received, of the EDITION named; --into names the file'
      }
    ],
    examples: [
      'press import scan.txt',
      'press import scan.txt --into manuscript/swans',
      'press import --undo swans --into scan-again.txt'
    ]
  },
  {
    name: 'build',
    takes: '[EDITION]',
    count: [0, 1],
    does: 'Make the pamphlet, the booklet and the e-book of an edition',
    more: [
      'EDITION is its name, its folder or its manuscript.md; `handbook` when missing.',
      'Files go to build/<name>/, all of them or none.'
    ],
    options: [
      {
        name: 'source',
        value: 'FILE',
        does: 'Import this rough text first, and build what came of it'
      },
      {
        name: 'fit',
        value: 'PAGES',
        does: 'Number of pages from 9 on, a multiple up to 8; that of the manuscript when missing'
      },
      { name: 'pdfx', value: '4|1a', does: 'Standard of print.pdf; PDF/X-4 when missing' },
      { name: 'kepub', does: 'Make the e-book once more, for Kobo’s own reading programme' }
    ],
    examples: ['press build', 'press build handbook --fit 32', 'press build --source scan.txt']
  },
  {
    name: 'impose',
    takes: 'FILE.pdf',
    count: [1, 1],
    does: 'Make a booklet to fold and staple from any PDF',
    more: ['Print it on both sides, turned over the short edge, and fold the sheets together.'],
    options: [
      { name: 'sheet', value: 'SIZE', does: 'Size of the paper, a4 or letter; a4 when missing' },
      {
        name: 'into',
        value: 'FILE',
        does: 'The booklet; <name>-booklet.pdf beside the PDF when missing'
      }
    ],
    examples: ['press impose zine.pdf', 'press impose zine.pdf --sheet letter']
  },
  {
    name: 'check',
    takes: '[EDITION|FILE]',
    count: [0, 1],
    does: 'Look over a manuscript, a PDF or an e-book, and change nothing',
    more: ['The manuscript of the edition `handbook` when nothing is named.'],
    options: [
      {
        name: 'profile',
        value: 'NAME',
        does: 'Who prints a PDF: generic-x4, saddle-short-run, kdp or home'
      }
    ],
    examples: [
      'press check',
      'press check build/handbook/read.pdf',
      'press check build/handbook/print.pdf --profile saddle-short-run'
    ]
  },
  {
    name: 'doctor',
    takes: '',
    count: [0, 0],
    does: 'See whether everything is there that the press needs',
    more: [],
    options: [],
    examples: ['press doctor']
  }
]
