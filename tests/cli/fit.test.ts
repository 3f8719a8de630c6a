// What `press build --fit` takes, and that it is refused before anything is loaded or made.
import { expect, test } from 'vitest'
import { openDesk } from '../../src/cli/desk.ts'
import { readCommand } from '../../src/cli/read-command.ts'
import { runVerb } from '../../src/cli/run-verb.ts'

const desk = openDesk({ out: () => undefined, err: () => undefined, live: false }, new Set())

test('a number of pages is read', () => {
  expect(readCommand(['build', '--fit', '32']).values).toEqual({ fit: '32' })
})

test.each(['0', 'x', '4.5', '1000', '0x20', '+4'])('--fit %s is refused', async (pages) => {
  const command = readCommand(['build', 'handbook', '--fit', pages])
  await expect(runVerb(command, desk)).rejects.toMatchObject({
    exit: 3,
    message: expect.stringContaining(`Unexpected \`--fit ${pages}\``)
  })
})
