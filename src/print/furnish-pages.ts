// Runs in the page after the layout: running heads, folios, the numbers of the contents, and the anchors that links
// back from the notes lead to. All of it comes from the finished pages, so it cannot disagree with them.
// It is sent to the page as source text, so it uses nothing from outside itself.

/** @param title what stands at the head of a verso; a recto has the title of its section */
export function furnishPages(title: string): void {
  const LONGEST_HEAD = 60
  const pages = [...document.querySelectorAll<HTMLElement>('.pagedjs_page')]
  const folios = new Map<string, string>()
  for (const [index, page] of pages.entries()) {
    const folio = `${index + 1}`
    for (const element of page.querySelectorAll<HTMLElement>('[id]'))
      if (!folios.has(element.id)) folios.set(element.id, folio)
    for (const call of page.querySelectorAll<HTMLElement>('[data-footnote-call]')) {
      call.id = `call-${call.dataset.footnoteCall}`
      call.classList.add('called')
      call.textContent = call.dataset.footnoteCall ?? ''
    }
    const section = page.querySelector<HTMLElement>('.text')
    if (!section) continue
    const opens = !section.hasAttribute('data-split-from')
    const recto = page.classList.contains('pagedjs_right_page')
    const head = recto ? (section.dataset.head ?? title) : title
    if (!opens) furnish(page, 'running-head', shorten(head))
    furnish(page, 'folio', folio)
  }
  for (const entry of document.querySelectorAll<HTMLElement>('[data-folio-of]'))
    entry.textContent = folios.get(entry.dataset.folioOf ?? '') ?? ''
  // A word that had to be broken at a page turn needs no invisible mark of it.
  for (const element of document.querySelectorAll('.pagedjs_hyphen'))
    for (const node of element.childNodes)
      if (node instanceof Text) node.data = node.data.replace(/\u2060$/u, '')

  function furnish(page: HTMLElement, name: string, text: string): void {
    const box = document.createElement('div')
    box.className = name
    // Not part of the text: a reading programme passes over it.
    box.setAttribute('aria-hidden', 'true')
    box.textContent = text
    page.querySelector('.pagedjs_pagebox')?.append(box)
  }

  function shorten(text: string): string {
    if (text.length <= LONGEST_HEAD) return text
    return `${text.slice(0, LONGEST_HEAD).replace(/\s+\S*$/u, '')} …`
  }
}
