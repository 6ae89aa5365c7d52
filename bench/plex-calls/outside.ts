import { startPlex } from '../../sandbox/plex/start-plex.ts'
import type { Clock } from '../../src/platform/clock.ts'

/** How many people there are, how long the list of each is, and whether their owner has a Plex Pass. */
export type Size = Readonly<{ members: number; items: number; hasPass: boolean }>

const YEAR = 365 * 24 * 60 * 60_000

/** The stand-in of Plex with an owner, friends, and lists of some length; and what has to be done to it. */
export const openOutside = async ({ members, items, hasPass }: Size, clock: Clock) => {
  const plex = await startPlex({ clock, catalogue: { films: [], shows: [] } })
  let made = 0
  const addTitle = () => {
    made += 1
    return plex.addTitle({ kind: 'movie', title: `Film ${made}`, ids: { tmdb: made } })
  }
  // Lists have much in common, and no two of them all.
  const pool = Array.from({ length: 2 * items }, addTitle)
  const listFrom = (first: number) =>
    Array.from({ length: items }, (_, at) => ({
      plexKey: pool[(first + at) % pool.length]?.key ?? '',
      addedAt: clock.now() - YEAR - at * 60_000,
    }))

  const owner = plex.addAccount({ name: 'olga', plexPass: hasPass })
  const server = plex.addServer({ owner, name: 'Den Server' })
  const people = [
    owner,
    ...Array.from({ length: members - 1 }, (_, at) => plex.addAccount({ name: `member ${at + 2}` })),
  ]
  for (const [at, account] of people.entries()) {
    account.watchlist = listFrom(at * 7)
    if (account !== owner) plex.befriend(owner, account)
  }
  const services = [plex, plex.discover, plex.community, plex.rss]

  return {
    plex,
    owner,
    server,
    /** Some of the people add some titles each, which nobody has. */
    add: ({ lists, each }: { lists: number; each: number }): void => {
      for (const account of people.slice(people.length - lists))
        for (let count = 0; count < each; count++) plex.watchlist.add(account, addTitle())
    },
    /** How many calls Plex's own services had since this was last asked. */
    calls: (): number => {
      const count = services.reduce((sum, { calls }) => sum + calls.length, 0)
      for (const { calls } of [...services, plex.storage]) calls.length = 0
      return count
    },
  }
}

export type Outside = Awaited<ReturnType<typeof openOutside>>
