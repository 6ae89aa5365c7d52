import { z } from 'zod'
import type { TitleRef } from '../../domain/titles/title.ts'
import { isFault } from '../../platform/faults.ts'
import { ask, isSuccess, readJson } from '../http/ask.ts'
import { statusFault } from '../http/status-fault.ts'
import type { Answer, Call, CallOptions, Http } from '../http/types.ts'
import { plexHeaders } from './headers.ts'
import { contradiction, gather } from './list.ts'
import { listedOf, titleOf } from './title.ts'
import type { ListPage, PageOptions, PlexDiscover, PlexDiscoverSettings, PlexTitle } from './types.ts'

const container = z.object({
  MediaContainer: z.object({
    totalSize: z.number().nullish(),
    // Absent where there is nothing to list.
    Metadata: z.array(z.unknown()).nullish(),
  }),
})
const feeds = z.object({ RSSInfo: z.array(z.object({ feedType: z.string().nullish(), url: z.url() })) })

const TYPES = { film: '1', show: '2' } as const
const FEEDS = { own: 'watchlist', friends: 'friendsWatchlist' } as const
/** How Plex turns down who may have no feed; without a Plex Pass it was seen to be a 401. */
const NO_FEED: ReadonlySet<number> = new Set([400, 401, 402, 403, 404])
const MAX_BYTES = 8 * 1024 * 1024

type Asked = CallOptions &
  Readonly<{
    token: string
    method?: 'GET' | 'PUT' | 'POST'
    query?: Readonly<Record<string, string>>
    headers?: Readonly<Record<string, string>>
    body?: unknown
  }>

const etagOf = ({ headers: { etag } }: Answer): { etag?: string } => (etag ? { etag } : {})

const readPage = (call: Call, answer: Answer, { size, after = '0' }: PageOptions): ListPage => {
  const { Metadata, totalSize } = readJson(call, answer, container).MediaContainer
  const entries = Metadata ?? []
  const offset = Number(after)
  if (entries.length === 0 && offset === 0 && (totalSize ?? 0) > 0)
    throw contradiction(call, 'an empty list that is said to be none')
  // A page may be shorter than it was asked to be, and an empty one must not be asked for again.
  const reached = offset + (entries.length || size)
  const more = totalSize == null ? entries.length >= size : reached < totalSize
  return {
    ...gather(entries, listedOf),
    ...(totalSize == null ? {} : { total: totalSize }),
    ...(more ? { next: String(reached) } : {}),
    ...etagOf(answer),
  }
}

/** Plex's Discover: everybody's own watchlist, and Plex's knowledge of titles. */
export const createPlexDiscover = (settings: PlexDiscoverSettings, http: Http): PlexDiscover => {
  const callOf = (operation: string, path: string, { token, query = {}, headers, ...rest }: Asked): Call => {
    const url = new URL(`${settings.discoverUrl}/${path}`)
    for (const [field, value] of Object.entries(query)) url.searchParams.set(field, value)
    return {
      service: 'Plex Discover',
      operation,
      url,
      headers: { ...plexHeaders(settings, token), ...headers },
      secrets: [token],
      maxBytes: MAX_BYTES,
      ...rest,
    }
  }

  const titles = async (call: Call): Promise<readonly PlexTitle[]> => {
    try {
      const { Metadata } = (await ask(http, call, container)).MediaContainer
      return (Metadata ?? []).map(titleOf).filter((title) => title !== undefined)
    } catch (error) {
      if (isFault(error, 'not-found')) return []
      throw error
    }
  }

  const change = async (operation: string, action: string, plexKey: string, asked: Asked): Promise<void> => {
    const query = { ratingKey: plexKey }
    const call = callOf(operation, `actions/${action}`, { ...asked, method: 'PUT', query })
    const answer = await http.send(call)
    if (!isSuccess(answer)) throw statusFault(call, answer)
    // A web page that a proxy answers with has changed nothing.
    if (answer.text !== '') readJson(call, answer, z.unknown())
  }

  const match = async (token: string, ref: TitleRef, options: CallOptions = {}) => {
    const { kind, source, value } = ref
    const query = { type: TYPES[kind], guid: `${source}://${value}`, includeGuids: '1' }
    const call = callOf('find a title', 'library/metadata/matches', { ...options, token, query })
    const found = await titles(call)
    return found.find((title) => title.kind === kind && (title.ids[source] ?? value) === value)
  }

  return {
    watchlist: async (token, { etag, ...page }, options = {}) => {
      const call = callOf('read a watchlist', 'library/sections/watchlist/all', {
        ...options,
        token,
        query: {
          sort: 'watchlistedAt:desc',
          'X-Plex-Container-Start': page.after ?? '0',
          'X-Plex-Container-Size': String(page.size),
        },
        ...(etag === undefined ? {} : { headers: { 'if-none-match': etag } }),
      })
      const answer = await http.send(call)
      if (answer.status === 304 && etag !== undefined) return 'same'
      if (!isSuccess(answer)) throw statusFault(call, answer)
      return readPage(call, answer, page)
    },
    title: async (token, plexKey, options = {}) => {
      const path = `library/metadata/${encodeURIComponent(plexKey)}`
      return (await titles(callOf('read a title', path, { ...options, token })))[0]
    },
    match,
    add: (token, plexKey, options = {}) =>
      change('add to a watchlist', 'addToWatchlist', plexKey, { ...options, token }),
    remove: (token, plexKey, options = {}) =>
      change('take off a watchlist', 'removeFromWatchlist', plexKey, { ...options, token }),
    createFeed: async (token, whose, options = {}) => {
      const feedType = FEEDS[whose]
      const call = callOf('make a feed', 'rss', {
        ...options,
        token,
        method: 'POST',
        query: { 'X-Plex-Client-Identifier': settings.clientId, format: 'json' },
        body: { feedType },
      })
      const answer = await http.send(call)
      if (NO_FEED.has(answer.status)) return undefined
      if (!isSuccess(answer)) throw statusFault(call, answer)
      const made = readJson(call, answer, feeds).RSSInfo
      const feed = made.find((one) => (one.feedType ?? feedType) === feedType)
      return feed && { url: feed.url }
    },
  }
}
