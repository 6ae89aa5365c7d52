import { nextId } from './create-world.ts'
import { findTitle, type TitleName } from './titles.ts'
import type { Holding, Server, World } from './types.ts'

/**
 * Puts a title on a server, of a show those episodes of each season, by its number; all of them unless it is said.
 * What the server held of it before is replaced.
 */
export const hold = (
  world: World,
  server: Server,
  name: TitleName,
  episodes?: Readonly<Record<number, number>>,
): Holding => {
  const { key, seasons } = findTitle(world, name)
  const before = server.holdings.find(({ plexKey }) => plexKey === key)
  const counts =
    episodes === undefined
      ? seasons.map(({ number, episodes: all }) => [number, all] as const)
      : Object.entries(episodes).map(([number, count]) => [Number(number), count] as const)
  const held: Holding = {
    plexKey: key,
    ratingKey: before?.ratingKey ?? nextId(world, 'item'),
    addedAt: before?.addedAt ?? world.now(),
    seasons: counts.map(([index, leafCount]) => ({ ratingKey: nextId(world, 'item'), index, leafCount })),
  }
  server.holdings = [...server.holdings.filter((one) => one !== before), held]
  return held
}

/** Takes a title off a server. */
export const drop = (world: World, server: Server, name: TitleName): void => {
  const { key } = findTitle(world, name)
  server.holdings = server.holdings.filter(({ plexKey }) => plexKey !== key)
}
