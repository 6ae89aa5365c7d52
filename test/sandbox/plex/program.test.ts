import { expect, it } from 'vitest'
import { createPlexCommunity } from '../../../src/clients/plex/community.ts'
import { createPlexDiscover } from '../../../src/clients/plex/discover.ts'
import { createPlexFeeds } from '../../../src/clients/plex/feeds.ts'
import { createMediaServer } from '../../../src/clients/plex/media-server.ts'
import { createPlexTv } from '../../../src/clients/plex/plex-tv.ts'
import { createClock } from '../../../src/platform/clock.ts'
import { testHttp } from '../../clients/support/http.ts'
import { friendsForTest } from './client.ts'

const house = async () => {
  const friends = await friendsForTest()
  const { plex } = friends
  const http = testHttp()
  const settings = {
    clientId: 'usherr-test',
    product: 'Usherr',
    tvUrl: plex.url,
    appUrl: plex.appUrl,
    discoverUrl: plex.discoverUrl,
    communityUrl: plex.communityUrl,
    rssUrl: plex.rssUrl,
  }
  return {
    ...friends,
    http,
    tv: createPlexTv(settings, http),
    discover: createPlexDiscover(settings, http),
    community: createPlexCommunity(settings, http),
    feeds: createPlexFeeds(settings, http, createClock()),
  }
}

it('the program reads lists page by page, with the ids of their titles', async () => {
  const { plex, olga, ana, discover, community } = await house()
  for (const { account } of [olga, ana])
    for (const title of ['Arrival', 'Inception', 'Dark']) plex.watchlist.add(account, title)
  const own = await discover.watchlist(olga.token, { size: 2 })
  if (own === 'same') throw new Error('Nobody asked before.')
  expect(own).toMatchObject({ items: [{ name: 'Dark' }, { name: 'Inception' }], total: 3 })
  const rest = await discover.watchlist(olga.token, { size: 2, after: own.next ?? '' })
  expect(rest).toMatchObject({ items: [{ name: 'Arrival', kind: 'film' }] })
  expect(await discover.watchlist(olga.token, { size: 2, etag: own.etag ?? '' })).toBe('same')
  const known = await discover.title(olga.token, plex.title('Arrival').key)
  expect(known?.ids).toMatchObject({ tmdb: '329865', imdb: 'tt2543164' })
  const { uuid } = ana.account
  expect((await community.friends(olga.token)).map((one) => one.uuid)).toContain(uuid)
  const theirs = await community.watchlist(olga.token, uuid, { size: 2 })
  expect(theirs).toMatchObject({ items: [{ name: 'Dark', kind: 'show' }, { name: 'Inception' }] })
  plex.watchlist.hide(ana.account)
  expect(await community.watchlist(olga.token, uuid, { size: 2 })).toBe('hidden')
})

it('the program reads feeds where they are kept, and shows its token to nobody else', async () => {
  const { plex, olga, ana, discover, feeds } = await house()
  plex.watchlist.add(ana.account, 'Arrival')
  const feed = await discover.createFeed(olga.token, 'friends')
  const { entries, keptForMs } = await feeds.read(feed?.url ?? '')
  expect(entries).toMatchObject([{ name: 'Arrival', year: 2016, author: ana.account.uuid, kind: 'film' }])
  expect([keptForMs, plex.violations]).toEqual([10_000, []])
  expect(await discover.createFeed(ana.token, 'own')).toBeUndefined()
})

it('the program finds a media server where it is, and what it holds', async () => {
  const { plex, olga, http, tv } = await house()
  const server = plex.addServer({ owner: olga.account, name: 'Home' })
  server.reachedBy = ['nobody', 'itself']
  plex.hold(server, 'Dark', { 1: 10, 2: 3 })
  const [found] = await tv.servers(olga.token)
  if (!found?.accessToken) throw new Error('There is no server.')
  const media = createMediaServer({ ...found, token: found.accessToken }, http)
  const held = await media.holding({ kind: 'show', plexKey: plex.title('Dark').key })
  expect(held?.seasons).toEqual(
    new Map([
      [1, 10],
      [2, 3],
    ]),
  )
  expect(await media.holding({ kind: 'film', plexKey: plex.title('Arrival').key })).toBeUndefined()
})
