// A click on a word opens the manuscript at its line and column: in the editor that the press knows, by a link that Visual
// Studio Code follows, or as `manuscript.md:120:14` on the clipboard. Which of them is chosen at the foot of the page.
import type { Told, ToldPlace } from '../told.ts'
import type { Book } from './book.ts'
import { make, part } from './elements.ts'
import { showMarks } from './marks.ts'
import { say } from './say.ts'

type Choice = Told['click']

export interface Clicks {
  /** What the press has told may have changed what there is to choose. */
  told: (told: Told) => void
  open: (line: number, column: number) => Promise<void>
}

/** @param scale CSS pixels of a tenth of a point */
export function openClicks(book: Book, scale: () => number, follow: (to: Element) => void): Clicks {
  const choice = part<HTMLSelectElement>('.choice select')
  let path = ''
  part('.book').addEventListener('click', (event) => void click(event))
  return { told, open }

  function told(now: Told): void {
    path = now.path
    if (choice.options.length > 0) return
    const ways: [Choice, string][] = [
      ...(now.editor === undefined ? [] : [['editor', `opens ${now.editor}`] as [Choice, string]]),
      ['link', 'opens Visual Studio Code'],
      ['copy', 'copies its place']
    ]
    choice.append(...ways.map(([value, text]) => new Option(text, value)))
    choice.value = now.click
  }
  async function click(event: MouseEvent): Promise<void> {
    const { target, clientX, clientY } = event
    const paper = target instanceof Element ? target.closest('.preview-paper') : null
    if (!(target instanceof Element) || !paper || event.button !== 0) return
    const link = target.closest('a')
    // No link leads away from the preview.
    event.preventDefault()
    const address = link?.getAttribute('href') ?? ''
    if (link && (event.ctrlKey || event.metaKey)) {
      const to = address.startsWith('#') ? document.getElementById(address.slice(1)) : null
      return to ? follow(to) : say(address)
    }
    // Words that were marked by drawing over them are to be copied.
    if (getSelection()?.isCollapsed === false) return
    const { left, top } = paper.getBoundingClientRect()
    const [x, y] = [(clientX - left) / scale(), (clientY - top) / scale()]
    const page = paper.closest<HTMLElement>('.preview-leaf')?.dataset.id ?? ''
    const answer = await fetch(`place?page=${page}&x=${x.toFixed(1)}&y=${y.toFixed(1)}`)
    if (!answer.ok) return say(await answer.text())
    const place = (await answer.json()) as ToldPlace | null // as `place-at.ts` made it
    if (!place) return say('This is not in the manuscript')
    const { line, column, marks } = place
    showMarks(book, marks)
    await open(line, column)
  }
  async function open(line: number, column: number): Promise<void> {
    const place = `${nameOf(path)}:${line}:${column}`
    if (choice.value === 'copy') return copy(place)
    if (choice.value === 'editor') {
      const options = { headers: { 'X-Press': 'open' } }
      const answer = await fetch(`open?line=${line}&column=${column}`, options)
      return say(answer.ok ? place : await answer.text())
    }
    const file = path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')
    location.href = `vscode://file/${file.replace(/^\//u, '').replace('%3A', ':')}:${line}:${column}`
    say(place)
  }
}

async function copy(place: string): Promise<void> {
  const written = navigator.clipboard?.writeText(place)
  const copied = await written?.then(
    () => true,
    () => false
  )
  if (copied) return say(`${place} copied`)
  // Some browsers give the clipboard only to what is selected; where that fails too, it is selected to be copied by hand.
  say('')
  const words = make('code', '', place)
  part('.toast').replaceChildren(words)
  getSelection()?.selectAllChildren(words)
  if (!document.execCommand('copy')) return
  getSelection()?.empty()
  say(`${place} copied`)
}

function nameOf(path: string): string {
  return path.split(/[/\\]/u).at(-1) ?? path
}
