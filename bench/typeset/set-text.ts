// One text set by the press, and by plain pagedjs-cli: an edition's folder in, what came of it out.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { home } from '../../src/assets.ts'
import { build } from '../../src/press.ts'
import type { Browser } from '../../src/print.ts'
import { makeCard } from '../scorecard/card.ts'
import type { Card } from '../scorecard/card.ts'
import { plainHtml } from './plain-html.ts'
import { searched } from './searched.ts'
import type { Searched } from './searched.ts'

/** A text as it was set. */
export interface SetText {
  card: Card
  /** Of the whole run, where it was timed. */
  seconds: number | undefined
  searched: Searched | undefined
  /** Whether its words were compared with the manuscript's before it was written. */
  collated: boolean
}

/** After so many seconds plain pagedjs-cli is stopped. */
const PATIENCE = 600

/** @throws what `build` throws: a text that cannot be set is a finding */
export async function setByPress(folder: string, into: string, browser: Browser): Promise<SetText> {
  const begun = performance.now()
  const outcome = await build(folder, { into, browser }, () => undefined)
  const seconds = (performance.now() - begun) / 1000
  const path = outcome.made.find((d) => d.path.endsWith('read.pdf'))?.path ?? ''
  return { ...(await readSet(path, manuscriptIn(folder), seconds)), collated: true }
}

export async function setByPlain(folder: string, into: string): Promise<SetText> {
  const [html, pdf] = [join(into, 'plain.html'), join(into, 'plain.pdf')]
  writeFileSync(html, plainHtml(manuscriptIn(folder)))
  const begun = performance.now()
  const words = ['scripts/press.mjs', '--run', 'bench/plain.ts', html, pdf]
  const { status, stderr } = spawnSync(process.execPath, words, {
    cwd: home,
    encoding: 'utf8',
    timeout: PATIENCE * 1000
  })
  if (status !== 0) throw new Error(`plain pagedjs-cli ended with ${status}: ${stderr.slice(-300)}`)
  return readSet(pdf, manuscriptIn(folder), (performance.now() - begun) / 1000)
}

/** A PDF that is there already. */
export async function readSet(pdf: string, manuscript: string, seconds?: number): Promise<SetText> {
  const card = await makeCard(readFileSync(pdf))
  return { card, seconds, searched: searched(pdf, manuscript), collated: false }
}

/** The manuscript of an edition. */
export function manuscriptIn(folder: string): string {
  return readFileSync(join(folder, 'manuscript.md'), 'utf8')
}
