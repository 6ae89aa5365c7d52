import type { ListedEntry } from '../../actions/watchlists/record-listed.ts'
import type { FeedEntry, ListedTitle, PlexTitle } from '../../clients/plex/types.ts'
import type { Title } from '../../domain/titles/title.ts'

const title = (
  { kind, name, year }: Pick<ListedTitle, 'kind' | 'name' | 'year'>,
  ids: Title['ids'],
  more: Pick<FeedEntry, 'overview' | 'certification'> & { genres?: readonly string[] } = {},
): Title => ({
  kind,
  ids,
  name,
  ...(year === undefined ? {} : { year }),
  genres: more.genres ?? [],
  ...(more.certification === undefined ? {} : { certification: more.certification }),
  ...(more.overview === undefined ? {} : { overview: more.overview }),
  releases: {},
})

/** A line of a list: its ids elsewhere are looked for when it is considered. */
export const entryOfLine = (line: ListedTitle): ListedEntry => ({
  title: title(line, { plex: line.plexKey }),
})

/** A line of a feed that tells of which kind it is. */
export const entryOfFeed = (line: FeedEntry & { kind: Title['kind'] }): ListedEntry => ({
  title: title(line, line.ids, line),
  ...(line.addedAt === undefined ? {} : { addedAt: line.addedAt }),
})

/** A title as Plex tells of it. */
export const titleOfPlex = (found: PlexTitle): Title => ({
  ...title(found, { ...found.ids, plex: found.plexKey }, found),
  ...(found.runtimeMinutes === undefined ? {} : { runtimeMinutes: found.runtimeMinutes }),
})
