import { expect, it, onTestFinished } from 'vitest'
import { type Plex, startPlex } from '../../../sandbox/plex/start-plex.ts'
import { createPlexCommunity } from '../../../src/clients/plex/community.ts'
import { createPlexDiscover } from '../../../src/clients/plex/discover.ts'
import { createPlexFeeds } from '../../../src/clients/plex/feeds.ts'
import { createMediaServer } from '../../../src/clients/plex/media-server.ts'
import { createPlexTv } from '../../../src/clients/plex/plex-tv.ts'
import type { ListPage } from '../../../src/clients/plex/types.ts'
import { createClock } from '../../../src/platform/clock.ts'
import { faultOf } from '../support/fault.ts'
import { testHttp } from '../support/http.ts'

const TITLES = ['Arrival', 'Dark', 'Inception'] as const

const clientsOf = (plex: Plex) => {
  const http = testHttp()
  const { url, appUrl, discoverUrl, communityUrl, rssUrl } = plex
  const client = { clientId: 'usherr-1', product: 'Usherr' }
  return {
    http,
    tv: createPlexTv({ tvUrl: url, appUrl, ...client }, http),
    discover: createPlexDiscover({ discoverUrl, ...client }, http),
    community: createPlexCommunity({ communityUrl, ...client }, http),
    feeds: createPlexFeeds({ rssUrl }, http, createClock()),
  }
}

/** Olga has a Plex Pass and a friend, Anna, who keeps a list. */
const open = async () => {
  const plex = await startPlex()
  onTestFinished(() => plex.close())
  const clients = clientsOf(plex)
  const olga = plex.addAccount({ name: 'Olga', plexPass: true })
  const anna = plex.addAccount({ name: 'Anna' })
  plex.befriend(olga, anna)
  const now = plex.world.now()
  for (const [at, title] of TITLES.entries()) plex.watchlist.add(anna, title, now - 60_000 * (3 - at))
  const tokenOf = async (account: typeof olga) => plex.signIn((await clients.tv.createPin()).url, account)
  return { plex, olga, anna, ...clients, tokens: { olga: await tokenOf(olga), anna: await tokenOf(anna) } }
}

/** Every title of a list, page by page. */
const whole = async (read: (after: string | undefined) => Promise<ListPage | string>): Promise<string[]> => {
  const names: string[] = []
  let after: string | undefined
  do {
    const page = await read(after)
    if (typeof page === 'string') throw new Error(page)
    names.push(...page.items.map(({ name }) => name))
    after = page.next
  } while (after !== undefined)
  return names
}

const from = (after: string | undefined) => ({ size: 2, ...(after === undefined ? {} : { after }) })

it('one’s own list is read to its end, and unchanged is the same', async () => {
  const { discover, tokens } = await open()
  const names = await whole((after) => discover.watchlist(tokens.anna, from(after)))
  expect(names).toEqual(TITLES.toReversed())
  const page = await discover.watchlist(tokens.anna, { size: 50 })
  if (page === 'same') throw new Error('nothing to be the same as')
  const etag = page.etag ?? ''
  expect(await discover.watchlist(tokens.anna, { size: 50, etag })).toBe('same')
  await discover.remove(tokens.anna, page.items[0]?.plexKey ?? '')
  expect(await discover.watchlist(tokens.anna, { size: 50, etag })).toMatchObject({ total: 2 })
})

it('a title is known by its key and by its ids', async () => {
  const { plex, discover, tokens } = await open()
  const { key, ids } = plex.title('Arrival')
  const title = await discover.title(tokens.olga, key)
  expect(title).toMatchObject({ plexKey: key, kind: 'film', name: 'Arrival' })
  expect(title?.ids.tmdb).toBe(String(ids.tmdb))
  const ref = { kind: 'film', source: 'tmdb', value: String(ids.tmdb) } as const
  expect(await discover.match(tokens.olga, ref)).toEqual(title)
  expect(await discover.match(tokens.olga, { ...ref, kind: 'show' })).toBeUndefined()
  expect(await discover.title(tokens.olga, '0'.repeat(24))).toBeUndefined()
  expect(await faultOf(discover.add(tokens.olga, '0'.repeat(24)))).toMatchObject({ kind: 'not-found' })
})

it('a friend’s list is read to its end, unless it is hidden', async () => {
  const { plex, anna, olga, community, tokens } = await open()
  expect(await community.friends(tokens.olga)).toEqual([{ uuid: anna.uuid, username: 'Anna', title: 'Anna' }])
  const names = await whole((after) => community.watchlist(tokens.olga, anna.uuid, from(after)))
  expect(names).toEqual(TITLES.toReversed())
  plex.watchlist.hide(anna)
  expect(await community.watchlist(tokens.olga, anna.uuid, { size: 2 })).toBe('hidden')
  expect(await community.watchlist(tokens.olga, 'nobody', { size: 2 })).toBe('hidden')
  plex.revokeAll(olga)
  const fault = await faultOf(community.watchlist(tokens.olga, anna.uuid, { size: 2 }))
  expect(fault).toMatchObject({ kind: 'unauthorised' })
})

it('a feed is for who has a Plex Pass, and no token goes to where it is kept', async () => {
  const { plex, anna, discover, feeds, tokens } = await open()
  expect(await discover.createFeed(tokens.anna, 'friends')).toBeUndefined()
  const { url } = (await discover.createFeed(tokens.olga, 'friends')) ?? { url: '' }
  const before = await feeds.read(url)
  expect(await feeds.read(url)).toMatchObject({ print: before.print })
  plex.watchlist.add(anna, 'Coco')
  const after = await feeds.read(url)
  expect(after.print).not.toBe(before.print)
  expect(after.entries[0]).toMatchObject({ author: anna.uuid, kind: 'film', name: 'Coco' })
  expect(after.entries[0]?.ids.tmdb).toBe(String(plex.title('Coco').ids.tmdb))
  expect(after.skipped).toBe(0)
  expect(plex.violations).toEqual([])
  expect((await discover.createFeed(tokens.olga, 'friends'))?.url).toBe(url)
})

it('a server is found by its addresses and says what it holds', async () => {
  const { plex, olga, tv, http, tokens } = await open()
  const home = plex.addServer({ owner: olga, name: 'Home' })
  plex.hold(home, 'Arrival')
  plex.hold(home, 'Dark', { 1: 10, 2: 3 })
  const [found] = await tv.servers(tokens.olga)
  const { machineId = '', name = '', addresses = [], accessToken: token = '' } = found ?? {}
  const server = createMediaServer({ addresses, token, machineId, name }, http)
  const titleOf = (title: string, kind: 'film' | 'show') => ({ plexKey: plex.title(title).key, kind })
  expect(await server.holding(titleOf('Arrival', 'film'))).toEqual({})
  expect(await server.holding(titleOf('Inception', 'film'))).toBeUndefined()
  const seasons = new Map([
    [1, 10],
    [2, 3],
  ])
  expect(await server.holding(titleOf('Dark', 'show'))).toEqual({ seasons })
  const stranger = createMediaServer({ addresses, token: 'another', machineId, name }, http)
  expect(await faultOf(stranger.holding(titleOf('Dark', 'show')))).toMatchObject({
    kind: 'unauthorised',
    service: 'Home',
  })
})
