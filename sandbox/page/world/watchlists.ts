import { accountOf } from '../../plex/world/people.ts'
import type { PlexTitle } from '../../plex/world/types.ts'
import type { Stage } from '../../stage.ts'
import type { PlexName, Turn, Watchlist } from '../protocol.ts'

const nameOf = ({ key, title, year }: PlexTitle): PlexName => ({ key, name: `${title} (${year})` })

/** Every title that can be put on a watchlist. */
export const plexTitles = ({ plex }: Stage): PlexName[] => [...plex.world.titles.values()].map(nameOf)

/** The watchlists of all who can have one. */
export const watchlistsIn = ({ plex }: Stage): Watchlist[] =>
  plex.world.accounts
    .filter(({ username }) => username !== null)
    .map((account) => ({
      account: account.id,
      name: account.title,
      titles: plex.watchlist.list(account).map(nameOf),
    }))

/** Puts a title, by its key or its name, on a watchlist or takes it off. */
export const turnWatchlist = (
  { plex }: Stage,
  { do: what, account: id, title }: Extract<Turn, { do: 'watch' | 'unwatch' }>,
): void => {
  const account = accountOf(plex.world, id)
  if (what === 'watch') plex.watchlist.add(account, title)
  else plex.watchlist.remove(account, title)
}
