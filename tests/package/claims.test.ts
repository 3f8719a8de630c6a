// Each thing that an EPUB says of its accessibility is one that the file keeps; nothing else is claimed.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readManuscript } from '../../src/assets.ts'
import { compose } from '../../src/compose.ts'
import { typeset } from '../../src/typeset.ts'
import { bindEpub } from './make-epub.ts'
import { casesOf } from '../cases.ts'

type Files = ReadonlyMap<string, string>

/** For each feature that may be claimed, whether a file keeps it. */
const KEPT: Readonly<Record<string, (files: Files) => boolean>> = {
  alternativeText: (files) => imagesOf(files).every((d) => / alt="[^"]+"/u.test(d)),
  displayTransformability: (files) =>
    !/[^-]color:(?! inherit)|background|\d(?:px|pt|mm|cm)(?!.*solid)|!important/u.test(
      (files.get('OEBPS/style.css') ?? '')
        .replace(/\/\*[^]*?\*\//gu, '')
        .replaceAll('1px solid', '')
    ) && chaptersOf(files).every((d) => !/ style="/u.test(d)),
  pageBreakMarkers: (files) => markersOf(files).length > 0,
  pageNavigation: (files) => {
    const [, list = ''] = (files.get('OEBPS/toc.xhtml') ?? '').split('epub:type="page-list"')
    const places = [...list.matchAll(/href="([^"#]+)#([^"]+)"/gu)]
    return (
      places.length === markersOf(files).length &&
      places.every(([, file, id]) => files.get(`OEBPS/${file}`)?.includes(` id="${id}"`))
    )
  },
  readingOrder: (files) => {
    const spine = /<spine[^]*<\/spine>/u.exec(files.get('OEBPS/content.opf') ?? '')?.[0] ?? ''
    return spine.split('<itemref').length - 1 === chaptersOf(files).length
  },
  structuralNavigation: (files) =>
    chaptersOf(files).every((d) => {
      const levels = [...d.matchAll(/<h([1-6])\b/gu)].map((found) => Number(found[1]))
      return levels.every((level, index) => level <= (levels[index - 1] ?? level) + 1)
    }),
  tableOfContents: (files) =>
    /<nav epub:type="toc"[^]*<li><a /u.test(files.get('OEBPS/toc.xhtml') ?? ''),
  unlocked: (files) => !files.has('META-INF/encryption.xml')
}

const cases = [
  ...casesOf('package').map((d) => join(d.folder, 'in.md')),
  'manuscript/handbook/manuscript.md'
]

test.each(cases)('%s', async (path) => {
  const { files } = await bindEpub(await typeset(await compose(await readManuscript(path))))
  const opf = files.get('OEBPS/content.opf') ?? ''
  const said = (name: string) =>
    [...opf.matchAll(new RegExp(`"schema:${name}"[^>]*>([^<]*)<`, 'gu'))].map((d) => d[1] ?? '')
  const broken = said('accessibilityFeature').filter((d) => KEPT[d]?.(files) !== true)
  expect(broken).toEqual([])
  const pictures = imagesOf(files).length > 0
  expect(said('accessMode').includes('visual')).toBe(pictures)
  expect(said('accessibilityFeature').includes('alternativeText')).toBe(
    pictures && KEPT.alternativeText?.(files)
  )
  expect(said('accessibilityHazard')).toHaveLength(1)
  const [summary = ''] = said('accessibilitySummary')
  expect(summary.includes('notes')).toBe(/doc-noteref/u.test(chaptersOf(files).join('')))
  expect(summary.includes('no pictures')).toBe(!pictures)
  expect(opf).not.toMatch(/conformsTo|certifiedBy|WCAG/u)
})

test('the style sheet is one that a reader of 2013 can parse, and without type or colour of its own', () => {
  const css = readFileSync('styles/epub.css', 'utf8').replace(/\/\*[^]*?\*\//gu, '')
  expect(css).not.toMatch(/\b(?:min|max|clamp|var|calc|env)\(|--[a-z]|@supports|@container|@layer/u)
  expect(css).not.toMatch(
    /:(?:is|where|has)\(|display\s*:\s*(?:grid|flex)|font-size\s*:\s*[\d.]+(?:px|pt)/u
  )
  expect(css).not.toMatch(/(?<![-\w])(?:background-)?color\s*:(?!\s*inherit)/u)
})

function chaptersOf(files: Files): string[] {
  return [...files].filter(([name]) => name.endsWith('.xhtml')).map(([, text]) => text)
}

function imagesOf(files: Files): string[] {
  return chaptersOf(files).flatMap((d) => d.match(/<img\b[^>]*>/gu) ?? [])
}

function markersOf(files: Files): string[] {
  return chaptersOf(files).flatMap((d) => d.match(/role="doc-pagebreak"/gu) ?? [])
}
