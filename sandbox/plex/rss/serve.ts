import { type Answer, html } from '../../kit/answers.ts'
import type { Serve } from '../../kit/stand-in.ts'
import { hex } from '../world/secrets.ts'
import type { Feed, World } from '../world/types.ts'
import { feedBody } from './body.ts'
import { feedXml } from './xml.ts'

const GONE = html(404, '<!doctype html>\n<title>Not Found</title>\n<h1>Not Found</h1>\n')

const feedAt = (world: World, path: string): Feed | undefined =>
  world.feeds.find(({ uuid }) => path === `/${uuid}`)

/** rss.plex.tv over a world: whoever asks for JSON is sent on to the storage. It needs no token. */
export const serveRss =
  (world: World, storage: string): Serve =>
  ({ method, path, headers: { host } }, query) => {
    const feed = feedAt(world, path)
    if (!feed || (method !== 'GET' && method !== 'HEAD')) return GONE
    const headers = { 'cache-control': world.weather.feedCache }
    if (query.get('format') === 'json')
      return { status: 302, headers: { ...headers, location: `${storage}/storage/${feed.uuid}.json` } }
    const body = feedXml(feedBody(world, feed, `http://${host}${path}`))
    return { status: 200, body, type: 'application/rss+xml; charset=utf-8', headers }
  }

const stored = (world: World, feed: Feed, self: string): Answer => ({
  status: 200,
  body: JSON.stringify(feedBody(world, feed, self)),
  type: 'application/json',
  // The storage is written anew all the time: the tag changes though the content does not.
  headers: { 'cache-control': world.weather.feedCache, etag: `"${hex(32)}"` },
})

/** The storage that feeds are kept in. It belongs to somebody else, who must not be shown a token of Plex. */
export const serveStorage =
  (world: World, feedAddress: (uuid: string) => string): Serve =>
  ({ method, path, search, headers }) => {
    if (
      headers['x-plex-token'] !== undefined ||
      headers.authorization !== undefined ||
      /X-Plex-Token/i.test(search)
    ) {
      world.violations.push(`${method} ${path} carried a token to the storage of feeds`)
      return html(400, '<Error><Code>InvalidArgument</Code></Error>')
    }
    const feed = feedAt(world, path.replace(/^\/storage(\/[\w-]+)\.json$/, '$1'))
    return feed ? stored(world, feed, `${feedAddress(feed.uuid)}?format=json`) : GONE
  }
