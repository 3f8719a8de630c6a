// What packages without types of their own give us; only what we use.
declare module 'subset-font' {
  interface Options {
    targetFormat: 'sfnt'
    /** OpenType features to keep, by their tags; all when missing. */
    keepFeatures?: readonly string[]
    /** Entries of the name table to keep, by their numbers. */
    preserveNameIds?: readonly number[]
    noHinting?: boolean
  }
  /** A font with no more glyphs than the text needs (HarfBuzz hb-subset). */
  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>
}

declare module 'hyphen/*' {
  const patterns: {
    /** The word with U+00AD at every place where it may break. */
    hyphenateSync(word: string, options: { minWordLength: number }): string
  }
  export default patterns
}

declare module 'pagedjs-cli' {
  /** Lays a file out and prints it; used by the benchmark alone. */
  export default class Printer {
    constructor(options: { browserEndpoint: string; allowLocal: boolean })
    pdf(address: string, options: { outlineTags: readonly string[] }): Promise<Uint8Array>
  }
}
