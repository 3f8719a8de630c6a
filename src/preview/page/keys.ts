// Keys and buttons: each does one of the things that the page can do.

/** What can be done, by the name that a button has. */
export type Deeds = Readonly<
  Record<
    | 'on'
    | 'back'
    | 'first'
    | 'last'
    | 'larger'
    | 'smaller'
    | 'fit'
    | 'spread'
    | 'dark'
    | 'findings'
    | 'line'
    | 'help',
    () => void
  >
>

const KEYS: Readonly<Record<string, keyof Deeds>> = {
  ArrowRight: 'on',
  ArrowLeft: 'back',
  PageDown: 'on',
  PageUp: 'back',
  Home: 'first',
  End: 'last',
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
  '−': 'smaller',
  '0': 'fit',
  s: 'spread',
  d: 'dark',
  f: 'findings',
  g: 'line',
  '?': 'help'
}

export function listenToKeys(deeds: Deeds): void {
  addEventListener('keydown', (event) => {
    const { key, target } = event
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (target instanceof Element && target.closest('input, select, dialog')) return
    const name = KEYS[key] ?? KEYS[key.toLowerCase()]
    if (!name) return
    event.preventDefault()
    deeds[name]()
  })
  for (const button of document.querySelectorAll<HTMLElement>('[data-do]'))
    button.addEventListener('click', () => {
      const name = button.dataset.do
      if (name !== undefined && name in deeds) deeds[name as keyof Deeds]() // it is one of them
    })
}
