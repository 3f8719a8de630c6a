// The verbs of the press, in the order of a text's way, with all that their help says. A verb, an option or an example
// more is one entry more.
import { PROOFING } from './proofing-verbs.ts'

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
      { name: 'kepub', does: 'Make the e-book once more, for Kobo’s own reading programme' },
      {
        name: 'caliper',
        value: 'MM',
        does: 'Thickness of a leaf, such as 0.12 or 80gsm, for creep and spine'
      },
      { name: 'leaflet', does: 'Begin booklet.pdf with a page that shows how to put it together' },
      { name: 'fence', does: 'Begin every page with the words with which it was approved' }
    ],
    examples: ['press build', 'press build handbook --fit 32', 'press build --source scan.txt']
  },
  {
    name: 'impose',
    takes: '[FILE.pdf]',
    count: [0, 1],
    does: 'Make sheets of any PDF, to fold or cut into a booklet',
    more: [
      'saddle: sheets folded into each other and stapled. signatures: the same in lots, to sew.',
      'perfect: sheets folded one by one and glued. zine8: one sheet of eight pages, cut and folded.',
      'nup: as many pages on a side as it has room for, to cut into leaves.',
      'Before the first run on a printer, print --test-sheet; it tells what to give to --back-shift.',
      'Print at actual size, on both sides, turned over the edge that the result names.'
    ],
    options: [
      {
        name: 'layout',
        value: 'NAME',
        does: 'saddle, signatures, perfect, zine8 or nup; saddle when missing'
      },
      {
        name: 'sheet',
        value: 'SIZE',
        does: 'a4, a3, letter or tabloid; what suits the pages when missing'
      },
      {
        name: 'signature',
        value: 'N',
        does: 'Sheets folded into each other: signatures 4, perfect 1'
      },
      {
        name: 'caliper',
        value: 'MM',
        does: 'Thickness of a sheet, or its weight as 80gsm; moves inner pages'
      },
      {
        name: 'creep',
        value: 'MM',
        does: 'How far, all told; or sheet, preps, printplanet with --caliper'
      },
      {
        name: 'overhang',
        value: 'MM',
        does: 'How far, as measured on a folded copy that is not yet cut'
      },
      {
        name: 'marks',
        value: 'LIST',
        does: 'Of fold,crop,staple,sew,register; or none, not even a slug line'
      },
      {
        name: 'flip',
        value: 'EDGE',
        does: 'short or long: the edge over which the printer turns the paper'
      },
      { name: 'rtl', does: 'Read from right to left' },
      { name: 'one-sided', does: 'Print all fronts, then, from the pile put back, all backs' },
      {
        name: 'back-shift',
        value: 'X,Y',
        does: 'Move backs by millimetres right and up, as the test sheet says'
      },
      {
        name: 'blanks',
        value: 'WHERE',
        does: 'inside, before the last page, as for a back cover; or end'
      },
      { name: 'leaflet', does: 'Begin with a page that shows how to put this booklet together' },
      { name: 'test-sheet', does: 'Make a sheet that tries a printer out, instead of a booklet' },
      {
        name: 'into',
        value: 'FILE',
        does: 'The sheets; <name>-booklet.pdf beside the PDF when missing'
      }
    ],
    examples: [
      'press impose zine.pdf',
      'press impose novel.pdf --layout signatures --sheet a3 --caliper 80gsm',
      'press impose zine.pdf --one-sided --back-shift=-1.5,0.5',
      'press impose --test-sheet --sheet letter'
    ]
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
  ...PROOFING,
  {
    name: 'preview',
    takes: '[EDITION]',
    count: [0, 1],
    does: 'Show the pages in the browser, and show them again at each save',
    more: [
      'A click on a word opens the manuscript there: in EDITOR if that opens a line, or by a link.',
      'Only this machine is answered, and only with the address that is printed. Ctrl+C ends it.',
      'An editor can show its line: GET the address with `show?line=120` behind it.'
    ],
    options: [
      { name: 'port', value: 'N', does: 'Port of the address; one that is free when missing' },
      { name: 'no-open', does: 'Print the address, and leave the browser alone' }
    ],
    examples: ['press preview', 'press preview swans --port 8123 --no-open']
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
