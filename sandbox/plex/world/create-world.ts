import type { Clock } from '../../kit/clock.ts'
import type { Catalogue } from '../../tmdb/catalogue/types.ts'
import { titlesOf } from './titles.ts'
import type { Weather, World } from './types.ts'

/** How the services behave by themselves. */
const fairWeather = (): Weather => ({
  hiddenLists: 'refused',
  overlap: 0,
  feedCache: 'public, max-age=0, s-maxage=10',
  feedLacks: new Set(),
})

/** A world without people; numbers begin about where those of the real service are. */
export const createWorld = (clock: Clock, catalogue: Catalogue): World => ({
  now: clock.now,
  accounts: [],
  servers: [],
  pins: [],
  titles: new Map(titlesOf(catalogue).map((title) => [title.key, title])),
  feeds: [],
  weather: fairWeather(),
  violations: [],
  tokens: new Map(),
  revoked: new Set(),
  counters: {
    account: 13_692_261,
    server: 9_999_998,
    section: 118_181_360,
    share: 907_759_179,
    pin: 308_667_303,
    item: 0,
  },
})

/** The next number of its kind. */
export const nextId = (world: World, kind: keyof World['counters']): number => {
  world.counters[kind] += 1
  return world.counters[kind]
}
