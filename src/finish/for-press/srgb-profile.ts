// The profile of sRGB (IEC 61966-2-1) as numbers: three primaries, seen under D50, and one curve.
import { D50, iccColour, iccName, iccProfile, iccTag, iccText, iccWord } from './icc.ts'

/** X, Y and Z of red, green and blue, adapted to D50 after Bradford. */
const RED = [0.43607, 0.22249, 0.01392]
const GREEN = [0.38515, 0.71687, 0.09708]
const BLUE = [0.14307, 0.06061, 0.7141]
/** Points of the curve: one for each step of 8 bits. */
const POINTS = 256

/** The bytes of the profile. */
export function srgbProfile(): Uint8Array {
  const points = Array.from({ length: POINTS }, (_, i) => light(i))
  const curve = iccTag('curv', [iccWord(POINTS), ...points])
  const head = { kind: 'mntr', space: 'RGB ', connection: 'XYZ ', date: [1999, 1, 1] } as const
  const profile = iccProfile(head, [
    ['desc', iccName('sRGB')],
    ['cprt', iccText('No copyright')],
    ['wtpt', iccColour(D50)],
    ['rXYZ', iccColour(RED)],
    ['gXYZ', iccColour(GREEN)],
    ['bXYZ', iccColour(BLUE)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve]
  ])
  return new Uint8Array(profile)
}

/** What a value of 8 bits means as light, in 16 bits. */
function light(value: number): Buffer {
  const d = value / (POINTS - 1)
  const linear = d <= 0.04045 ? d / 12.92 : ((d + 0.055) / 1.055) ** 2.4
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(Math.round(linear * 65535))
  return bytes
}
