import type { Request, Route } from '../../kit/router.ts'
import { holderOf } from '../tv/caller.ts'
import { data, type Reply, refusal } from '../tv/reply.ts'
import { unixSeconds } from '../tv/times.ts'
import type { PlexTitle, World } from '../world/types.ts'
import { container } from './container.ts'
import { described, guidsOf } from './metadata.ts'

const IDENTIFIER = 'tv.plex.provider.discover'

/** The title that Plex has by that key. Throws the refusal of one that it has not, or no longer. */
export const knownTitle = (world: World, key: string | null | undefined): PlexTitle => {
  const title = world.titles.get(key ?? '')
  if (!title || title.isGone) throw refusal(404, 1002, 'The item could not be found')
  return title
}

const read = (world: World, request: Request): Reply => {
  holderOf(world, request)
  const title = knownTitle(world, request.params.key)
  return container({ offset: 0, totalSize: 1, identifier: IDENTIFIER }, [described(title)])
}

const state = (world: World, request: Request): Reply => {
  const { account } = holderOf(world, request)
  const { key, kind } = knownTitle(world, request.params.key)
  const entry = account.watchlist.find(({ plexKey }) => plexKey === key)
  const since = entry && { watchlistedAt: unixSeconds(entry.addedAt) }
  const UserState = { ratingKey: key, type: kind, viewCount: 0, ...since }
  return data('MediaContainer', {
    MediaContainer: { offset: 0, totalSize: 1, identifier: IDENTIFIER, size: 1, UserState },
  })
}

const KINDS: Record<string, PlexTitle['kind']> = { 1: 'movie', 2: 'show' }

const match = (world: World, request: Request): Reply => {
  holderOf(world, request)
  const kind = KINDS[request.query.get('type') ?? '']
  const guid = request.query.get('guid') ?? ''
  if (kind === undefined || guid === '') throw refusal(400, 1000, 'type or guid is missing')
  const found = [...world.titles.values()].filter(
    (title) => title.kind === kind && !title.isGone && guidsOf(title).includes(guid),
  )
  return container({ offset: 0, totalSize: found.length, identifier: IDENTIFIER }, found.map(described))
}

const search = (world: World, request: Request): Reply => {
  holderOf(world, request)
  const wanted = (request.query.get('query') ?? '').toLowerCase()
  const limit = Number(request.query.get('limit') ?? 10)
  const types = (request.query.get('searchTypes') ?? 'movies,tv').split(',')
  const found = [...world.titles.values()]
    .filter(({ kind, isGone }) => !isGone && types.includes(kind === 'movie' ? 'movies' : 'tv'))
    .filter(({ title }) => wanted !== '' && title.toLowerCase().includes(wanted))
    .slice(0, limit)
    .map((title) => ({ score: 0.9, Metadata: described(title) }))
  const results = { id: 'external', title: 'More Ways To Watch', size: found.length, SearchResult: found }
  return data('MediaContainer', {
    MediaContainer: { identifier: IDENTIFIER, size: 1, SearchResults: [results] },
  })
}

/** What Plex knows of titles, and where it lists them. */
export const titleRoutes = (world: World): Route<Reply>[] => [
  { method: 'GET', path: '/library/metadata/matches', handle: (request) => match(world, request) },
  { method: 'GET', path: '/library/metadata/{key}', handle: (request) => read(world, request) },
  { method: 'GET', path: '/library/metadata/{key}/userState', handle: (request) => state(world, request) },
  { method: 'GET', path: '/library/search', handle: (request) => search(world, request) },
]
