// The twin of an EPUB for Kobo's own reading programme, which is chosen by the file's name, `….kepub.epub`, and knows a call
// of a note by the type `endnote` alone: https://github.com/kobolabs/epub-spec#footnotesendnotes-are-fully-supported-across-kobo-platforms
import JSZip from 'jszip'
import { archive } from './archive.ts'

const CALL = / epub:type="noteref"/gu
const CALLS_BOTH = ' epub:type="noteref endnote"'

/** @param moment written as the time of every file */
export async function kepub(epub: Uint8Array, moment: Date): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(epub)
  const files = new Map<string, Uint8Array>()
  for (const [name, entry] of Object.entries(zip.files)) {
    const bytes = await entry.async('uint8array')
    files.set(name, name.endsWith('.xhtml') ? called(bytes) : bytes)
  }
  return archive(files, moment)
}

function called(bytes: Uint8Array): Uint8Array {
  return new TextEncoder().encode(new TextDecoder().decode(bytes).replace(CALL, CALLS_BOTH))
}
