// The script of the preview: it fetches what there is to show, shows it, and does what the reader asks for. It has no
// libraries, and talks to nobody but the press.
import type { Told, ToldFinding, ToldMarks } from '../told.ts'
import { openBook } from './book.ts'
import { openClicks } from './clicks.ts'
import { part } from './elements.ts'
import { openFindings } from './findings.ts'
import { keepPlace } from './keep-place.ts'
import { listenToKeys } from './keys.ts'
import { listen } from './live.ts'
import { showMarks } from './marks.ts'
import { showProblem } from './problem.ts'
import { say } from './say.ts'
import { openTurn } from './turn.ts'
import { openView } from './view.ts'

const book = openBook(part('.book'))
const view = openView((change) => keepPlace(book, change))
const turn = openTurn(book)
const clicks = openClicks(book, view.scale, turn.to)
const findings = openFindings(book, showFinding, view.refresh)
let build = 0
let wanted = 0
let asking = false

listenToKeys({
  on: turn.on,
  back: turn.back,
  first: turn.first,
  last: turn.last,
  larger: view.larger,
  smaller: view.smaller,
  fit: view.fit,
  spread: view.spread,
  dark: view.dark,
  findings: findings.toggle,
  line: askLine,
  help: () => part<HTMLDialogElement>('dialog.help').showModal()
})
listen({
  build: (number) => {
    wanted = number
    void update()
  },
  show: (data) => show(data as ToldMarks), // as `place-at.ts` made it
  there: (isThere) => {
    document.documentElement.classList.toggle('lost', !isThere)
    if (!isThere) part('.state').textContent = 'the press has stopped: open its new address'
    else if (build > 0) part('.state').textContent = ''
  }
})
addEventListener('pagehide', () => sessionStorage.setItem('place', String(scrollY)))
void update()

/** Fetch what is new; what comes while it is fetched is fetched after it. */
async function update(): Promise<void> {
  if (asking) return
  asking = true
  try {
    do {
      const answer = await fetch(`pages?since=${build}`)
      if (!answer.ok) throw new Error(await answer.text())
      apply((await answer.json()) as Told) // as `answers.ts` made it
    } while (build < wanted)
  } catch (error) {
    part('.state').textContent = error instanceof Error ? error.message : String(error)
  } finally {
    asking = false
  }
}

function apply(told: Told): void {
  const begun = performance.now()
  const first = build === 0
  let drawn = 0
  keepPlace(book, () => {
    if (told.width > 0) view.measure(told.width, told.height)
    drawn = book.apply(told)
    showProblem(told, (line, column) => void clicks.open(line, column))
  })
  if (first) scrollTo({ top: rememberedPlace(), behavior: 'instant' })
  build = told.build
  document.documentElement.dataset.build = String(build)
  if (told.title !== '') document.title = `${told.title} – preview`
  part('.title').textContent = told.title
  clicks.told(told)
  findings.told(told)
  turn.say()
  const pages = `${drawn} ${drawn === 1 ? 'page' : 'pages'} redrawn`
  if (!first && drawn > 0)
    part('.state').textContent =
      `${pages}, ${Math.round(told.spent + performance.now() - begun)} ms`
}

function show({ line, marks }: ToldMarks): void {
  turn.to(showMarks(book, marks))
  say(`Line ${line}`)
}

async function showFinding(
  { line, column }: ToldFinding,
  leaf: HTMLElement | undefined
): Promise<void> {
  turn.to(leaf)
  const answer = line === undefined ? undefined : await find(line, column)
  if (!answer?.ok) return
  const { marks } = (await answer.json()) as ToldMarks // as `place-at.ts` made it
  const here = leaf ? marks.filter((d) => d.id === leaf.dataset.id) : marks
  turn.to(showMarks(book, here.length > 0 ? here : marks))
}

function askLine(): void {
  const dialog = part<HTMLDialogElement>('dialog.line')
  const input = part<HTMLInputElement>('input', dialog)
  dialog.returnValue = ''
  dialog.addEventListener('close', () => void goToLine(dialog.returnValue && input.value), {
    once: true
  })
  dialog.showModal()
  input.select()
}

/** @param text `120` or `120:14`; '' for nowhere */
async function goToLine(text: string): Promise<void> {
  const [line = '', column] = text.split(':')
  if (line === '') return
  const answer = await find(line, column)
  if (answer.ok) show((await answer.json()) as ToldMarks)
  else say(await answer.text())
}

/** Where the reader was before the page was loaded anew. */
function rememberedPlace(): number {
  return Number(sessionStorage.getItem('place') ?? 0)
}

function find(line: number | string, column: number | string = ''): Promise<Response> {
  return fetch(`find?line=${line}&column=${column}`)
}
