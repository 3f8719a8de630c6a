// Two typeset manuscripts in, what the report on a proof shows of both beside the proof out: their pages as print writes
// them, in one set of rules and fonts, and their chapters.
import type { VFile } from 'vfile'
import type { Picture } from '../assets.ts'
import { designOf } from '../design.ts'
import type { FaceName } from '../faces.ts'
import { fontRules, openPageWriter } from '../print.ts'
import { openInk } from '../proof.ts'
import type { ReportParts } from '../proof.ts'

/** In what the words of the report are set, and letters that are in it whatever the manuscript has. */
const TYPE: readonly FaceName[] = ['Source Sans 3 roman', 'Source Sans 3 bold']
const LETTERS = `${String.fromCodePoint(...Array.from({ length: 95 }, (_, i) => 32 + i))}–—‘’“”…·×→←‹›✓`

/** @param old where it is missing, of the old pages only the words are known */
export async function reportParts(old: VFile | undefined, now: VFile): Promise<ReportParts> {
  const pictures = new Map<string, Picture>()
  for (const file of [old, now])
    for (const [name, picture] of file?.data.pictures ?? []) pictures.set(name, picture)
  const write = await openPageWriter((name) => addressOf(pictures.get(name)), true)
  const sideOf = async ({ data: { composition, edition } }: VFile) => {
    if (!composition || !edition) throw new Error('A proof is made of typeset manuscripts')
    const { pages: html, css, faces } = write(composition, edition.language)
    const { outer } = await designOf(edition)
    const { width, height } = composition
    const ink = await openInk(composition)
    return { side: { size: { width, height, outer }, html, ink }, css, faces }
  }
  const before = old && (await sideOf(old))
  // Written last, its rules are those of both.
  const after = await sideOf(now)
  const texts = { old: String(old ?? ''), new: String(now) }
  const html = [...(before?.side.html ?? []), ...after.side.html]
  const letters = [...html, texts.old, texts.new, LETTERS].join('')
  const fonts = await fontRules([...new Set([...after.faces, ...TYPE])], letters)
  return {
    texts,
    pages: { ...(before && { old: before.side }), new: after.side },
    css: `${fonts}\n${after.css}`,
    chapters: { old: old?.data.chapters ?? [], new: now.data.chapters ?? [] }
  }
}

function addressOf(picture: Picture | undefined): string {
  if (!picture) return ''
  return `data:${picture.type};base64,${Buffer.from(picture.bytes).toString('base64')}`
}
