// How the pages are looked at: their size, side by side or not, and what is around them. It is remembered where the browser
// remembers things for this address.
import { part } from './elements.ts'

export interface View {
  /** The pages have another size. */
  measure: (width: number, height: number) => void
  larger: () => void
  smaller: () => void
  fit: () => void
  spread: () => void
  dark: () => void
  /** The window, or the room for the pages in it, has another size. */
  refresh: () => void
  /** CSS pixels of a tenth of a point. */
  scale: () => number
}

const STEP = 1.2
const [LEAST, MOST] = [0.4, 6]
/** A window that is narrower shows pages one by one until somebody asks for spreads: CSS pixels. */
const NARROW = 760
/** Around and between the pages, in CSS pixels. */
const [AROUND, BELOW] = [12, 30]

/** @param keep does a change while the reader stays where he was */
export function openView(keep: (change: () => void) => void): View {
  const root = document.documentElement
  let size = { width: 4195, height: 5953 }
  let zoom = 1
  let spread = remembered('spread')
  let dark = remembered('dark') ?? matchMedia('(prefers-color-scheme: dark)').matches
  let scale = 1
  set()
  addEventListener('resize', () => keep(set))
  return {
    measure(width, height) {
      if (width === size.width && height === size.height) return
      size = { width, height }
      set()
    },
    larger: () => zoomTo(zoom * STEP),
    smaller: () => zoomTo(zoom / STEP),
    fit: () => zoomTo(1),
    spread: () => {
      spread = !isSpread()
      remember('spread', spread)
      keep(set)
    },
    dark: () => {
      dark = !dark
      remember('dark', dark)
      keep(set)
    },
    refresh: () => keep(set),
    scale: () => scale
  }

  function zoomTo(next: number): void {
    zoom = Math.min(MOST, Math.max(LEAST, next))
    keep(set)
  }
  function isSpread(): boolean {
    return spread ?? innerWidth >= NARROW
  }
  function set(): void {
    root.classList.toggle('spread', isSpread())
    root.classList.toggle('dark', dark)
    const main = part('.book')
    const room = main.clientWidth - 2 * AROUND
    const high = innerHeight - part('.bar').offsetHeight - 2 * AROUND - BELOW
    const across = isSpread() ? 2 * size.width : size.width
    scale = zoom * Math.max(0.02, Math.min(room / across, high / size.height))
    root.style.setProperty('--scale', String(scale))
    root.style.setProperty('--page-width', String(size.width))
    root.style.setProperty('--page-height', String(size.height))
  }
}

function remembered(name: string): boolean | undefined {
  try {
    const kept = localStorage.getItem(name)
    return kept === null ? undefined : kept === 'true'
  } catch {
    return undefined
  }
}

function remember(name: string, value: boolean): void {
  try {
    localStorage.setItem(name, String(value))
  } catch {
    // Then it is forgotten.
  }
}
