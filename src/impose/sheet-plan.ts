// The size of a page and of the paper in, how two pages stand on one side of a sheet out: upright or across, at which
// scale, where. Two A5 pages stand on A4 across, at full size.

/** How a spread of two pages stands on the paper. Lengths in points, from the lower left corner. */
export interface SheetPlan {
  /** Size of the sheet as it is printed; the fold is its vertical middle. */
  width: number
  height: number
  /** 1 is full size. */
  scale: number
  /** The spread after scaling. */
  left: number
  bottom: number
  spreadWidth: number
  spreadHeight: number
  /** The edge about which the printer turns the sheet, along the fold. */
  flip: 'DuplexFlipShortEdge' | 'DuplexFlipLongEdge'
}

/** Paper by name: shorter and longer side in millimetres. */
export const PAPERS = { a4: [210, 297], letter: [215.9, 279.4] } as const

const POINTS_PER_MM = 72 / 25.4
/** Roundings of a millimetre are not a reason to scale, in points. */
const TOLERANCE = 0.75

/** The better way to print two pages on a paper; across when both are as good. */
export function planSheet(
  page: { width: number; height: number },
  paper: keyof typeof PAPERS
): SheetPlan {
  const [short, long] = PAPERS[paper].map((d) => d * POINTS_PER_MM) as [number, number] // two in, two out
  const across = place(page, long, short, 'DuplexFlipShortEdge')
  const upright = place(page, short, long, 'DuplexFlipLongEdge')
  return upright.scale > across.scale ? upright : across
}

function place(
  page: { width: number; height: number },
  width: number,
  height: number,
  flip: SheetPlan['flip']
): SheetPlan {
  const fits = page.width * 2 <= width + TOLERANCE && page.height <= height + TOLERANCE
  const scale = fits ? 1 : Math.min(width / (page.width * 2), height / page.height)
  const spreadWidth = page.width * 2 * scale
  const spreadHeight = page.height * scale
  const left = (width - spreadWidth) / 2
  const bottom = (height - spreadHeight) / 2
  return { width, height, scale, left, bottom, spreadWidth, spreadHeight, flip }
}
