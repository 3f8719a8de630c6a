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
