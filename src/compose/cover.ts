// The cover of the e-book: the picture that the edition names, looked at as every picture is and fit for a shelf of
// covers; or none, and the press sets one. What it shows to those who cannot see it is who wrote what.
//
//     cover: pictures/front.png   →   Cover: The Folded Sheet. On making pamphlets. Ada Press
import type { VFile } from 'vfile'
import { readPicture } from '../assets.ts'
import type { Picture } from '../assets.ts'
import type { Cover } from '../cover.ts'
import type { Edition } from '../edition.ts'
import { failAt } from '../failure.ts'
import { ourWords } from './our-words.ts'

/** Pixels of a side: with fewer no shelf shows it sharply, and more no e-reader has room for. */
const SMALLEST = 500
const LARGEST = 5000
const KINDS = /^image\/(?:png|jpeg)$/u

/** @throws {VFileMessage} exit 2 or 5, at the front matter's line, when its picture cannot be used */
export async function coverOf(edition: Edition, file: VFile): Promise<Cover> {
  const { title, subtitle, authors, language, cover } = edition
  const words = ourWords(language)
  const said = [title, subtitle, authors.join(', ')].filter(Boolean).join('. ')
  const alt = `${words.cover}: ${said.replace(/([.!?…])\. /gu, '$1 ')}`
  if (!cover) return { title: words.cover, alt }
  const picture = await readPicture(file, cover.url, cover.place)
  const fault = faultOf(picture)
  if (fault) failAt(file, cover.place, 'cover', `Unexpected cover \`${cover.url}\`${fault}`)
  return { title: words.cover, alt, picture }
}

function faultOf({ type, width = 0, height = 0 }: Picture): string | undefined {
  if (!KINDS.test(type))
    return ' of another type, expected PNG or JPEG, which every shelf of e-books shows: save it as one'
  const [least, most] = [Math.min(width, height), Math.max(width, height)]
  if (least >= SMALLEST && most <= LARGEST) return undefined
  return ` of ${width} by ${height} pixels, expected ${SMALLEST} to ${LARGEST} each way, best 1600 by 2400: save it ${least < SMALLEST ? 'larger' : 'smaller'}`
}
