// A refusal is told in words that are true for every verb: only some have an option `--into`.
import { expect, test } from 'vitest'
import { refused } from '../../src/outputs/refused.ts'

test.each(
  'ENOSPC EDQUOT EACCES EPERM EBUSY EROFS EEXIST ENOTDIR EISDIR ENAMETOOLONG EMFILE ENFILE EFBIG EXDEV'.split(
    ' '
  )
)('%s has its own words and a way out', (code) => {
  const { exit, message } = refused('a/b', Object.assign(new Error('in the way'), { code }))
  expect(exit).toBe(4)
  expect(message).toMatch(/^Unexpected refusal to write `a\/b`: .{20}/u)
  expect(message).not.toMatch(/in the way|--/u)
})
