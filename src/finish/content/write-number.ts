// A number in, its shortest decimal form in a PDF out: `0.500` becomes `.5`. Exponents are not known there.

/** @param decimals digits behind the point that matter */
export function writeNumber(value: number, decimals = 3): string {
  const text = value.toFixed(decimals)
  const short = text.includes('.') ? text.replace(/\.?0+$/u, '') : text
  if (short === '-0') return '0'
  return short.replace(/^(-?)0\./u, '$1.')
}
