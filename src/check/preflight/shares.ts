// The shares of the four inks that a colour takes, as far as it says them.
import type { Ink } from './drawing-state.ts'

/** Cyan, magenta, yellow and black, from 0 to 1; undefined for a colour that only a profile can tell. */
export function sharesOf({
  space,
  values
}: Ink): readonly [number, number, number, number] | undefined {
  const [a = 0, b = 0, c = 0, d = 0] = values
  if (/^(DeviceGray|CalGray|ICCBased1)$/u.test(space))
    return [0, 0, 0, 1 - (values.length > 0 ? a : 0)]
  if (/^(DeviceCMYK|ICCBased4)$/u.test(space)) return [a, b, c, d]
  return undefined
}

/** Whether a colour is red, green and blue. */
export function isRgb({ space }: Ink): boolean {
  return /^(DeviceRGB|CalRGB|ICCBased3|Lab)$/u.test(space)
}

/** Whether a colour says that it leaves the paper white. */
export function isWhite(ink: Ink): boolean {
  const shares = sharesOf(ink)
  if (shares) return shares.every((d) => d === 0)
  return isRgb(ink) && ink.values.length === 3 && ink.values.every((d) => d === 1)
}
