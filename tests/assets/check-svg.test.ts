// A drawing is still and whole in itself, or it is refused: nothing runs, nothing is fetched (promises P1, P2, P3).
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkSvg } from '../../src/assets/check-svg.ts'
import { SvgFault } from '../../src/assets/read-svg.ts'

const svg = (inside: string, more = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 30" ${more}>${inside}</svg>`
const doublings = Array.from(
  { length: 30 },
  (_, i) => `<g id="d${i + 1}"><use href="#d${i}"/><use href="#d${i}"/></g>`
).join('')
const chain = Array.from({ length: 20_000 }, (_, i) => `<g id="c${i}"><use href="#c${i + 1}"/></g>`)
  .toReversed()
  .join('')

test.each([
  ['shapes', svg('<g fill="none"><path d="M0 0 L9-9"/><circle r="4"/></g>')],
  ['text and its entities', svg('<text x="1">Nuts &amp; bolts &#8212; &#x201c;</text>')],
  [
    'a head and a comment',
    `<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->\n${svg('')}\n`
  ],
  [
    'a gradient of its own',
    svg('<linearGradient id="g"/><rect fill="url(#g)" style="fill:url(\'#g\')"/>')
  ],
  [
    'a style',
    svg('<style type="text/css"><![CDATA[.a{fill:rgb(0,0,0)}]]></style><path class="a"/>')
  ],
  [
    'a part used twice',
    svg('<g id="a"/><use href="#a"/><use xlink:href="#a" transform="rotate(30)"/>')
  ],
  [
    'a part used by two others',
    svg('<g id="a"/><g id="b"><use href="#a"/></g><use href="#b"/><use href="#a"/>')
  ],
  ['a style in pieces', svg('<style>.a{<!-- ink -->fill:<![CDATA[rgb(0,0,0)]]>}</style>')],
  ['words for the ear', svg('<title>Press</title>', 'role="img" aria-labelledby="t" data-name="x"')]
])('%s may be printed', (_, text) => {
  expect(checkSvg(text)).toEqual({ width: 40, height: 30 })
})

test.each([
  ['script', svg('<script>alert(1)</script>')],
  ['script in capitals', svg('<SCRIPT>alert(1)</SCRIPT>')],
  ['script of another space', svg('<s:script xmlns:s="http://www.w3.org/2000/svg">1</s:script>')],
  [
    'embedded HTML',
    svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>')
  ],
  ['event handler', svg('', 'onload="alert(1)"')],
  ['event handler in capitals', svg('', 'ONLOAD="alert(1)"')],
  ['javascript', svg('<use href="javascript:alert(1)"/>')],
  ['link', svg('<a href="#x">x</a>')],
  ['animation', svg('<set attributeName="href" to="javascript:alert(1)"/>')],
  ['picture in the picture', svg('<image href="data:image/png;base64,AAAA"/>')],
  ['use of another file', svg('<use href="other.svg#a"/>')],
  ['use of a data address', svg('<use xlink:href="data:image/svg+xml,x#a"/>')],
  ['reference spelt in numbers', svg('<use href="&#104;ttp://host/#a"/>')],
  ['fill of another file', svg('<rect fill="url(http://host/a#b)"/>')],
  ['fill in capitals', svg('<rect fill="URL(//host/a#b)"/>')],
  ['fill spelt with backslashes', svg('<rect style="fill:\\75rl(http://host)"/>')],
  ['filter of another file', svg('<g filter="url(&quot;x.svg#f&quot;)"/>')],
  ['image set', svg('<style>a{background:image-set("http://host/a" 1x)}</style>')],
  ['import', svg('<style>@import "http://host/a.css";</style>')],
  ['import in character data', svg('<style><![CDATA[@import url(x)]]></style>')],
  ['address cut by character data', svg('<style>a{fill:url<![CDATA[(http://host)]]>}</style>')],
  ['address cut by a comment', svg('<style>a{fill:url<!-- -->(http://host)}</style>')],
  ['address cut by an element', svg('<style>a{fill:url<g/>(http://host)}</style>')],
  ['address in the shape of numbers', svg('<style>a{fill:url&#40;http://host)}</style>')],
  ['fetched font', svg('<style>@font-face{font-family:x;src:url(x)}</style>')],
  ['base', svg('', 'xml:base="http://host/"')],
  ['DTD', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('&a;')}`],
  ['DTD without entities', `<!DOCTYPE svg>${svg('')}`],
  ['entity', svg('&a;')],
  ['forbidden number', svg('&#0;')],
  ['bare ampersand', svg('a & b')],
  ['style sheet instruction', `<?xml-stylesheet href="http://host/a.css"?>${svg('')}`],
  ['other encoding', `<?xml version="1.0" encoding="UTF-7"?>${svg('')}`],
  ['HTML', '<svg><p></svg>'],
  ['no name space', '<svg viewBox="0 0 1 1"/>'],
  ['not closed', svg('<g>')],
  ['closed crosswise', svg('<g><path></g></path>')],
  ['two drawings', svg('') + svg('')],
  ['attribute twice', svg('<g id="a" id="b"/>')],
  ['attribute unquoted', svg('<g id=a />')],
  ['text behind it', `${svg('')}text`],
  ['text only', 'text'],
  ['nothing', ''],
  ['control character', svg('<text>\u0007</text>')],
  ['doublings', svg(`<defs><path id="d0"/>${doublings}</defs><use href="#d30"/>`)],
  ['chain of uses', svg(chain)],
  ['many parts of one value', svg(`<path fill="${'url(#a)'.repeat(200_000)}"/>`)],
  ['circle of uses', svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>')],
  ['part that uses itself', svg('<g id="a"><use href="#a"/></g>')],
  ['depth', svg('<g>'.repeat(200) + '</g>'.repeat(200))]
])('%s is refused', (_, text) => {
  expect(() => checkSvg(text)).toThrow(expect.objectContaining({ at: expect.any(Number) }))
})

test('a size may be given in lengths', () => {
  expect(checkSvg(svg('', 'width="25.4mm" height="1in"'))).toEqual({ width: 96, height: 96 })
})

test('long runs of anything come to an end', () => {
  const read = (text: string): boolean => {
    try {
      checkSvg(text)
      return true
    } catch {
      // Refused is as good as read: only that it ends counts here.
      return true
    }
  }
  const n = 400_000
  const texts = [
    svg(`<path d="${'-1'.repeat(n)}"/>`),
    svg(`<path d="(${'a'.repeat(n)}"/>`),
    svg(`<!--${' - '.repeat(n)}-->`),
    svg(`<path ${' '.repeat(n)}`),
    svg(`<rect fill="${'url('.repeat(n / 4)}"/>`),
    svg(`<rect fill="url(${' '.repeat(n)}"/>`),
    svg(`<text>${'&'.repeat(n)}</text>`),
    svg('<path id="a"/>'.repeat(n / 20)),
    svg('<use href="#a"/>'.repeat(n / 20))
  ]
  for (const text of texts) expect(read(text)).toBe(true)
})

test('any marks give a size or a fault', () => {
  const mark = fc.constantFrom(
    '<g',
    '</g>',
    '>',
    '/>',
    ' id="',
    '"',
    "'",
    '&',
    ';',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    ' ',
    'a',
    '=',
    '<svg xmlns="http://www.w3.org/2000/svg">',
    '</svg>'
  )
  const outcome = (text: string) => {
    try {
      checkSvg(text)
      return 'a size'
    } catch (cause) {
      return cause instanceof SvgFault ? 'a fault' : cause
    }
  }
  fc.assert(
    fc.property(fc.array(mark), (marks) => {
      expect(['a size', 'a fault']).toContain(outcome(marks.join('')))
    }),
    { numRuns: 2000 }
  )
})
