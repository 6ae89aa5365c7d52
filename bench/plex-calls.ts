import type { Benchmark, Row } from './kit/row.ts'
import { type Change, type Cycle, countCycles } from './plex-calls/cycles.ts'
import type { Size } from './plex-calls/outside.ts'

const NAME = 'calls of Plex per cycle'
/** Reading it where it was found, asking for its ids, and once for all where it may be: no more for something new. */
const CALLS_A_CHANGE = 3
const FEEDS = 2

const NOTHING: Change = { lists: 0, each: 0 }
const ONE: Change = { lists: 1, each: 1 }

const number = new Intl.NumberFormat('en')
const called = ({ members, hasPass }: Size): string =>
  `${number.format(members)} members, ${hasPass ? 'feeds' : 'looks'}`

const told = ({ lists, each }: Change): string =>
  lists === 0 ? 'nothing new' : `${number.format(lists * each)} new on ${number.format(lists)}`

const rowOf = (size: Size, cycle: Cycle, most: number, reach: string): Row => ({
  benchmark: NAME,
  of: `${called(size)}: ${told(cycle)}`,
  value: cycle.calls,
  baseline: cycle.walking,
  unit: 'calls',
  reach,
  isReached: cycle.calls <= most,
})

/** A house in which nothing changes, then one list in a hundred, then one entry in a hundred of every list. */
const houseRows = async (size: Size): Promise<Row[]> => {
  const { members, items, hasPass } = size
  const cycles = await countCycles(size, [
    NOTHING,
    { lists: Math.max(1, members / 100), each: 1 },
    { lists: members, each: Math.max(1, items / 100) },
  ])
  const quiet = hasPass ? FEEDS : members
  return cycles.map((cycle) => {
    const most = quiet + CALLS_A_CHANGE * cycle.lists * cycle.each
    const reach = cycle.lists === 0 ? '' : `, and ${CALLS_A_CHANGE} a change`
    return rowOf(size, cycle, most, `${hasPass ? `${FEEDS} in all` : '1 a list'}${reach}`)
  })
}

/** The same change on short lists and on long ones costs the same. */
const lengthRows = async (size: Size): Promise<Row[]> => {
  const long = { ...size, items: 4 * size.items }
  const [short] = await countCycles(size, [ONE])
  const [same] = await countCycles(long, [ONE])
  if (short === undefined || same === undefined) throw new Error('no cycle was counted')
  const row = rowOf(long, same, short.calls, `${short.calls}, as with lists of ${size.items}`)
  return [{ ...row, of: `${row.of}, lists of ${number.format(long.items)}` }]
}

/** How much is asked of Plex to hear of what is added, by the program's own jobs before the stand-in of Plex. */
export const plexCalls: Benchmark = {
  name: NAME,
  value: 'reading the two feeds, or without a Plex Pass looking at the newest entries of each list',
  baseline: 'walking through every list, in pages of 100',
  run: async ({ isShort }) => {
    const items = isShort ? 200 : 300
    const rows: Row[] = []
    for (const hasPass of [true, false]) {
      for (const members of isShort ? [5, 30] : [10, 100, 1_000])
        rows.push(...(await houseRows({ members, items, hasPass })))
      rows.push(...(await lengthRows({ members: 5, items, hasPass })))
    }
    return rows
  },
}
