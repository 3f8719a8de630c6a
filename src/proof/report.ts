// A proof and its pages in, the report out: one file that any browser opens from a disk, that asks for nothing, and that
// can be read and printed without its script.
import { createHash } from 'node:crypto'
import type { Element, Root } from 'hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { readOwn } from '../assets.ts'
import type { Proof } from '../proof.ts'
import { pageNames } from './page-names.ts'
import type { ProofQuery } from './proof-query.ts'
import { ebookTable } from './report/e-book.ts'
import type { EbookChapter } from './report/e-book.ts'
import { editsTable } from './report/edits-table.ts'
import { element } from './report/element.ts'
import { faultsTable, factSection, movesTable, queriesTable, sheetsSaid } from './report/facts.ts'
import { pageMap } from './report/page-map.ts'
import { pagePairs } from './report/page-pairs.ts'
import type { PagesOfProof } from './report/page-pairs.ts'
import { stepThrough } from './report/step-through.ts'
import { helpDialog, toolbar } from './report/toolbar.ts'
import { sayUnseen } from './say-unseen.ts'

/** Of an old PDF. */
const UNKNOWN = 'Not known: only the words were compared.'

/** What a report shows of both editions beside the proof. */
export interface ReportParts {
  /** The manuscripts as text. */
  texts: { old: string; new: string }
  /** The pages as print writes them for a screen. */
  pages: PagesOfProof
  /** Rules for these pages, their fonts among them. */
  css: string
  chapters: { old: readonly EbookChapter[]; new: readonly EbookChapter[] }
  queries?: readonly ProofQuery[]
}

/** The report on a proof: `proof.html`. */
export async function writeReport(proof: Proof, parts: ReportParts): Promise<VFile> {
  const script = `(${stepThrough.toString()})()`
  const sheet = Buffer.from(await readOwn('styles/proof.css')).toString('utf8')
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      element('html', { lang: 'en' }, [
        element('head', {}, headOf(proof, `${parts.css}\n${sheet}`, script)),
        element('body', {}, [...bodyOf(proof, parts), element('script', {}, raw(script))])
      ])
    ]
  }
  const html = unified().use(rehypeStringify, { allowDangerousHtml: true }).stringify(tree)
  return new VFile({ path: 'proof.html', value: `${html}\n` })
}

function headOf({ title }: Proof, sheet: string, script: string): Element[] {
  const hash = createHash('sha256').update(script).digest('base64')
  const policy = `default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  return [
    element('meta', { charSet: 'utf-8' }),
    element('meta', { httpEquiv: ['Content-Security-Policy'], content: policy }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('title', {}, sayUnseen(`Proof: ${title}`)),
    element('style', {}, raw(sheet))
  ]
}

function bodyOf(proof: Proof, parts: ReportParts): Element[] {
  const names = pageNames(proof)
  const { queries = [], texts, pages, chapters } = parts
  const sections = [
    factSection(
      'moves',
      'Moved to another page',
      proof.exact ? 'Nothing stands on another page.' : UNKNOWN,
      movesTable(proof)
    ),
    factSection(
      'faults',
      'New faults',
      proof.exact ? 'No new fault.' : UNKNOWN,
      faultsTable(proof)
    ),
    factSection('sheets', 'At the printer', '', sheetsSaid(proof)),
    factSection('queries', 'Open queries', 'No open query.', queriesTable(queries, names)),
    factSection(
      'e-book',
      'In the e-book',
      'The e-book says what it said.',
      ebookTable(proof.edits, chapters)
    )
  ]
  return [
    element('a', { className: ['skip'], href: '#pages' }, 'To the pages'),
    headerOf(proof),
    element('main', {}, [
      factSection(
        'edits',
        'Edits',
        'No edit.',
        proof.edits.length > 0 ? [editsTable(proof, names, texts)] : []
      ),
      element('section', { id: 'pages', ariaLabelledBy: ['pages-name'] }, [
        element('h2', { id: 'pages-name' }, 'Pages'),
        toolbar(proof.edits.length),
        pageMap(proof),
        element('div', { className: ['pairs'] }, pagePairs(proof, queries, pages))
      ]),
      ...sections
    ]),
    helpDialog()
  ]
}

function headerOf({ title, against, exact, verdict, language }: Proof): Element {
  const links = [
    ['edits', 'Edits'],
    ['pages', 'Pages'],
    ['moves', 'Moved'],
    ['faults', 'New faults'],
    ['sheets', 'Printer'],
    ['queries', 'Queries'],
    ['e-book', 'E-book']
  ] as const
  return element('header', {}, [
    element('p', { className: ['over'] }, 'Proof'),
    element('h1', { lang: language, dir: 'auto' }, title),
    element('p', { className: ['against'] }, `compared with ${against}`),
    element('p', { className: ['verdict'] }, verdict),
    exact
      ? undefined
      : element(
          'p',
          { className: ['warning'] },
          'Less certain: of the old pages only the words are known, not how they were set.'
        ),
    element(
      'nav',
      { className: ['parts'], ariaLabel: 'Parts of the report' },
      element(
        'ul',
        {},
        ...links.map(([id, d]) => element('li', {}, element('a', { href: `#${id}` }, d)))
      )
    )
  ])
}

/** Text of ours that is no text for people: it is not escaped. */
function raw(value: string) {
  return { type: 'raw', value } as const
}
