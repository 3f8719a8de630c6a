// The words of a command line, right and wrong.
import { expect, test } from 'vitest'
import { help } from '../../src/cli/help.ts'
import { readCommand } from '../../src/cli/read-command.ts'
import { VERBS } from '../../src/cli/verbs.ts'

test('the help of the press', async () => {
  await expect(help()).toMatchFileSnapshot('help.txt')
})

test.each(VERBS.map((d) => d.name))('the help of %s', async (name) => {
  const verb = VERBS.find((d) => d.name === name)
  await expect(help(verb)).toMatchFileSnapshot(`help-${name}.txt`)
})

test('help fits a terminal of a hundred columns', () => {
  const texts = [help(), ...VERBS.map((d) => help(d))]
  expect(texts.flatMap((d) => d.split('\n')).filter((d) => d.length > 100)).toEqual([])
})

test('a verb, its argument and its options, in any order', () => {
  const command = readCommand([
    '--quiet',
    'impose',
    '--sheet=letter',
    'zine.pdf',
    '--into',
    'a.pdf'
  ])
  expect(command).toMatchObject({
    verb: { name: 'impose' },
    arguments: ['zine.pdf'],
    values: { sheet: 'letter', into: 'a.pdf' },
    flags: new Set(['quiet'])
  })
})

test('a name that begins with a hyphen stands after two', () => {
  expect(readCommand(['import', '--', '-odd.txt']).arguments).toEqual(['-odd.txt'])
})

test.each([
  [['buld'], 'expected `build`'],
  [['Import'], 'expected `import`'],
  [['prof'], 'Unexpected verb `prof`'],
  [['__proto__'], 'Unexpected verb `__proto__`'],
  [['build', '--qiet'], 'expected `--quiet`'],
  [['build', '--sheet', 'a4'], 'Unexpected option `--sheet`'],
  [['build', '-x'], 'Unexpected option `-x`'],
  [['build', '-dash'], 'Unexpected option `-dash`'],
  [['build', '-quiet'], 'expected `--quiet`'],
  [['check', '-dash.pdf'], 'a name is written `./-dash.pdf`, or behind `--`'],
  [['build', '--constructor'], 'Unexpected option `--constructor`'],
  [['--sorce=a', 'build'], 'expected `--source`'],
  [['build', '--source'], 'expected `--source FILE`'],
  [['build', '--source', '--quiet'], 'expected `--source FILE`'],
  [['build', '--quiet=yes'], 'Unexpected value of `--quiet`'],
  [['import'], 'expected `press import SOURCE`'],
  [['build', 'a', 'b'], 'Unexpected argument `b`'],
  [['doctor', 'who'], 'Unexpected argument `who`']
])('%j is refused', (words, says) => {
  expect(() => readCommand(words)).toThrow(expect.objectContaining({ exit: 3 }))
  expect(() => readCommand(words)).toThrow(says)
})
