// The styles of a composition as classes of a style sheet: one class a style, in the order in which they are met.
import type { Style } from '../composition.ts'
import { faceOf } from '../faces.ts'
import type { FaceName } from '../faces.ts'

/** Names styles, and writes the rules for all that it has named. */
export interface StyleNames {
  name: (style: Style) => string
  rules: () => string
  faces: () => readonly FaceName[]
}

/** On in every style; Chromium would switch ligatures off as soon as letters are tracked. */
const ALWAYS = ['kern', 'liga', 'clig', 'calt']

/** A sheet that is empty yet. */
export function styleNames(): StyleNames {
  const names = new Map<string, { name: string; style: Style }>()
  return {
    name(style) {
      const key = JSON.stringify(style)
      const known = names.get(key) ?? { name: `s${names.size}`, style }
      names.set(key, known)
      return known.name
    },
    rules: () => [...names.values()].map(({ name, style }) => ruleOf(name, style)).join('\n'),
    faces: () => [...new Set([...names.values()].map((d) => d.style.face))]
  }
}

function ruleOf(name: string, { face, size, features, raise }: Style): string {
  const { family, weight, style } = faceOf(face)
  const on = [...ALWAYS, ...features].map((d) => `'${d}' 1`).join(',')
  const lifted = raise === 0 ? '' : `;vertical-align:${raise}px`
  return `.trim .${name}{font:${style} ${weight} ${size}px '${family}';line-height:0;font-feature-settings:${on}${lifted}}`
}
