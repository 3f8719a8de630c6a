// An edition that says no more than it must.
import type { Edition } from '../../src/edition.ts'

export const EDITION: Edition = {
  title: 'Ink & paper',
  authors: [],
  language: 'en-GB',
  pullQuotes: [],
  bleed: 0,
  design: 'classic',
  hyphenation: [],
  purist: false,
  trim: { width: 148, height: 210 }
}
