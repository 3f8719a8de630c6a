// Cases of typesetting: tests/typeset/cases/<what-the-text-does>/in.md, without a browser. `pages.txt` says where each line
// stands; `front.txt`, where one lies there, says it of the pages before and after the text.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { VFile } from 'vfile'
import { readManuscript } from '../../src/assets.ts'
import { compose } from '../../src/compose.ts'
import type { ComposedPage, PlacedLine, SetBlock } from '../../src/composition.ts'
import { typeset } from '../../src/typeset.ts'
import { casesOf, messagesOf } from '../cases.ts'
import { composedText } from './cases/composed-text.ts'

const TEXT = /^text$/u
const FRONT = /^(?!text$)/u
/** Letters reach at most so far above and below the middle of their line, in ems, and still do not touch the next. */
const REACH = 0.3

test.each(casesOf('typeset/cases'))('$name', async ({ folder }) => {
  const file = await readManuscript(join(folder, 'in.md'))
  const failure = await compose(file)
    .then((d) => typeset(d))
    .then(
      () => undefined,
      (error: unknown) => error
    )
  await expect(messagesOf(file, failure)).toMatchFileSnapshot(join(folder, 'messages.txt'))
  if (failure !== undefined) return
  const { pages, width, height } = compositionOf(file)
  await expect(composedText(pages, TEXT)).toMatchFileSnapshot(join(folder, 'pages.txt'))
  const front = join(folder, 'front.txt')
  if (existsSync(front)) await expect(composedText(pages, FRONT)).toMatchFileSnapshot(front)
  for (const page of pages) {
    expect(faultsOf(page, width, height)).toEqual([])
  }
})

function compositionOf(file: VFile) {
  const { composition } = file.data
  if (!composition) throw new Error('typeset sets the composition')
  return composition
}

interface Box {
  text: string
  left: number
  right: number
  top: number
  bottom: number
}

/** Lines that lie outside the page, and lines that lie over each other. */
function faultsOf(page: ComposedPage, width: number, height: number): string[] {
  const blocks = [...page.furniture, ...page.blocks, ...page.notes.flatMap((d) => d.blocks)]
  const boxes = blocks.flatMap((block) => block.lines.map((d) => boxOf(d, block)))
  const outside = boxes.filter((d) => d.left < 0 || d.right > width || d.bottom > height)
  const over = boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => touches(a, b))
      .map((b) => `${a.text} / ${b.text}`)
  )
  return [...outside.map((d) => d.text), ...over]
}

function boxOf({ line, top, leading }: PlacedLine, { left }: SetBlock): Box {
  const text = line.pieces.map((d) => d.text).join('')
  const size = Math.max(0, ...line.pieces.map((d) => d.run.style.size))
  const middle = top + leading / 2
  const start = left + line.left
  return {
    text,
    left: start,
    right: start + line.width,
    top: middle - REACH * size,
    bottom: middle + REACH * size
  }
}

function touches(a: Box, b: Box): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  return across > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1
}
