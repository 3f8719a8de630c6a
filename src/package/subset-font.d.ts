// What we use of subset-font, which brings no types.
declare module 'subset-font' {
  interface Options {
    targetFormat: 'truetype'
    /** OpenType features to keep, by their tags. */
    keepFeatures: readonly string[]
    /** Entries of the name table to keep, by their numbers. */
    preserveNameIds: readonly number[]
    noHinting: boolean
  }
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: Options
  ): Promise<Uint8Array>
}
