// Runs in the report: steps from edit to edit and from page to page, by buttons and keys. It is written into the document
// as source text, so it uses nothing from outside itself; without it the report is a document that is read as it stands.

/** Begin to listen. */
export function stepThrough(): void {
  const $ = <T extends Element>(selector: string) => document.querySelector<T>(selector)
  const rows = [...document.querySelectorAll<HTMLElement>('tr[data-edit]')]
  const where = $<HTMLElement>('#where')
  const dialog = $<HTMLDialogElement>('#keys')
  let now = -1

  document.documentElement.classList.add('scripted')
  $('#next')?.addEventListener('click', () => step(1))
  $('#previous')?.addEventListener('click', () => step(-1))
  $('#help')?.addEventListener('click', () => dialog?.showModal())
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || dialog?.open) return
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    // Arrows in a list of choices are the choices' own.
    const inChoice = event.target instanceof HTMLInputElement && event.target.type === 'radio'
    const act = key.startsWith('Arrow') && inChoice ? undefined : actions[key]
    if (!act) return
    event.preventDefault()
    act()
  })
  document.addEventListener('click', (event) => {
    const from = event.target instanceof Element ? event.target.closest('a') : undefined
    const number = from?.closest<HTMLElement>('.spot a, tr[data-edit] th a')
    if (!number) return
    const edit = number.dataset.edit ?? number.closest<HTMLElement>('tr')?.dataset.edit
    const index = rows.findIndex((d) => d.dataset.edit === edit)
    if (index < 0) return
    event.preventDefault()
    show(index, !number.closest('.spot'))
  })

  const actions: Readonly<Record<string, () => void>> = {
    n: () => step(1),
    j: () => step(1),
    p: () => step(-1),
    k: () => step(-1),
    ArrowRight: () => turn(1),
    ArrowLeft: () => turn(-1),
    b: () => view('both'),
    '1': () => view('old'),
    '2': () => view('new'),
    o: () => toggle('overlay'),
    x: () => toggle('blink'),
    m: () => $<HTMLInputElement>('#marks')?.click(),
    '?': () => dialog?.showModal()
  }

  function view(name: string): void {
    $<HTMLInputElement>(`#view-${name}`)?.click()
  }

  /** A second time, and both are shown again. */
  function toggle(name: string): void {
    view($<HTMLInputElement>(`#view-${name}`)?.checked ? 'both' : name)
  }

  function step(by: number): void {
    if (rows.length === 0) return
    show(Math.min(Math.max(now + by, 0), rows.length - 1), true)
  }

  function show(index: number, scroll: boolean): void {
    now = index
    const row = rows[index]
    const edit = row?.dataset.edit
    if (!row || edit === undefined) return
    for (const old of document.querySelectorAll('.now')) old.classList.remove('now')
    for (const mark of document.querySelectorAll(`[data-edit="${edit}"]`)) mark.classList.add('now')
    for (const page of document.querySelectorAll<HTMLElement>('.map a'))
      page.classList.toggle('now', (page.dataset.edits ?? '').split(' ').includes(edit))
    say(row, `${index + 1} of ${rows.length}`)
    const spots = [...document.querySelectorAll<HTMLElement>(`.spot [data-edit="${edit}"]`)]
    const seen = spots.filter((d) => d.checkVisibility())
    const target = seen.find((d) => d.closest('.new')) ?? seen[0] ?? row
    if (scroll) target.scrollIntoView({ block: 'center', inline: 'nearest' })
  }

  function say(row: HTMLElement, count: string): void {
    if (!where) return
    const number = document.createElement('b')
    number.textContent = `Edit ${count}`
    const copies = ['.what .kind', '.what .said', '.did']
      .flatMap((d) => row.querySelector(d) ?? [])
      .map((d) => {
        const copy = document.createElement('span')
        copy.className = d.className
        copy.append(...[...d.cloneNode(true).childNodes].flatMap((child) => [child, ' ']))
        return copy
      })
    where.replaceChildren(number, ...copies)
  }

  function turn(by: number): void {
    const pages = [...document.querySelectorAll<HTMLElement>('.pair')]
    const top = ($('.toolbar')?.getBoundingClientRect().bottom ?? 0) + 2
    const tops = pages.map((d) => d.getBoundingClientRect().top - top)
    const next = by > 0 ? tops.findIndex((d) => d > 4) : tops.findLastIndex((d) => d < -4)
    pages[next]?.scrollIntoView({ block: 'start' })
  }
}
