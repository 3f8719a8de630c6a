// Each folder here with a `job.txt` is a case: in its first line how many pages of which size, in its second what is said to
// `press impose`. The golden `sheets.txt` tells what is printed where; positions are in millimetres from the lower left corner.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCommand } from '../../src/cli/read-command.ts'
import { impose } from '../../src/impose.ts'
import { imposeOptions } from '../../src/press/impose-options.ts'
import { casesOf, messagesOf } from '../cases.ts'
import { makePdf } from './make-pdf.ts'
import { readSheets } from './read-sheets.ts'
import type { DrawnPage, DrawnSide } from './read-sheets.ts'

const PAGES = /^(?<count>\d+) pages? of (?<width>[\d.]+) x (?<height>[\d.]+)/u

describe.each(casesOf('impose', 'job.txt'))('$name', ({ folder }) => {
  test('is imposed as the golden says', async () => {
    const [first = '', second = ''] = readFileSync(join(folder, 'job.txt'), 'utf8').split('\n')
    const { count, width, height } = PAGES.exec(first)?.groups ?? {}
    const pdf = await makePdf({ count: Number(count), size: [Number(width), Number(height)] })
    const job = imposeOptions(
      readCommand(['impose', 'numbers.pdf', ...second.split(' ').filter(Boolean)])
    )
    const sheets = await impose(pdf, job).catch((failure: unknown) => failure)
    if (sheets instanceof Error || !(sheets instanceof Object && 'value' in sheets)) {
      await expect(messagesOf(pdf, sheets)).toMatchFileSnapshot(join(folder, 'messages.txt'))
      return
    }
    const made = sheets as Awaited<ReturnType<typeof impose>> // as looked at above
    const sides = (await readSheets(made)).map((side, i) => sideText(side, i + 1))
    const said = `${made.data.imposed}\n`
    await expect([said, ...sides].join('\n')).toMatchFileSnapshot(join(folder, 'sheets.txt'))
  })
})

function sideText(
  { height, pages, strokes, texts, trim, width }: DrawnSide,
  number: number
): string {
  const facts = [
    `== page ${number} · ${round(width)} × ${round(height)}`,
    trim && `trim ${trim.map(round).join(' ')}`,
    `${strokes.length} strokes`,
    texts.length > 0 && `text at ${texts.map((d) => d.map(round).join(' ')).join(', ')}`
  ]
  return `${[facts.filter(Boolean).join(' · '), ...pages.map(pageText)].join('\n')}\n`
}

function pageText({ page, scale, turn, x, y }: DrawnPage): string {
  const size = Math.abs(scale - 1) < 1e-6 ? '' : ` at ${(scale * 100).toFixed(1)} %`
  return `${String(page).padStart(4)} at ${round(x)} ${round(y)}${size}${turn === 0 ? '' : `, turned ${turn}°`}`
}

function round(value: number): string {
  return (Math.round(value * 100) / 100 + 0).toFixed(2)
}
