// A number and what it counts in, words for a person out: `1 sheet`, `4,012 words`.

/** @param many where it is not `one` with an s */
export function count(number: number, one: string, many: string = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`
}
