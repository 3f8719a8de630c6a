// Which straight quotes at the head of a word are apostrophes, though they look like opening quotation marks: `'twas`, `the
// '60s`, `rock 'n' roll`. Some words (`'cause`, `'round`) are so only where no quotation mark closes after them.

const SURE =
  /(?<![\p{L}\p{N}])'(?=(?:tis|tisn|twas|twasn|twere|twill|twould|twixt|em|til|tain|nother|twon|twouldn)(?![\p{L}\p{N}-]))/giu
const MAYBE =
  /(?<![\p{L}\p{N}])'(?=(?:cause|cos|bout|round|neath|gainst|fore|cept|nuff|till|scuse|er|ere|im|is|ow|ome|ave|ad|as|at|appen|e|n|s|t|d|un|uns|way)(?![\p{L}\p{N}]))/giu
const AND = /(?<=[\p{L}\p{N}][\s-]?)'n'(?=[\s-]?[\p{L}\p{N}])/giu
const DECADE = /(?<![\p{L}\p{N}])'(?=\d0s(?![\p{L}\p{N}]))/gu
const DATED =
  /(?<=\b(?:in|of|since|by|until|till|to|from|and|before|after|early|late|summer|spring|autumn|winter|class|may|june|july|august|september|october|november|december|january|february|march|april)\s)'(?=\d\d(?![\p{L}\p{N}]))/giu
const YEAR = /(?<![\p{L}\p{N}])'(?=\d\d(?![\p{L}\p{N}]))/gu
const CLOSING = /(?<=[\p{L}\p{N}.,!?…*_)])['’](?![\p{L}\p{N}])/gu

/** Indices of apostrophes that begin a word. */
export function apostrophes(text: string): ReadonlySet<number> {
  const found = new Set<number>()
  for (const pattern of [SURE, DECADE, DATED])
    for (const match of text.matchAll(pattern)) found.add(match.index)
  for (const match of text.matchAll(AND)) found.add(match.index).add(match.index + 2)
  const lastClosing = [...text.matchAll(CLOSING)].at(-1)?.index ?? -1
  for (const pattern of [MAYBE, YEAR])
    for (const match of text.matchAll(pattern))
      if (match.index > lastClosing) found.add(match.index)
  return found
}
