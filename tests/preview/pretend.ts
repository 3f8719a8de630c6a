// Pages that are made of a text without any typesetting, for tests of what lies around them: each line is a page, and
// `!reason` is what stops a build.
import { readFileSync } from 'node:fs'
import type { Made, Making } from '../../src/preview.ts'

/** @param path of the text */
export function pretend(path: string): Making {
  return async () => {
    let text = ''
    try {
      text = readFileSync(path, 'utf8')
    } catch {
      return { reason: 'It is not there' }
    }
    if (text.startsWith('!')) return { reason: text.slice(1), line: 1, column: 1 }
    return madeOf(text)
  }
}

function madeOf(text: string): Made {
  const lines = text.split('\n').filter(Boolean)
  return {
    title: lines[0] ?? '',
    width: 4195,
    height: 5953,
    pages: lines.map((line, index) => ({
      html: `<section class="pg" data-ref="p${index + 1}">${line}</section>`,
      side: index % 2 === 0 ? 'recto' : 'verso',
      label: String(index + 1)
    })),
    css: '',
    faces: [],
    pictures: new Map([
      ['picture-0.png', { name: 'picture-0.png', bytes: new Uint8Array(3), type: 'image/png' }]
    ]),
    findings: [],
    words: () => [],
    check: async () => []
  }
}
