// What an edition says of itself in, an XMP packet out (ISO 16684-1): the record that libraries and search machines read
// when they do not read PDF. It does not claim PDF/UA: only an independent checker may say that.
import { createHash } from 'node:crypto'
import type { Edition } from '../edition.ts'

/** What a print shop may ask for. */
export type Standard = 'PDF/X-4' | 'PDF/X-1a:2003'

/** Names that a PDF's own record and its packet must give alike, and the standard that the file keeps to. */
export interface Made {
  producer: string
  moment: Date
  standard?: Standard | undefined
}

const MEDIA = 'http://ns.adobe.com/xap/1.0/mm/'
const UNSAFE = /[&<>"]/gu
const SAFE: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;']
])

/** The packet, read-only, as a whole file. */
export function xmp(edition: Edition, { producer, moment, standard }: Made): string {
  const date = `${moment.toISOString().slice(0, 19)}Z`
  const { authors, language, publisher, rights, title } = edition
  const properties = [
    '<dc:format>application/pdf</dc:format>',
    `<dc:title>${alternatives(title)}</dc:title>`,
    authors.length > 0 ? `<dc:creator>${list('Seq', authors)}</dc:creator>` : '',
    `<dc:language>${list('Bag', [language])}</dc:language>`,
    publisher === undefined ? '' : `<dc:publisher>${list('Bag', [publisher])}</dc:publisher>`,
    rights === undefined ? '' : `<dc:rights>${alternatives(rights)}</dc:rights>`,
    `<xmp:CreateDate>${date}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${date}</xmp:ModifyDate>`,
    `<xmp:MetadataDate>${date}</xmp:MetadataDate>`,
    `<pdf:Producer>${escape(producer)}</pdf:Producer>`,
    ...(standard ? forPress(standard, `${title} ${date}`) : [])
  ]
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
${properties.filter(Boolean).join('\n')}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

/** What a print shop's file must say of itself (ISO 15930-7:2010, 6.3 and 6.4): the standard, and which version it is. */
function forPress(standard: string, of: string): string[] {
  const id = `uuid:${createHash('sha256').update(of).digest('hex').slice(0, 32)}`
  return [
    '<pdf:Trapped>False</pdf:Trapped>',
    `<pdfxid:GTS_PDFXVersion xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">${standard}</pdfxid:GTS_PDFXVersion>`,
    `<xmpMM:DocumentID xmlns:xmpMM="${MEDIA}">${id}</xmpMM:DocumentID>`,
    `<xmpMM:VersionID xmlns:xmpMM="${MEDIA}">1</xmpMM:VersionID>`,
    `<xmpMM:RenditionClass xmlns:xmpMM="${MEDIA}">default</xmpMM:RenditionClass>`
  ]
}

function alternatives(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escape(text)}</rdf:li></rdf:Alt>`
}

function list(kind: 'Seq' | 'Bag', items: readonly string[]): string {
  const all = items.map((d) => `<rdf:li>${escape(d)}</rdf:li>`)
  return `<rdf:${kind}>${all.join('')}</rdf:${kind}>`
}

function escape(text: string): string {
  return text.replace(UNSAFE, (d) => SAFE.get(d) ?? d)
}
