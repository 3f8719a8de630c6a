// Which marks open, which close and which are apostrophes, judged over a whole paragraph: of all ways to read its marks the
// one of least cost is taken, where a mark costs what its neighbours make of it, and a quotation that is closed without being
// opened, or left open, costs much. In `'I'm goin' 'ome,' she said` the word `goin` could end a quotation, but then the mark
// after `ome,` would close nothing. The work grows with the number of marks: a path is known by its open quotations alone.

/** What a mark may be; a `measure` (feet, inches) stays as it stands. */
export const ROLES = ['apostrophe', 'close', 'open', 'measure'] as const

/** One of the roles. */
export type Role = (typeof ROLES)[number]

/** A mark to be judged: single or double, and the cost of each role in the order of `ROLES`; `Infinity` for never. */
export interface Choice {
  double: boolean
  costs: readonly number[]
}

/** What the text around says: which mark is the outer one, and which mark the next paragraph begins with. */
export interface Surroundings {
  outer: 'single' | 'double' | undefined
  next: string
}

/** Open quotations, outermost first: `D` double, `S` single. */
const STATES = ['', 'S', 'D', 'SD', 'DS', 'SDS', 'DSD']
const WIDTH = STATES.length
const OPEN = ROLES.indexOf('open')
const LOST = 50
const RUNNING_ON = 3
const UNUSUAL_OUTER = 6
const THIRD_LEVEL = 10
const FAR = 1e9

/** The role of each mark, and by how much any other sign in its place would have cost more. */
export interface Verdict {
  role: Role
  margin: number
}

/** Judge the marks of a paragraph. */
export function balance(choices: readonly Choice[], around: Surroundings): Verdict[] {
  const best = new Int32Array((choices.length + 1) * WIDTH).fill(FAR)
  STATES.forEach((state, i) => (best[choices.length * WIDTH + i] = endCost(state, around.next)))
  for (let k = choices.length - 1; k >= 0; k--)
    for (let state = 0; state < WIDTH; state++) {
      let least = FAR
      for (let role = 0; role < ROLES.length; role++)
        least = Math.min(least, total(choices[k], k, state, role, around, best))
      best[k * WIDTH + state] = least
    }
  return follow(choices, around, best)
}

/** Go from the start along the least cost; of equal roles the first is taken, so that a second run takes the same. */
function follow(choices: readonly Choice[], around: Surroundings, best: Int32Array): Verdict[] {
  let state = 0
  return choices.map((choice, k) => {
    const totals = ROLES.map((_, role) => total(choice, k, state, role, around, best))
    const chosen = totals.indexOf(Math.min(...totals))
    const role = ROLES[chosen] ?? 'close'
    const others = totals.filter((_, i) => signOf(ROLES[i]) !== signOf(role))
    const margin = Math.min(FAR, ...others) - (totals[chosen] ?? FAR)
    state = tableOf(choice).next[chosen * WIDTH + state] ?? state
    return { role, margin }
  })
}

/** A single mark that closes and an apostrophe are the same sign. */
function signOf(role: Role | undefined): Role | undefined {
  return role === 'apostrophe' ? 'close' : role
}

function endCost(state: string, next: string): number {
  return [...state].reduce((sum, d, i) => sum + (next[i] === d ? RUNNING_ON : LOST), 0)
}

/** The least cost of the paragraph's rest, when a mark is read so in a state. */
function total(
  choice: Choice | undefined,
  k: number,
  state: number,
  role: number,
  { outer }: Surroundings,
  best: Int32Array
): number {
  const own = choice?.costs[role] ?? FAR
  if (choice === undefined || own >= FAR) return FAR
  const table = tableOf(choice)
  const step = role * WIDTH + state
  const odd = role === OPEN && state === 0 && outer !== undefined
  const unusual = odd && (outer === 'double') !== choice.double ? UNUSUAL_OUTER : 0
  const rest = best[(k + 1) * WIDTH + (table.next[step] ?? 0)] ?? FAR
  return own + (table.cost[step] ?? 0) + unusual + rest
}

/** Where each role leads from each state, and what that costs: at role × `WIDTH` + state. */
interface Table {
  next: Int32Array
  cost: Int32Array
}

const SINGLE = drawTable('S')
const DOUBLE = drawTable('D')

function tableOf(choice: Choice): Table {
  return choice.double ? DOUBLE : SINGLE
}

function drawTable(mark: string): Table {
  const steps = ROLES.flatMap((role) =>
    STATES.map((state) => {
      if (role === 'open') return opened(state, mark)
      return role === 'close' ? closed(state, mark) : { next: STATES.indexOf(state), cost: 0 }
    })
  )
  return {
    next: Int32Array.from(steps, (d) => d.next),
    cost: Int32Array.from(steps, (d) => d.cost)
  }
}

interface Step {
  next: number
  cost: number
}

/** A quotation opens inside one of the other kind; where its own kind is open, that one was never closed. */
function opened(state: string, mark: string): Step {
  const next = STATES.indexOf(state + mark)
  if (next >= 0) return { next, cost: state.length === 2 ? THIRD_LEVEL : 0 }
  const kept = state.slice(0, state.lastIndexOf(mark) + 1)
  return { next: STATES.indexOf(kept), cost: LOST * (state.length - kept.length + 1) }
}

function closed(state: string, mark: string): Step {
  const at = state.lastIndexOf(mark)
  if (at < 0) return { next: STATES.indexOf(state), cost: LOST }
  return { next: STATES.indexOf(state.slice(0, at)), cost: LOST * (state.length - at - 1) }
}
