// The page without its pages: what the script and the style sheet of the preview find in it. It is the same for every
// edition, and holds nothing of the manuscript.

/** Keys, and what they do, for help and script alike: the order is that of the help. */
export const KEYS: readonly (readonly [string, string])[] = [
  ['→ ←', 'next and previous opening'],
  ['Home End', 'first and last page'],
  ['+ −', 'larger and smaller'],
  ['0', 'whole pages in the window'],
  ['s', 'spreads or single pages'],
  ['d', 'dark or light around the pages'],
  ['g', 'go to a line of the manuscript'],
  ['f', 'findings'],
  ['?', 'this help'],
  ['click', 'the word in the manuscript'],
  ['Ctrl click', 'to the note, or the page of the contents']
]

const button = (name: string, key: string, says: string, face: string): string =>
  `<button type="button" data-do="${name}" title="${says} (${key})" aria-label="${says}">${face}</button>`

/** The document. */
export function shell(): string {
  const keys = KEYS.map(([key, does]) => `<dt>${key}</dt><dd>${does}</dd>`).join('')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Preview</title>
<link rel="icon" href="icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="preview.css">
<script src="preview.js" defer></script>
</head>
<body>
<div class="top">
<header class="bar">
<strong class="title"></strong>
<span class="where" aria-live="off"></span>
<span class="state" role="status"></span>
<span class="tools">
${button('back', '←', 'Previous opening', '‹')}
${button('on', '→', 'Next opening', '›')}
${button('smaller', '−', 'Smaller', '−')}
${button('fit', '0', 'Whole pages', 'Fit')}
${button('larger', '+', 'Larger', '+')}
${button('spread', 's', 'Spreads or single pages', 'Spread')}
${button('dark', 'd', 'Dark or light around the pages', 'Dark')}
${button('line', 'g', 'Go to a line of the manuscript', 'Line')}
${button('findings', 'f', 'Findings', 'Findings <b class="count"></b>')}
${button('help', '?', 'Help', '?')}
</span>
</header>
<section class="problem" role="alert" hidden></section>
</div>
<main class="book" tabindex="-1"></main>
<aside class="findings" aria-label="Findings" hidden><h2>Findings</h2><ol></ol></aside>
<footer class="choice"><label>A click on a word <select aria-label="A click on a word"></select></label></footer>
<div class="toast" role="status" hidden></div>
<dialog class="line"><form method="dialog"><label>Line of the manuscript <input inputmode="numeric" pattern="[0-9]+(:[0-9]+)?" autocomplete="off" required></label><button value="show">Show</button></form></dialog>
<dialog class="help"><form method="dialog"><h2>Keys</h2><dl>${keys}</dl><button>Close</button></form></dialog>
<noscript>The preview needs JavaScript, its own and no other.</noscript>
</body>
</html>
`
}
