// The time that the files of an edition say they were made: the same for the same edition, whenever it is built (promise
// P17). Nothing here asks the clock.
import type { VFile } from 'vfile'
import { Unable } from '../failure.ts'

/** The end of the year 9999, in seconds since 1970. */
const LAST_SECOND = 253_402_300_799

/**
 * What SOURCE_DATE_EPOCH says, else the date of the edition; undefined where neither is set.
 *
 * @throws {Unable} exit 3 where SOURCE_DATE_EPOCH is no number of seconds
 */
export function momentOf(file: VFile): Date | undefined {
  const epoch = process.env.SOURCE_DATE_EPOCH
  if (epoch) return new Date(secondsOf(epoch) * 1000)
  const date = file.data.edition?.date
  // A date alone is read in UTC, wherever the machine stands.
  return date === undefined ? undefined : new Date(date)
}

function secondsOf(epoch: string): number {
  if (/^\d{1,12}$/u.test(epoch) && Number(epoch) <= LAST_SECOND) return Number(epoch)
  throw new Unable(
    3,
    `Unexpected SOURCE_DATE_EPOCH \`${epoch}\`, expected seconds since 1970: mend or unset it`
  )
}
