// The parts of the page that `shell.ts` has written, each found once.

/** @throws {Error} where the shell has no such part: a defect */
export function part<T extends Element = HTMLElement>(selector: string, within?: ParentNode): T {
  const found = (within ?? document).querySelector<T>(selector)
  if (!found) throw new Error(`The page has no ${selector}`)
  return found
}

/** An element with a class and a text. */
export function make(tagName: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tagName)
  made.className = className
  made.textContent = text
  return made
}
