import type { Db } from '../../src/db/connect.ts'
import { openDatabase } from '../kit/database.ts'
import { createLeapingClock, type LeapingClock } from '../kit/leaping-clock.ts'
import { openOutside, type Size } from './outside.ts'
import { openProgram, type Program } from './program.ts'

/** Which of the lists got something in a cycle, and how much each of them. */
export type Change = Readonly<{ lists: number; each: number }>

/** How many calls a cycle took, and how many it takes to walk through every list instead. */
export type Cycle = Change & Readonly<{ calls: number; walking: number }>

const START = Date.UTC(2026, 0, 1)

/** With feeds it is these that are read, and of the lists only those that a feed can't tell of; else every list. */
const look = (program: Program, { hasPass }: Size): Promise<void> =>
  hasPass
    ? program.turn('read-feed', ['check-list', 'consider-item'])
    : program.turn('check-list', ['consider-item'])

/** Walks through every list, page by page, whatever is known of it: the baseline. */
const walk = async (program: Program, db: Db, clock: LeapingClock): Promise<void> => {
  await db.updateTable('watchLists').set({ passDue: clock.now() }).execute()
  await program.once('watch-lists')
  while (await program.hasOpen('walk-list')) await program.turn('walk-list', ['consider-item'])
}

/** Counts the calls of some cycles, one after the other. Time leaps, and nothing is timed. */
export const countCycles = async (size: Size, changes: readonly Change[]): Promise<readonly Cycle[]> => {
  const clock = createLeapingClock(START)
  const { db, close } = await openDatabase()
  const outside = await openOutside(size, clock)
  const program = await openProgram(db, outside, clock)
  const count = async (change: Change, work: () => Promise<void>): Promise<number> => {
    outside.add(change)
    outside.calls()
    await work()
    return outside.calls()
  }
  try {
    await program.once('find-people')
    await program.once('watch-lists')
    await program.turn('read-feed', [])
    await walk(program, db, clock)
    await program.turn('check-list', [])
    const cycles: Cycle[] = []
    for (const change of changes) {
      const calls = await count(change, () => look(program, size))
      const walking = await count(change, () => walk(program, db, clock))
      // What the walk found is no change for the next look.
      await look(program, size)
      cycles.push({ ...change, calls, walking })
    }
    return cycles
  } finally {
    await program.close()
    await outside.plex.close()
    await close()
  }
}
