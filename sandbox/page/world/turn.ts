import { linkPlex } from '../../story/ask-for-a-film.ts'
import { silent } from '../../story/narrator.ts'
import { setUp } from '../../story/set-up.ts'
import type { PageHouse } from '../house.ts'
import type { ServiceName, Turn, World } from '../protocol.ts'
import { turnDownload } from './downloads.ts'
import { titlesIn } from './titles.ts'
import { turnWatchlist, watchlistsIn } from './watchlists.ts'

const HOUR = 3_600_000

const SERVICES = ['Radarr', 'Sonarr', 'Plex', 'TMDB'] as const satisfies readonly ServiceName[]

/** The world outside of Discord: how it stands, and what can be made to happen in it. */
export const createTurns = (house: PageHouse) => {
  const { stage, redis } = house
  const hosts = {
    Radarr: async () => [stage.radarr],
    Sonarr: async () => [stage.sonarr],
    Plex: stage.plex.hosts,
    TMDB: async () => [stage.tmdb],
  }
  const away = new Set<ServiceName>()

  const playFirstSteps = () =>
    house.play(async () => {
      await setUp(stage, silent)
      await linkPlex(stage, silent)
    })

  const setService = async (name: ServiceName, works: boolean) => {
    for (const host of await hosts[name]()) await (works ? host.up() : host.down())
    if (works) away.delete(name)
    else away.add(name)
  }

  const setDms = (person: string, open: boolean) => {
    const account = stage.world.accounts.get(person)
    if (account) account.dms = open ? 'open' : 'closed'
  }

  const turn = async (what: Turn): Promise<void> => {
    switch (what.do) {
      case 'service':
        return setService(what.name, what.works)
      case 'dms':
        return setDms(what.person, what.open)
      case 'redis':
        return what.there ? redis.up() : redis.down()
      case 'jump':
        return house.jump(what.hours * HOUR)
      case 'first-steps':
        return playFirstSteps()
      case 'watch':
      case 'unwatch':
        return turnWatchlist(stage, what)
      default:
        return turnDownload(stage, what)
    }
  }

  const state = (): World => ({
    program: house.program(),
    redis: redis.isThere(),
    services: SERVICES.map((name) => ({ name, works: !away.has(name) })),
    titles: titlesIn(stage),
    watchlists: watchlistsIn(stage),
    // Whoever made them by hand needs no help either.
    firstSteps:
      house.story() === 'possible' && stage.radarr.state.connections.length > 0 ? 'done' : house.story(),
    ahead: stage.ahead(),
  })

  return { state, turn }
}

export type Turns = ReturnType<typeof createTurns>
