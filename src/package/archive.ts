// The ZIP container of an EPUB, the same bytes for the same files: `mimetype` first and stored, then the rest sorted, with
// one time for all and no entries for folders. https://www.w3.org/TR/epub-33/#sec-zip-container-mime
import JSZip from 'jszip'

const FIRST = ['mimetype', 'META-INF/container.xml', 'OEBPS/content.opf']
const MODE = 0o644

/** @param moment written as the time of every file, in UTC */
export async function archive(
  files: ReadonlyMap<string, Uint8Array>,
  moment: Date
): Promise<Uint8Array> {
  const zip = new JSZip()
  const rest = [...files.keys()].filter((d) => !FIRST.includes(d)).toSorted()
  for (const name of [...FIRST, ...rest]) {
    const bytes = files.get(name)
    if (!bytes) throw new Error(`${name} is missing from the EPUB`)
    const compression = name === 'mimetype' ? 'STORE' : 'DEFLATE'
    zip.file(name, bytes, {
      date: moment,
      createFolders: false,
      unixPermissions: MODE,
      compression
    })
  }
  return zip.generateAsync({
    type: 'uint8array',
    mimeType: 'application/epub+zip',
    compressionOptions: { level: 9 },
    platform: 'UNIX'
  })
}
