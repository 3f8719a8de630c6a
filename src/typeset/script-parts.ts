// Stretches of one script, as Chromium divides a text before it shapes it: what is common to all scripts goes with what
// stands before it. `Greek λόγος, too` is `Greek `, `λόγος, ` and `too`.

const FOREIGN = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u
const SHARED = /^[\p{Script=Common}\p{Script=Inherited}]/u
const SCRIPTS = [
  /^\p{Script=Latin}/u,
  /^\p{Script=Greek}/u,
  /^\p{Script=Cyrillic}/u,
  /^\p{Script=Armenian}/u,
  /^\p{Script=Georgian}/u
]

/** The parts of a text, in order; most texts are one. */
export function scriptParts(text: string): string[] {
  if (!FOREIGN.test(text)) return [text]
  const parts: string[] = []
  let current = -1
  for (const letter of text) {
    const script = SHARED.test(letter) ? current : SCRIPTS.findIndex((d) => d.test(letter)) + 1
    if (parts.length === 0 || (script !== current && current >= 0)) parts.push(letter)
    else parts[parts.length - 1] += letter
    current = script
  }
  return parts
}
