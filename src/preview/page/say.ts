// A line that is said and goes away by itself.
import { part } from './elements.ts'

const SHOWN = 4000
let timer: ReturnType<typeof setTimeout> | undefined

export function say(text: string): void {
  const toast = part('.toast')
  toast.textContent = text.trim()
  toast.hidden = false
  clearTimeout(timer)
  timer = setTimeout(() => (toast.hidden = true), SHOWN)
}
