// Words as a PDF of ours has them in, the words of the manuscript that they are out: the one of the same letters that stands
// there. What the press says itself, such as page numbers in the contents, is none.
import type { TextWord } from '../../manuscript/words.ts'
import type { PlacedWord } from '../../places.ts'
import type { PdfWord } from './pdf-words.ts'

/** Tenths of a point in a point. */
const TENTHS = 10
/** The middle of a word is known by guess within its run: so far away it may be, in tenths of a point. */
const FAR = 400

/** Finds the word of the manuscript. */
export function wordsOnPages(
  placed: readonly PlacedWord[]
): (word: PdfWord) => TextWord | undefined {
  const byPage = new Map<
    number,
    { word: TextWord; top: number; bottom: number; middle: number }[]
  >()
  for (const { word, boxes } of placed) {
    const [box] = boxes
    if (!box || word.call !== undefined) continue
    const { page, top, height, left, width } = box
    const spot = { word, top, bottom: top + height, middle: left + width / 2 }
    const known = byPage.get(page)
    if (known) known.push(spot)
    else byPage.set(page, [spot])
  }
  return ({ page, at, text }) => {
    const [x, y] = [at.x * TENTHS, at.y * TENTHS]
    let best: TextWord | undefined
    let nearest = FAR
    for (const { word, top, bottom, middle } of byPage.get(page) ?? []) {
      const away = Math.abs(middle - x)
      if (away >= nearest || y < top || y > bottom || word.text !== text) continue
      nearest = away
      best = word
    }
    return best
  }
}
