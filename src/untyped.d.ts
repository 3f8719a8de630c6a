// What packages without types of their own give us; only what we use.
declare module 'subset-font' {
  /** A font with no more glyphs than the text needs (HarfBuzz hb-subset). */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: 'sfnt' }
  ): Promise<Buffer>
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
