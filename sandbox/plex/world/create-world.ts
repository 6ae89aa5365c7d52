import type { Clock } from '../../kit/clock.ts'
import type { World } from './types.ts'

/** A world without people; numbers begin about where those of the real service are. */
export const createWorld = (clock: Clock): World => ({
  now: clock.now,
  accounts: [],
  servers: [],
  pins: [],
  tokens: new Map(),
  revoked: new Set(),
  counters: {
    account: 13_692_261,
    server: 9_999_998,
    section: 118_181_360,
    share: 907_759_179,
    pin: 308_667_303,
  },
})

/** The next number of its kind. */
export const nextId = (world: World, kind: keyof World['counters']): number => {
  world.counters[kind] += 1
  return world.counters[kind]
}
