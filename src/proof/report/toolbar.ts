// What an editor looks with: steps from edit to edit, ways to see the two pages, and layers to switch. The switches are
// plain inputs that the style sheet reads, so that they work without the script.
import type { Element } from 'hast'
import { element } from './element.ts'
import type { Child } from './element.ts'

/** Ways to see a page before and after, with their keys. */
const VIEWS = [
  ['both', 'b', 'Both'],
  ['old', '1', 'Before'],
  ['new', '2', 'After'],
  ['overlay', 'o', 'Overlay'],
  ['blink', 'x', 'Blink']
] as const
/** Signs that can be switched off one by one. */
const SIGNS = [
  ['added', 'added'],
  ['deleted', 'deleted'],
  ['moved', 'moved'],
  ['restyled', 'restyled']
] as const
const KEYS = [
  ['n or j, p or k', 'next and previous edit'],
  ['→ and ←', 'next and previous page that is not identical'],
  ['b', 'both pages'],
  ['1 and 2', 'before alone, after alone'],
  ['o', 'before in red over after in blue: what is black is the same'],
  ['x', 'before and after in turn'],
  ['m', 'marks on and off'],
  ['?', 'this list; Escape closes it']
] as const

export function toolbar(edits: number): Element {
  return element(
    'div',
    { className: ['toolbar'], role: 'group', ariaLabel: 'How the pages are shown' },
    [
      stepper(edits),
      element('div', { className: ['switches'] }, [
        element('fieldset', { className: ['views'] }, [
          element('legend', {}, 'Pages'),
          ...VIEWS.map(([name, key, said]) =>
            choice(
              { type: 'radio', name: 'view', id: `view-${name}`, checked: name === 'both' },
              key,
              said
            )
          )
        ]),
        element('fieldset', { className: ['layers'] }, [
          element('legend', {}, 'Marks'),
          choice({ type: 'checkbox', id: 'marks', checked: true }, 'm', 'all'),
          ...SIGNS.map(([sign, said]) =>
            choice({ type: 'checkbox', id: `marks-${sign}`, checked: true }, undefined, [
              element('i', { className: ['sample', sign], ariaHidden: 'true' }),
              said
            ])
          )
        ]),
        element('button', { type: 'button', id: 'help', ariaKeyShortcuts: '?' }, 'Keys ', kbd('?'))
      ])
    ]
  )
}

function stepper(edits: number): Element {
  const button = (id: string, key: string, sign: string, label: string) =>
    element(
      'button',
      { type: 'button', id, ariaKeyShortcuts: key, ariaLabel: label, title: `${label} (${key})` },
      sign
    )
  return element('div', { className: ['stepper'] }, [
    button('previous', 'p', '‹', 'Previous edit'),
    element(
      'output',
      { id: 'where', ariaLive: 'polite' },
      `${edits} edit${edits === 1 ? '' : 's'}`
    ),
    button('next', 'n', '›', 'Next edit')
  ])
}

function choice(
  input: { type: string; id: string; name?: string; checked: boolean },
  key: string | undefined,
  said: Child
): Element {
  const shortcut = key === undefined ? {} : { ariaKeyShortcuts: key }
  return element('label', { htmlFor: input.id }, [
    element('input', { ...input, ...shortcut }),
    element('span', {}, said, key === undefined ? undefined : [' ', kbd(key)])
  ])
}

/** The list of keys. */
export function helpDialog(): Element {
  return element('dialog', { id: 'keys', ariaLabelledBy: ['keys-name'] }, [
    element('h2', { id: 'keys-name' }, 'Keys'),
    element(
      'dl',
      {},
      ...KEYS.flatMap(([key, said]) => [element('dt', {}, key), element('dd', {}, said)])
    ),
    element('form', { method: 'dialog' }, element('button', {}, 'Close'))
  ])
}

function kbd(key: string): Element {
  return element('kbd', {}, key)
}
