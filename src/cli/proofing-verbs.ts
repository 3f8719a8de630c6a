// The verbs that compare an edition with what it was before, with all that their help says.
import type { Verb } from './verbs.ts'

export const PROOFING: readonly Verb[] = [
  {
    name: 'proof',
    takes: '[EDITION]',
    count: [0, 1],
    does: 'See what an edit did to the pages; exit code 1 where it did anything',
    more: [
      'Compares the manuscript as it stands with the one that was approved, or else with that of the',
      'last commit. proof.html shows both, page beside page; proof.pdf is the new pages, marked.'
    ],
    options: [
      {
        name: 'against',
        value: 'WHAT',
        does: 'A build, build/handbook; a git revision, main or HEAD~2; or a PDF'
      },
      {
        name: 'fence',
        does: 'Begin every page with the words it began with; tell of what does not fit'
      },
      {
        name: 'since',
        value: 'approved',
        does: 'Exit with 0 where all pages are approved as they are; list the others'
      }
    ],
    examples: [
      'press proof',
      'press proof handbook --against HEAD~2',
      'press proof handbook --against first-proof.pdf',
      'press proof --since approved'
    ]
  },
  {
    name: 'approve',
    takes: '[EDITION]',
    count: [0, 1],
    does: 'Approve the pages of the last build, as they are',
    more: [
      'Writes approved.txt beside the manuscript, a line a page, for git to keep; a page stays approved',
      'in every build that draws it the same. Once all pages are, the text stands in approved.md.'
    ],
    options: [
      {
        name: 'pages',
        value: 'LIST',
        does: 'Such as 1-8,12 or iv, as they are numbered; all when missing'
      }
    ],
    examples: ['press approve', 'press approve handbook --pages 1-8,12']
  }
]
