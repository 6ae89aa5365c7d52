import type { Request, Route } from '../../kit/router.ts'
import { etagOf } from '../etag.ts'
import { pageStart } from '../page-start.ts'
import { holderOf, said } from '../tv/caller.ts'
import { type Reply, refusal } from '../tv/reply.ts'
import type { Account, PlexTitle, World } from '../world/types.ts'
import { titleOf } from '../world/watchlist.ts'
import { container } from './container.ts'
import { listed } from './metadata.ts'

type Line = { title: PlexTitle; addedAt: number }

/** The size of a page for who names none, by the specification. */
const PAGE = 50

const usable = (world: World, { id }: Account) =>
  world.servers.filter(
    ({ ownerId, shares }) => ownerId === id || shares.some(({ accountId }) => accountId === id),
  )

const isHeld = (world: World, account: Account, { key }: PlexTitle): boolean =>
  usable(world, account).some(({ holdings }) => holdings.some(({ plexKey }) => plexKey === key))

const isReleased = (world: World, { released }: PlexTitle): boolean =>
  released !== undefined && Date.parse(released) <= world.now()

const FILTERS: Record<string, (world: World, account: Account, title: PlexTitle) => boolean> = {
  all: () => true,
  available: isHeld,
  released: (world, _account, title) => isReleased(world, title),
}

const ORDERS: Record<string, (one: Line, other: Line) => number> = {
  watchlistedAt: (one, other) => one.addedAt - other.addedAt,
  titleSort: (one, other) => one.title.title.localeCompare(other.title.title),
  originallyAvailableAt: (one, other) => (one.title.released ?? '').localeCompare(other.title.released ?? ''),
}

const sorted = (lines: readonly Line[], wish: string): Line[] => {
  const [field = '', direction] = wish.split(':')
  const order = ORDERS[field]
  if (!order) throw refusal(400, 1000, `sort ${field} is unknown`)
  return lines.toSorted((one, other) => (direction === 'asc' ? order(one, other) : order(other, one)))
}

const KINDS: Record<string, PlexTitle['kind']> = { 1: 'movie', movie: 'movie', 2: 'show', show: 'show' }

const whole = (request: Request, name: string, otherwise: number): number => {
  const value = Number(said(request, name) ?? otherwise)
  if (!Number.isInteger(value) || value < 0) throw refusal(400, 1000, `${name} is no whole number`)
  return value
}

const list = (world: World, request: Request): Reply => {
  const { account } = holderOf(world, request)
  const filter = FILTERS[request.params.filter ?? '']
  if (!filter) throw refusal(404, 1002, 'There is no such list')
  const kind = KINDS[said(request, 'type') ?? said(request, 'libtype') ?? '']
  const lines = account.watchlist
    .map((entry) => ({ title: titleOf(world, entry), addedAt: entry.addedAt }))
    .filter(({ title }) => (kind === undefined || title.kind === kind) && filter(world, account, title))
  const offset = whole(request, 'X-Plex-Container-Start', 0)
  const size = whole(request, 'X-Plex-Container-Size', PAGE)
  const ordered = sorted(lines, said(request, 'sort') ?? 'watchlistedAt:desc')
  const from = pageStart(offset, size, world.weather.overlap)
  const page = ordered.slice(from, from + size).map(({ title }) => listed(title))
  const facts = {
    librarySectionID: 'watchlist',
    librarySectionTitle: 'Watchlist',
    offset,
    totalSize: lines.length + offset - from,
    identifier: 'tv.plex.provider.discover',
  }
  const etag = etagOf(account.id, facts, page)
  if (request.call.headers['if-none-match'] === etag) return { status: 304, headers: { etag } }
  return container(facts, page, { etag })
}

/** The own watchlist, in pages. */
export const watchlistRoutes = (world: World): Route<Reply>[] => [
  {
    method: 'GET',
    path: '/library/sections/watchlist/{filter}',
    handle: (request) => list(world, request),
  },
]
