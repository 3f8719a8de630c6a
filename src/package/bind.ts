// The only file that names epub-gen-memory. It fills the templates and cleans the chapters; what it cannot do is done here:
// it may fetch nothing (faces and pictures come as bytes), lose nothing (its warnings stop the build, and what came back is
// compared with what went in), and make the same bytes every time (it knows random names and the clock).
import { EPub } from 'epub-gen-memory'
import { archive } from './archive.ts'
import { claim } from './carry-past-sanitiser.ts'
import { chapterPage } from './chapter-page.ts'
import { contentOpf } from './content-opf.ts'
import { contentsNcx } from './contents-ncx.ts'
import { contentsPage } from './contents-page.ts'
import { spellOut } from './escape-xml.ts'
import { nothingLost } from './nothing-lost.ts'
import type { Sheets } from './sheets.ts'

const MARKUP = /\.(?:xhtml|opf|ncx)$/u
const NOT_VOID = /<(?!(?:br|col|hr|img|wbr)\b)([a-z][a-z0-9]*)((?:\s+[^\s="<>/]+="[^"]*")*)\/>/gu

/**
 * Bind an EPUB.
 *
 * @param refuse told what the sanitiser would take out of which page (index from 0); it must throw
 */
export async function bind(
  sheets: Sheets,
  moment: Date,
  refuse: (page: number, warning: string) => never
): Promise<Uint8Array> {
  const binder = new Binder(sheets, refuse)
  await binder.render()
  return archive(await binder.files(), moment)
}

class Binder extends EPub {
  readonly #sheets: Sheets

  constructor(sheets: Sheets, refuse: (page: number, warning: string) => never) {
    const { edition, pages, css, contentsTitle, ...press } = sheets
    const options = {
      title: edition.title,
      lang: edition.language,
      tocTitle: contentsTitle,
      css,
      chapterXHTML: chapterPage,
      contentOPF: contentOpf,
      tocXHTML: contentsPage,
      tocNCX: contentsNcx,
      press: { ...press, edition },
      verbose: (kind: 'log' | 'warn', ...words: unknown[]) => {
        const warning = words.map(String).join(' ')
        if (kind === 'warn') refuse(Number(/content\[(\d+)\]/u.exec(warning)?.[1] ?? 0), warning)
      }
    }
    super(options, pages)
    this.#sheets = sheets
    for (const [index, page] of this.content.entries()) {
      const given = pages[index]
      if (!given || !nothingLost(given.content, page.content))
        refuse(index, 'tags that are not nested as HTML nests them')
      page.content = claim(page.content.replace(NOT_VOID, '<$1$2></$1>'), given.tickets)
    }
  }

  /** The library would fetch what `<img>` names; the pictures are here already, and no other may have come in. */
  protected override async downloadAllImages(): Promise<void> {
    if (this.images.length > 0) throw new Error('a picture came in by another door')
    for (const { name, bytes } of this.#sheets.pictures)
      this.zip.file(`OEBPS/images/${name}`, bytes)
  }

  protected override async downloadAllFonts(): Promise<void> {
    for (const { filename, bytes } of this.#sheets.faces)
      this.zip.file(`OEBPS/fonts/${filename}`, bytes)
  }

  async files(): Promise<Map<string, Uint8Array>> {
    const files = new Map<string, Uint8Array>()
    for (const { name, dir } of Object.values(this.zip.files)) {
      const bytes = dir ? undefined : await this.zip.file(name)?.async('uint8array')
      if (bytes) files.set(name, MARKUP.test(name) ? respell(bytes) : bytes)
    }
    return files
  }
}

/** The templates escape quotes by number. */
function respell(bytes: Uint8Array): Uint8Array {
  return new TextEncoder().encode(spellOut(new TextDecoder().decode(bytes)))
}
