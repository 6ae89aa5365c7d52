import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import { Fault } from '../../platform/faults.ts'
import { isSuccess, readJson } from '../http/ask.ts'
import { instantIn } from '../http/instant.ts'
import { statusFault } from '../http/status-fault.ts'
import type { Answer, Call, Http } from '../http/types.ts'
import { idsIn, kindOf, pictureAt, soft } from './title.ts'
import type { FeedEntry, PlexFeeds, PlexFeedsSettings } from './types.ts'

const feed = z.object({ items: z.array(z.unknown()) })
const item = z.object({
  title: z.string().trim().min(1),
  author: soft(z.string()),
  category: soft(z.string()),
  guids: soft(z.array(soft(z.string()))),
  pubDate: soft(z.string()),
  thumbnail: soft(z.object({ url: soft(z.string()) })),
  description: soft(z.string()),
  keywords: soft(z.array(soft(z.string()))),
  rating: soft(z.object({ rating: soft(z.string()) })),
})

const FACTS = { service: 'Plex RSS', operation: 'read a feed' } as const

const named = (title: string): { name: string; year?: number } => {
  const [, name, year] = /^(.+?)\s*\((\d{4})\)$/.exec(title) ?? []
  return name === undefined ? { name: title } : { name, year: Number(year) }
}

const entryOf = (found: unknown): FeedEntry | undefined => {
  const { data } = item.safeParse(found)
  if (data === undefined) return undefined
  const kind = kindOf(data.category)
  const addedAt = instantIn(data.pubDate)
  return {
    ...(data.author ? { author: data.author } : {}),
    ...(kind === undefined ? {} : { kind }),
    ...named(data.title),
    ids: idsIn(data.guids ?? []),
    ...(addedAt === undefined ? {} : { addedAt }),
    ...pictureAt(data.thumbnail?.url),
    ...(data.description ? { overview: data.description } : {}),
    genres: (data.keywords ?? []).flatMap((word) => word || []),
    // The feed writes "pg-13" where Plex has "PG-13" everywhere else.
    ...(data.rating?.rating ? { certification: data.rating.rating.toUpperCase() } : {}),
  }
}

const keptForMs = ({ headers }: Answer): { keptForMs?: number } => {
  const said = headers['cache-control'] ?? ''
  const [, seconds] = /\bs-maxage=(\d+)/i.exec(said) ?? /\bmax-age=(\d+)/i.exec(said) ?? []
  return seconds === undefined ? {} : { keptForMs: Number(seconds) * 1000 }
}

const isBelow = (url: URL, base: URL): boolean =>
  url.origin === base.origin && url.pathname.startsWith(`${base.pathname.replace(/\/$/, '')}/`)

/** The feeds of watchlists. Who knows the address of one may read it, so that no token is sent, and it is a secret. */
export const createPlexFeeds = ({ rssUrl }: PlexFeedsSettings, http: Http, clock: Clock): PlexFeeds => {
  const callFor = (address: string): Call => {
    const url = URL.parse(address)
    if (url === null || !isBelow(url, new URL(rssUrl)))
      throw new Fault({ ...FACTS, kind: 'rejected', code: 'address-invalid' })
    const secrets = [address, ...url.pathname.split('/').filter((part) => part.length >= 8)]
    url.searchParams.set('format', 'json')
    // No cache has an answer to a question that nobody asked before.
    url.searchParams.set('fresh', String(clock.now()))
    return { ...FACTS, url, secrets, redirects: 3, maxBytes: 4 * 1024 * 1024 }
  }

  return {
    read: async (address, options = {}) => {
      const call = { ...callFor(address), ...options }
      const answer = await http.send(call)
      if (!isSuccess(answer)) throw statusFault(call, answer)
      // Its text tells what it is: the store of files behind a redirect may call it anything.
      const { items } = readJson(call, { ...answer, headers: {} }, feed)
      const entries = items.map(entryOf).filter((entry) => entry !== undefined)
      const once = new Map(entries.map((entry) => [JSON.stringify(entry), entry]))
      const print = createHash('sha256').update(JSON.stringify([...once.keys()].toSorted()))
      return {
        print: print.digest('base64url'),
        entries: [...once.values()],
        skipped: items.length - entries.length,
        ...keptForMs(answer),
      }
    },
  }
}
